package vn.nguongoc.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fills a log with many events in large batches. A commit touches five lots, as a step with several inputs and outputs
 * does; a lot has ten events, which lie a hundred commits apart.
 */
final class Fill {
    static final int EVENTS_A_LOT = 10;

    private static final int LOTS_A_COMMIT = 5;
    private static final int GROUPS = 100;

    /** Commits until all lots of this many groups have all their events. */
    private static final int BLOCK = GROUPS * EVENTS_A_LOT;

    private static final int BATCH = 500;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Commits commits;
    private final Commit.Entry[][] last = new Commit.Entry[GROUPS][];
    private @Nullable Commit tail;

    private Fill(Commits commits) {
        this.commits = commits;
    }

    /** Returns how many events there are then: the number asked for, rounded up to whole blocks of 5,000. */
    static long with(Commits commits, long events) {
        var fill = new Fill(commits);
        var blocks = Math.ceilDiv(events, (long) BLOCK * LOTS_A_COMMIT);
        var start = System.nanoTime();
        for (long i = 0; i < blocks * BLOCK; i += BATCH) {
            fill.store(i);
            if (i % 20_000 == 0 && i > 0) {
                System.out.printf(
                        "  %,d events, %d s%n", i * LOTS_A_COMMIT, (System.nanoTime() - start) / 1_000_000_000);
            }
        }
        return blocks * BLOCK * LOTS_A_COMMIT;
    }

    /** One of the lots that {@link #with} made. */
    static String lot(long number) {
        return "lot-018f6f5e-0000-7000-%012x".formatted(number);
    }

    private void store(long first) {
        var batch = new ArrayList<Commit>(BATCH);
        for (long number = first; number < first + BATCH; number++) {
            tail = Commit.after(tail, draft(number));
            batch.add(tail);
        }
        commits.insertBatch(batch);
    }

    private Draft draft(long number) {
        var recordedAt = START.plusSeconds(number);
        var group = (int) (number % GROUPS);
        var sequence = number % BLOCK / GROUPS;
        var firstLot = (number / BLOCK * GROUPS + group) * LOTS_A_COMMIT;
        var before = sequence == 0 ? null : last[group];
        var entries = IntStream.range(0, LOTS_A_COMMIT)
                .mapToObj(i -> entry(lot(firstLot + i), sequence, recordedAt, before == null ? null : before[i].leaf()))
                .toList();
        last[group] = entries.toArray(Commit.Entry[]::new);
        return new Draft(UUID.randomUUID().toString(), null, recordedAt, List.copyOf(entries));
    }

    private static Commit.Entry entry(String lot, long sequence, Instant recordedAt, byte @Nullable [] previous) {
        var event = BenchmarkEvent.message(lot, sequence);
        var version = new Commit.Version(lot, sequence);
        var bytes = Envelope.of(
                event.serializePayload(BenchmarkLog.SERIALIZER, JsonNode.class),
                event.getIdentifier(),
                event.getType(),
                version,
                "benchmark",
                recordedAt,
                previous);
        return new Commit.Entry(version, bytes, Leaf.hash(bytes));
    }
}
