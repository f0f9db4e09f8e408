package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
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
    void a_seed_gives_the_same_history_every_time() {
        assertThat(new Simulation(SEED).run())
                .isEqualTo(new Simulation(SEED).run())
                .isNotEqualTo(new Simulation(SEED + 1).run());
    }
}
