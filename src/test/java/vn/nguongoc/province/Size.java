package vn.nguongoc.province;

import java.util.Random;

/**
 * How large a province is.
 *
 * @param seed of all that is random: the same seed and size make the same events
 * @param plots in all, four of five rice fields, the others ponds and orchards in halves
 * @param years of two seasons each, the last of which ends in 2025
 * @param lots about how many there are in the end
 * @param events about how many the log holds in the end
 * @param blend how many lots the largest blend is made of
 */
public record Size(long seed, int plots, int years, int lots, int events, int blend) {
    /** The most inputs of which a step's record still is one entry of the log: 65,535 bytes. */
    private static final int LARGEST_BLEND = 500;

    /** @throws IllegalArgumentException if it is too small to have every kind of chain, or a blend too large */
    public Size {
        if (plots < 20 || years < 1 || blend < 2 || blend > LARGEST_BLEND) {
            throw new IllegalArgumentException(
                    "at least 20 plots and a year; blends of 2 to " + LARGEST_BLEND + " lots");
        }
    }

    /** As the system properties {@code province.*} say: 1,000 plots, 10 years, 100,000 lots, 2,000,000 events. */
    public static Size told() {
        return new Size(
                Long.getLong("province.seed", 20_261_125),
                Integer.getInteger("province.plots", 1_000),
                Integer.getInteger("province.years", 10),
                Integer.getInteger("province.lots", 100_000),
                Integer.getInteger("province.events", 2_000_000),
                Integer.getInteger("province.blend", LARGEST_BLEND));
    }

    int cooperatives() {
        return Math.max(5, plots / 20);
    }

    int seasons() {
        return 2 * years;
    }

    /** The same dice for the same hand. */
    Random dice(String hand) {
        return new Random(seed * 31 + hand.hashCode());
    }
}
