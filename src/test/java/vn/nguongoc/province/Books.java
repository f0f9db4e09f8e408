package vn.nguongoc.province;

import java.util.concurrent.atomic.AtomicLong;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;

/** Everything that a province records goes through these books, which count it. */
final class Books {
    private final Recorder recorder;
    private final String tenant;
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong lots = new AtomicLong();

    Books(Recorder recorder, long seed) {
        this.recorder = recorder;
        this.tenant = "province-" + seed;
    }

    String tenant() {
        return tenant;
    }

    /** @throws IllegalStateException if a rule said no: what a province does is allowed */
    Receipt record(Stamp stamp, Object command) {
        try {
            var receipt = recorder.record(stamp, command);
            commits.incrementAndGet();
            return receipt;
        } catch (Refused e) {
            throw new IllegalStateException("refused: " + e.refusal() + " to " + command, e);
        }
    }

    void count(int moreLots) {
        lots.addAndGet(moreLots);
    }

    long commits() {
        return commits.get();
    }

    long lots() {
        return lots.get();
    }
}
