package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What the log promises, on a simulated replica set that fails in every way it may. 200 histories here;
 * {@code -Dnguongoc.simulations=20000} for more, {@code -Dnguongoc.seed=…} for the same again: the first history has
 * that very seed, the others' follow from it.
 */
class ReplicaSetTest {
    private static final long SEED = Long.getLong("nguongoc.seed", System.nanoTime());
    private static final int SIMULATIONS = Integer.getInteger("nguongoc.simulations", 200);

    @Test
    void nothing_promised_is_broken_by_a_failing_replica_set() {
        var seeds = new Random(SEED);
        Map<Long, String> broken = new LinkedHashMap<>();
        Map<Happening, Long> tally = new EnumMap<>(Happening.class);
        for (int i = 0; i < SIMULATIONS; i++) {
            var seed = i == 0 ? SEED : seeds.nextLong();
            var simulation = new Simulation(seed);
            try {
                simulation.run();
            } catch (AssertionError e) {
                broken.put(seed, String.valueOf(e.getMessage()));
            }
            simulation.tally().forEach((what, times) -> tally.merge(what, times, Long::sum));
        }
        System.out.printf("replica set, seed %d, %d histories: %s%n", SEED, SIMULATIONS, tally);
        assertThat(broken.size())
                .as("%d of %d histories, by seed: %s", broken.size(), SIMULATIONS, broken)
                .isZero();
        if (SIMULATIONS >= 200) {
            assertThat(tally).as("a simulation that never does it").containsOnlyKeys(Happening.values());
        }
    }

    @Test
    void a_collision_with_what_is_rolled_back_later_settles_nothing() {
        var deposed = new Member();
        var next = new Member();
        deposed.lead(1);
        next.follow(deposed, 1);
        deposed.insert(Commit.after(null, draft("theirs", 1)));
        assertThat(new BatchWriter(new OneMember(deposed)).attempt(List.of(draft("ours", 1))))
                .containsExactly(new BatchWriter.Outcome.Unsettled());
        next.lead(2);
        assertThat(deposed.follow(next, 1)).as("commits rolled back").isOne();
        assertThat(new BatchWriter(new OneMember(next)).attempt(List.of(draft("ours", 1))))
                .singleElement()
                .isInstanceOf(BatchWriter.Outcome.Stored.class);
    }

    @Test
    void no_message_goes_to_the_next_primary_before_a_majority_has_the_one_before() {
        var batch = new ArrayList<Commit>();
        for (int i = 0; i < 200; i++) {
            batch.add(Commit.after(batch.isEmpty() ? null : batch.getLast(), draft("large " + i, 4)));
        }
        var messages = MongoCommits.messages(batch);
        assertThat(messages).hasSizeGreaterThan(1);
        assertThat(messages.stream().flatMap(List::stream)).isEqualTo(batch);
        assertThat(messages).allMatch(message -> message.size() * 4 * Commit.Entry.LARGEST < 8 << 20);
        assertThat(MongoCommits.messages(batch.subList(0, 10))).hasSize(1);
    }

    /** Of events as large as they may be, the first ones of the barn. */
    private static Draft draft(String id, int events) {
        var bytes = id.repeat(Commit.Entry.LARGEST)
                .substring(0, Commit.Entry.LARGEST)
                .getBytes(StandardCharsets.UTF_8);
        var entries = LongStream.range(0, events)
                .mapToObj(sequence -> new Commit.Entry(new Commit.Version("barn", sequence), bytes, Leaf.hash(bytes)))
                .toList();
        return new Draft(id, null, Instant.EPOCH, entries);
    }

    @Test
    void a_seed_gives_the_same_history_every_time() {
        assertThat(new Simulation(SEED).run())
                .isEqualTo(new Simulation(SEED).run())
                .isNotEqualTo(new Simulation(SEED + 1).run());
    }
}
