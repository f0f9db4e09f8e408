package vn.nguongoc.eventlog;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;

/** One command on its way into the log: who asks under which commit id, and, once stored, the receipt. */
final class Recording {
    private final @Nullable Stamp stamp;
    private @Nullable Receipt receipt;

    private Recording(@Nullable Stamp stamp) {
        this.stamp = stamp;
    }

    static Recording of(Stamp stamp) {
        return new Recording(stamp);
    }

    /** What the service does of its own accord: no key to repeat it by. */
    static Recording ofTheService() {
        return new Recording(null);
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

    void stored(Receipt stored) {
        receipt = stored;
    }

    Optional<Receipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
