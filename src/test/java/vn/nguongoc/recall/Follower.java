package vn.nguongoc.recall;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Waits, as long as it moves, until everything that follows from what was recorded is recorded too. */
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
        for (var seen = seen(); seen < head(); seen = seen()) {
            var before = seen;
            await(() -> seen() > before);
        }
        return head();
    }

    /** It reads no further until {@link #goOn}. */
    void pause() {
        descent.shutDown();
    }

    void goOn() {
        descent.start();
    }

    /** Until it has read the event at this position. */
    void awaitSeen(long position) throws InterruptedException {
        await(() -> seen() >= position);
    }

    /** Until it has met something that it will try again. */
    void awaitError() throws InterruptedException {
        await(() -> descent.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it has seen " + seen() + " of " + head());
            }
            Thread.sleep(5);
        }
    }

    private long seen() {
        return descent.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(-1))
                .min()
                .orElse(-1);
    }
}
