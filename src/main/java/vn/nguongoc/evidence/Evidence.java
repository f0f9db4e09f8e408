package vn.nguongoc.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Gate;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Versions;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/** An organisation's files: taken, cleaned, kept and found. */
@Component
public class Evidence {
    /** The largest file that is taken. */
    public static final int MOST_MEBIBYTES = 10;

    /** So many are read or wait at the same time: what they need of memory together is bounded. */
    static final int MOST_AT_ONCE = 8;

    private static final int MOST_BYTES = MOST_MEBIBYTES << 20;

    private final Gate gate;
    private final Versions versions;
    private final Cleaning cleaning;
    private final Files files;
    private final Quotas quotas;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Evidence(Gate gate, Versions versions, Cleaning cleaning, Files files, Quotas quotas) {
        this.gate = gate;
        this.versions = versions;
        this.cleaning = cleaning;
        this.files = files;
        this.quotas = quotas;
    }

    /**
     * Takes a file. The same one again, however often and by whomever of the organisation, is one file.
     *
     * @param actor who sends it, as the record names them
     * @param length in bytes as its sender says; -1 if they do not
     * @param file read no further than it may be long
     * @throws Refused if they may not, it is nothing that is kept, or there is no room for it
     */
    public StoredFile store(StoreFile command, String actor, long length, InputStream file) {
        gate.admit(actor, command);
        requireThere(command.organisation());
        if (length > MOST_BYTES) {
            throw tooLarge();
        }
        if (!places.tryAcquire()) {
            throw new Refused(new EvidenceRefusal.TooManyUploads(MOST_AT_ONCE));
        }
        try {
            return keep(command.organisation(), actor, read(file));
        } finally {
            places.release();
        }
    }

    private StoredFile keep(OrganisationId organisation, String actor, byte[] file) {
        var type = FileType.of(file).orElseThrow(() -> new Refused(new EvidenceRefusal.TypeNotKnown(FileType.names())));
        var content = cleaning.clean(type, file);
        var id = FileId.of(content);
        if (!missing(organisation, id)) {
            return new StoredFile(id, type.media(), content.length);
        }
        quotas.take(organisation, content.length);
        if (!files.keep(organisation, id, type, content, actor)) {
            quotas.giveBack(organisation, content.length);
        }
        return new StoredFile(id, type.media(), content.length);
    }

    private boolean missing(OrganisationId organisation, FileId id) {
        return !files.missing(organisation, List.of(id)).isEmpty();
    }

    static byte[] read(InputStream file) {
        try {
            var read = file.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw tooLarge();
            }
            return read;
        } catch (IOException e) {
            throw new Refused(new EvidenceRefusal.BrokenOff());
        }
    }

    private static Refused tooLarge() {
        return new Refused(new EvidenceRefusal.TooLarge(MOST_MEBIBYTES));
    }

    private void requireThere(OrganisationId organisation) {
        if (versions.asOf(organisation, Long.MAX_VALUE).isEmpty()) {
            throw new Refused(new LogRefusal.NotFound(organisation.value()));
        }
    }

    /** What is kept under this id for this organisation. */
    public Optional<Content> find(OrganisationId organisation, FileId id) {
        return files.find(organisation, id);
    }

    /**
     * How much room an organisation's files take.
     *
     * @throws Refused if there is no such organisation
     */
    public Usage usage(OrganisationId organisation) {
        requireThere(organisation);
        return new Usage(quotas.used(organisation), quotas.limit());
    }

    /**
     * @param bytes of files that are kept, each once
     * @param limitBytes that may be
     */
    public record Usage(long bytes, long limitBytes) {}

    /** A file as it is served. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares these
    public record Content(FileType type, byte[] bytes) {}
}
