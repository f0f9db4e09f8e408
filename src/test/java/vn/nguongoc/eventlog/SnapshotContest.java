package vn.nguongoc.eventlog;

import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** A plot of ten seasons: read from a snapshot and what came after it, and read from its events. */
final class SnapshotContest {
    private static final int EVENTS = 1000;
    private static final int AFTER_IT = 25;
    private static final int READS = 50;
    private static final String PLOT = "plot-of-ten-seasons";

    private SnapshotContest() {}

    /** About as much as a plot must remember. */
    record State(String cooperative, String kind, long areaSquareMetres, int cycles, List<String> sprays) {}

    static String run(BenchmarkServer server) throws Exception {
        try (var log = new BenchmarkLog(server.freshDatabase("snapshot"))) {
            for (int sequence = 0; sequence < EVENTS; sequence++) {
                log.engine().appendEvents(BenchmarkEvent.message(PLOT, sequence));
            }
            var state = new State("htx-1", "rice-field", 20_000, 20, List.of("2026-04-24 azoxystrobin"));
            log.engine().storeSnapshot(new GenericDomainEventMessage<>("plot", PLOT, EVENTS - AFTER_IT - 1, state));
            return new Contest(
                            "load of an aggregate of %,d events from a snapshot and %d more"
                                    .formatted(EVENTS, AFTER_IT),
                            "the same from its events",
                            Contest.Goal.atMost(0.2),
                            "µs",
                            () -> Work.medianMicros(READS, () -> fromTheSnapshot(log.engine())),
                            () -> Work.medianMicros(READS, () -> require(decoded(log.engine(), 0), EVENTS)))
                    .row();
        }
    }

    private static void fromTheSnapshot(LogEngine engine) {
        var snapshot = engine.readSnapshot(PLOT).orElseThrow();
        require(snapshot.getPayload() instanceof State ? 1 : 0, 1);
        require(decoded(engine, snapshot.getSequenceNumber() + 1), AFTER_IT);
    }

    private static long decoded(LogEngine engine, long first) {
        return engine.readEvents(PLOT, first)
                .asStream()
                .filter(event -> event.getPayload() instanceof BenchmarkEvent)
                .count();
    }

    private static void require(long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException("read " + found + " instead of " + expected);
        }
    }
}
