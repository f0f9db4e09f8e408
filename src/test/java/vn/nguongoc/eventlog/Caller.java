package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nguongoc.shared.Refused;

/**
 * Somebody who records one thing after the other, and whoever is told that it was not stored in time sends the same
 * commit id again, until it is.
 */
final class Caller implements Runnable {
    private final Node node;
    private final String name;
    private final LogSettings settings;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private volatile boolean stopped;
    private volatile Duration longestWait = Duration.ZERO;

    Caller(Node node, String name, LogSettings settings) {
        this.node = node;
        this.name = name;
        this.settings = settings;
    }

    /** Ends, when it was stopped, with an acknowledgement. */
    @Override
    public void run() {
        for (long sequence = 0; !stopped; sequence++) {
            while (!isAcknowledged(sequence)) {
                refusals.incrementAndGet();
            }
            acknowledged.add(name + "@" + sequence);
        }
    }

    private boolean isAcknowledged(long sequence) {
        var start = System.nanoTime();
        try {
            node.append(name, sequence);
            return true;
        } catch (Appender.AlreadyStored e) {
            return true; // by an attempt of which nobody knew what became of it
        } catch (Refused refused) {
            assertThat(refused.refusal())
                    .isEqualTo(
                            new LogRefusal.NotStoredInTime(settings.deadline().toSeconds()));
            return false;
        } finally {
            var waited = Duration.ofNanos(System.nanoTime() - start);
            longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
        }
    }

    void stop() {
        stopped = true;
    }

    List<String> acknowledged() {
        return acknowledged;
    }

    int refusals() {
        return refusals.get();
    }

    Duration longestWait() {
        return longestWait;
    }
}
