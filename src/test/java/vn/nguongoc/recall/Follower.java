package vn.nguongoc.recall;

import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Waits until everything that follows from what was recorded is recorded too. */
final class Follower {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventStore log;
    private final StreamingEventProcessor descent;

    Follower(EventStore log, EventProcessingConfiguration processing) {
        this.log = log;
        this.descent = processing
                .eventProcessor(Descent.NAME, StreamingEventProcessor.class)
                .orElseThrow();
    }

    long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    /** @return position of the last event, after which nothing follows */
    long awaitRest() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (seen() < head()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it has seen " + seen() + " of " + head());
            }
            Thread.sleep(5);
        }
        return head();
    }

    private long seen() {
        return descent.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(-1))
                .min()
                .orElse(-1);
    }
}
