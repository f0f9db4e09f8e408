package vn.nguongoc.history;

import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Tokens;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.WebRefusal;

/** How far the history has followed the log, for readers who must see what they have just written. */
@Component
public class HistoryProgress {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final EventProcessingConfiguration processing;
    private final Tokens tokens;

    HistoryProgress(EventProcessingConfiguration processing, Tokens tokens) {
        this.processing = processing;
        this.tokens = tokens;
    }

    /** Position of the last event that every view has seen; −1 before the first. */
    public long position() {
        return processing.eventProcessor(HistoryProjection.NAME, StreamingEventProcessor.class).stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(HistoryProgress::position)
                .min()
                .orElseGet(this::positionInAnotherProcess);
    }

    /** Of several processes on one log, one follows it for all. */
    private long positionInAnotherProcess() {
        return tokens.position(HistoryProjection.NAME).orElse(-1);
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    /** @throws Refused if the history has not come this far within two seconds */
    public void awaitSeen(long position) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (position() < position) {
            if (System.nanoTime() > deadline) {
                throw new Refused(new WebRefusal.NotYetThere(position, position()));
            }
            pause(position);
        }
    }

    private void pause(long position) {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(new WebRefusal.NotYetThere(position, position()));
        }
    }
}
