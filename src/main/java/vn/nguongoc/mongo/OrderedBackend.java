package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 backend with four things added. A write that asks for the journal is answered only when it is on the disk.
 * What can be told again from the log has a file of its own ({@link Retold}), never ahead of what it is told from, and
 * some moments behind at most. Ranges of {@code _id} walk the ordered map instead of scanning and sorting every
 * document, so that reading the log's tail costs the same at ten commits and at ten million. And what is stored is
 * BSON, in the file and in memory.
 */
final class OrderedBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

    /** Writes that change what there is to write to; durable whether or not anybody asks. */
    private static final Set<String> DEFINITIONS =
            Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

    /**
     * So much is told again at most after a crash, and so seldom are the pages written that telling changes all over.
     */
    private static final int KEPT_EVERY_MILLISECONDS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(OrderedBackend.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("views").factory());
    private final AtomicBoolean isTelling = new AtomicBoolean();
    private final AtomicBoolean isRecordingUnasked = new AtomicBoolean();
    private final ScheduledFuture<?> keeping;
    private final MVStore retold;
    private final Durability records;
    private final Durability telling;
    private final DiskSpace space;

    /** @param witness is told each version of the records that has been synced */
    OrderedBackend(MVStore records, MVStore retold, DiskSpace space, LongConsumer witness) {
        this.space = space;
        this.retold = retold;
        var recording = new Durability(records, witness);
        this.records = recording;
        this.telling = new Durability(
                retold,
                () -> {
                    recording.await();
                    Retold.note(retold, records.getCurrentVersion());
                },
                version -> {});
        super(records); // opens the databases that are already there
        keeping = clock.scheduleWithFixedDelay(
                this::keep, KEPT_EVERY_MILLISECONDS, KEPT_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (!WRITES.contains(name) && !DEFINITIONS.contains(name)) {
            return super.handleCommand(channel, database, command, query);
        }
        space.refuseIfLow();
        if (DEFINITIONS.contains(name)) {
            var answer =
                    telling.apply(() -> records.apply(() -> super.handleCommand(channel, database, command, query)));
            telling.await(); // and the records before it
            return answer;
        }
        if (Retold.is(String.valueOf(query.get(command)))) {
            var answer = telling.apply(() -> super.handleCommand(channel, database, command, query));
            isTelling.set(true); // not before: what is kept at this moment would be thought to be all
            return answer;
        }
        var answer = records.apply(() -> super.handleCommand(channel, database, command, query));
        if (asksForTheJournal(query)) {
            records.await();
        } else {
            isRecordingUnasked.set(true); // who did not ask does not wait, but it is kept as well
        }
        return answer;
    }

    private void keep() {
        try {
            if (isRecordingUnasked.getAndSet(false)) {
                records.await();
            }
            if (isTelling.getAndSet(false)) {
                telling.await();
            }
        } catch (IllegalStateException e) {
            log.error("What nobody waits for is not kept any more", e);
        }
    }

    /** In this order: what is told is never ahead of the records. */
    @Override
    public void close() {
        keeping.cancel(false);
        clock.shutdown();
        super.close();
        retold.close();
    }

    private static boolean asksForTheJournal(Document query) {
        return query.get("writeConcern") instanceof Document concern
                && (Boolean.TRUE.equals(concern.get("j")) || "majority".equals(concern.get("w")));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new OrderedDatabase(name, getMvStore(), retold, getCursorRegistry());
    }
}
