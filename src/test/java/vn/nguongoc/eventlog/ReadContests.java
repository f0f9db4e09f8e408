package vn.nguongoc.eventlog;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.bson.Document;

/** Reading: the whole log against the bare driver, and a large log against a small one. */
final class ReadContests {
    private static final long REPLAYED = Long.getLong("benchmark.replayed", 100_000);
    private static final long LARGE = Long.getLong("benchmark.events", 1_000_000);
    private static final long SMALL = 10_000;
    private static final int READS = 200;

    /** As many documents to a reply as our own largest page has. The embedded server would send all in one. */
    private static final int BATCH = 512;

    private final Random random = new Random(20261122);

    static String replay(BenchmarkServer server) throws Exception {
        try (var log = new BenchmarkLog(server.freshDatabase("replay"))) {
            var events = Fill.with(log.commits(), REPLAYED);
            return new Contest(
                            "replay of %,d events, payloads decoded".formatted(events),
                            "raw cursor over the same documents by `_id`",
                            Contest.Goal.atLeast(0.6),
                            "events/s",
                            () -> replayed(log, events),
                            () -> scanned(log, events))
                    .row();
        }
    }

    private static double replayed(BenchmarkLog log, long events) {
        var start = System.nanoTime();
        require(decoded(log.engine().readEvents(null, false)), events);
        return events * 1e9 / (System.nanoTime() - start);
    }

    private static double scanned(BenchmarkLog log, long events) {
        var start = System.nanoTime();
        long found = 0;
        for (var document : log.stored().find().sort(new Document("_id", 1)).batchSize(BATCH)) {
            found += document.getList("events", Document.class).size();
        }
        require(found, events);
        return events * 1e9 / (System.nanoTime() - start);
    }

    private static long decoded(Stream<? extends EventMessage<?>> events) {
        return events.filter(event -> event.getPayload() instanceof BenchmarkEvent)
                .count();
    }

    private static void require(long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException("read " + found + " events instead of " + expected);
        }
    }

    /** An aggregate's and a tracking reader's way through a large log and a small one; fills both. */
    List<String> atAnySize(BenchmarkServer server) throws Exception {
        try (var large = new BenchmarkLog(server.freshDatabase("large"));
                var small = new BenchmarkLog(server.freshDatabase("small"))) {
            var few = Fill.with(small.commits(), SMALL);
            var many = Fill.with(large.commits(), LARGE);
            return List.of(
                    contest("load of an aggregate of 10 events", many, few, large, small, this::load),
                    contest("tracking read of 100 events", many, few, large, small, this::follow));
        }
    }

    private interface Read {
        void once(BenchmarkLog log, long events);
    }

    private static String contest(String work, long many, long few, BenchmarkLog large, BenchmarkLog small, Read read)
            throws Exception {
        return new Contest(
                        "%s at %,d events, median".formatted(work, many),
                        "the same at %,d".formatted(few),
                        Contest.Goal.atMost(1.3),
                        "µs",
                        () -> Work.medianMicros(READS, () -> read.once(large, many)),
                        () -> Work.medianMicros(READS, () -> read.once(small, few)))
                .row();
    }

    private void load(BenchmarkLog log, long events) {
        var lot = Fill.lot(random.nextLong(events / Fill.EVENTS_A_LOT));
        require(decoded(log.engine().readEvents(lot, 0).asStream()), Fill.EVENTS_A_LOT);
    }

    private void follow(BenchmarkLog log, long events) {
        var token = new GlobalSequenceTrackingToken(random.nextLong(events - 101));
        require(decoded(log.engine().readEvents(token, false).limit(100)), 100);
    }
}
