package vn.nguongoc.eventlog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All chance in a simulation, from one seed, and the count of what it brought about. */
final class Dice {
    private final Random random;
    private final Map<Happening, Long> tally = new EnumMap<>(Happening.class);
    private boolean calm;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean rolls(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** Whether a fault happens now: never again once calm has set in. */
    boolean strikes(int perMille) {
        return rolls(perMille) && !calm;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** Differs, in all likelihood, wherever two simulations rolled differently before. */
    long fingerprint() {
        return random.nextLong();
    }

    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    void count(Happening happening) {
        tally.merge(happening, 1L, Long::sum);
    }

    Map<Happening, Long> tally() {
        return tally;
    }
}
