package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One row of the table: two ways to do the same work, measured in turn, so that what else happens on the machine
 * befalls both.
 *
 * @param ours the work whose figure stands above the line of the ratio
 */
public record Contest(String work, String against, Goal goal, String unit, Side ours, Side theirs) {
    private static final int WARM_UPS = Integer.getInteger("benchmark.warm-ups", 2);
    /** How many rounds count, where nobody says otherwise. */
    public static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);

    /** Does the work once and says how fast, in the contest's unit. */
    public interface Side {
        double measure() throws Exception;
    }

    /** What the median of the ratios should be. */
    public record Goal(double bound, boolean atLeast) {
        public static Goal atLeast(double bound) {
            return new Goal(bound, true);
        }

        public static Goal atMost(double bound) {
            return new Goal(bound, false);
        }

        boolean isMetBy(double ratio) {
            return atLeast ? ratio >= bound : ratio <= bound;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + bound;
        }
    }

    record Round(double ours, double theirs) {
        double ratio() {
            return ours / theirs;
        }
    }

    /** Runs the rounds and returns the row in Markdown. */
    public String row() throws Exception {
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            System.out.printf("  %s: warm-up %s%n", work, round(warmUp));
        }
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(round(i));
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %s, ratio %.2f%n",
                    work,
                    rounds.getLast(),
                    rounds.getLast().ratio());
        }
        return markdown(rounds);
    }

    /** Who begins alternates. */
    private Round round(int number) throws Exception {
        if (number % 2 == 0) {
            var first = ours.measure();
            return new Round(first, theirs.measure());
        }
        var first = theirs.measure();
        return new Round(ours.measure(), first);
    }

    private String markdown(List<Round> rounds) {
        var ratios = rounds.stream().map(Round::ratio).sorted().toList();
        var ratio = ratios.get(ratios.size() / 2);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s %.2f | %.2f – %.2f | %s against %s %s |",
                work,
                against,
                goal,
                goal.isMetBy(ratio) ? "" : "missed:",
                ratio,
                ratios.getFirst(),
                ratios.getLast(),
                figure(rounds.stream().map(Round::ours).toList()),
                figure(rounds.stream().map(Round::theirs).toList()),
                unit);
    }

    private static String figure(List<Double> values) {
        return String.format(
                Locale.ROOT,
                "%,.0f",
                median(values.stream().mapToDouble(it -> it).toArray()));
    }

    /** The middle one, or the upper of the two. */
    public static double median(double... values) {
        var sorted = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
