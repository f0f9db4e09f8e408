package vn.nguongoc.history;

import java.io.PrintStream;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The command {@code rebuild}: throws the history away and reads it anew from the log, telling how far it is. */
@Component
class Rebuild implements ApplicationRunner {
    private static final String COMMAND = "rebuild";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);

    private final EventProcessingConfiguration processing;
    private final EventStore log;
    private final HistoryProgress progress;
    private final PrintStream terminal = System.out;

    Rebuild(EventProcessingConfiguration processing, EventStore log, HistoryProgress progress) {
        this.processing = processing;
        this.log = log;
        this.progress = progress;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (arguments.getNonOptionArgs().contains(COMMAND)) {
            rebuild();
        }
    }

    /** Returns when the history has seen all that the log held at the call. */
    void rebuild() throws InterruptedException {
        var head = log.createHeadToken().position().orElse(-1);
        var processor = processing
                .eventProcessor(HistoryProjection.NAME, StreamingEventProcessor.class)
                .orElseThrow();
        awaitAtWork(processor);
        processor.shutDown();
        processor.resetTokens();
        processor.start();
        while (progress.position() < head) {
            endIfFailing(processor);
            terminal.printf("history: %d / %d%n", progress.position() + 1, head + 1);
            Thread.sleep(TELL_EVERY);
        }
        terminal.printf("history: %d / %d%n", head + 1, head + 1);
    }

    /**
     * Axon 4.13 loses the segment of a tracking processor that is shut down while it starts: so it must be at work
     * first.
     */
    private static void awaitAtWork(StreamingEventProcessor processor) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (processor.processingStatus().values().stream().noneMatch(it -> it.isCaughtUp() || it.isErrorState())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Another nguongoc is following this log. Stop it first: a history is rebuilt by one process.");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static void endIfFailing(StreamingEventProcessor processor) {
        processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .findFirst()
                .ifPresent(status -> {
                    throw new IllegalStateException("The history cannot be rebuilt", status.getError());
                });
    }
}
