package vn.nguongoc.eventlog;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/** One command on its way into the log: who asks under which commit id, and, once stored, the receipt. */
final class Recording {
    private final @Nullable Stamp stamp;
    private final @Nullable String target;
    private @Nullable Receipt receipt;

    private Recording(@Nullable Stamp stamp, @Nullable String target) {
        this.stamp = stamp;
        this.target = target;
    }

    /** @param target id of the aggregate that is to be at the version that the stamp expects, if it expects one */
    static Recording of(Stamp stamp, @Nullable String target) {
        return new Recording(stamp, target);
    }

    /** What the service does of its own accord: no key to repeat it by. */
    static Recording ofTheService() {
        return new Recording(null, null);
    }

    String commitId() {
        return stamp == null ? UUID.randomUUID().toString() : stamp.commitId();
    }

    @Nullable
    String request() {
        return stamp == null ? null : stamp.request();
    }

    String actor() {
        return stamp == null ? "nguongoc" : stamp.actor();
    }

    /**
     * Asked in the moment of storing: whoever stores first takes the versions of the draft from everybody else.
     *
     * @throws Refused if the thing is not at the version that was meant
     */
    void refuseIfMoved(Draft draft) {
        if (stamp != null) {
            draft.versions().stream()
                    .filter(it -> it.aggregate().equals(target))
                    .mapToLong(it -> it.sequence() - 1)
                    .min()
                    .ifPresent(before -> refuseIfMoved(stamp.expected(), before));
        }
    }

    /** @param version sequence number of the thing's last event; −1 if it has none */
    static void refuseIfMoved(Stamp.Expected expected, long version) {
        if (expected instanceof Stamp.Expected.OneOf meant && !meant.hold(version)) {
            throw new Refused(new LogRefusal.VersionMoved(meant.tags(), version < 0 ? null : "\"" + version + "\""));
        }
    }

    void stored(Receipt stored) {
        receipt = stored;
    }

    Optional<Receipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
