package vn.nguongoc.history;

import java.util.Arrays;
import java.util.Locale;
import vn.nguongoc.eventlog.Contest;

/** A row of the table that stands against nothing but its goal: the same measured in several rounds. */
final class Figures {
    static final int WARM_UPS = 2;

    private Figures() {}

    /** One round, and what it measured. */
    interface Round {
        double measure() throws Exception;
    }

    /** @param most what the median of the rounds should stay under */
    static String row(String work, double most, String unit, int warmUps, Round round) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            System.out.printf(Locale.ROOT, "  %s: warm-up %,.1f %s%n", work, round.measure(), unit);
        }
        var figures = new double[Contest.ROUNDS];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = round.measure();
            System.out.printf(Locale.ROOT, "  %s: %,.1f %s%n", work, figures[i], unit);
        }
        Arrays.sort(figures);
        var median = Contest.median(figures);
        return String.format(
                Locale.ROOT,
                "| %s | | < %,.0f %s | %s | %,.1f – %,.1f | %,.1f %s |",
                work,
                most,
                unit,
                median < most ? "" : "missed",
                figures[0],
                figures[figures.length - 1],
                median,
                unit);
    }
}
