package vn.nguongoc.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.nguongoc.scan.ScanHistories.Made;

/**
 * How well signals tell copied codes from honest ones, on made-up histories. {@code main} prints the tables of
 * docs/scan-signals.md: {@code -Dscan.seed=…}, {@code -Dscan.honest=…}, {@code -Dscan.copied=…} of each kind.
 */
final class SignalFigures {
    static final long SEED = 20_261_125;
    private static final int HONEST = 200_000;
    private static final int COPIED = 1_000;
    private static final double NORMAL_95 = 1.959964;

    /** How honest units outnumber copied codes, in the last table. */
    private static final List<Integer> ONE_IN = List.of(100, 1_000, 10_000);

    private final List<Made> all;

    private SignalFigures(List<Made> all) {
        this.all = all;
    }

    /** @param copied of each kind */
    static SignalFigures of(long seed, int honest, int copied) {
        var made = new ArrayList<Made>();
        var histories = new ScanHistories(seed);
        for (int i = 0; i < honest; i++) {
            made.add(histories.honest());
        }
        for (int i = 0; i < copied; i++) {
            made.add(histories.copied("10 copies", 10, 3, new int[] {5, 90}, 0.3));
            made.add(histories.copied("100 copies", 100, 5, new int[] {5, 90}, 0.2));
            made.add(histories.copied("1,000 copies", 1_000, 8, new int[] {5, 90}, 0.1));
            made.add(histories.copied("before sale", 30, 3, new int[] {-20, -2}, 0.3));
            made.add(histories.copied("old lot", 30, 4, new int[] {200, 320}, 0.3));
        }
        return new SignalFigures(made);
    }

    /** So many of so many. */
    record Share(long part, long whole) {
        double value() {
            return whole == 0 ? 0 : (double) part / whole;
        }

        /** Wilson's interval at 95 %. */
        double bound(int side) {
            if (whole == 0) {
                return 0;
            }
            var z = NORMAL_95;
            var squared = z * z / whole;
            var spread = z * Math.sqrt(value() * (1 - value()) / whole + squared / (4 * whole));
            return (value() + squared / 2 + side * spread) / (1 + squared);
        }

        String percent() {
            return String.format(
                    Locale.ROOT,
                    "%.3f %% (%.3f – %.3f)",
                    100 * value(),
                    100 * Math.max(0, bound(-1)),
                    100 * Math.min(1, bound(1)));
        }
    }

    /** Of honest units, those that get the signal all the same. */
    Share falseAlarms(SignalThresholds limits, String signal) {
        return share(it -> !it.isCopied(), limits, signal);
    }

    /** Of copied codes of this kind, those that get it. */
    Share recall(SignalThresholds limits, String signal, String kind) {
        return share(it -> it.isCopied() && (kind.equals("all") || it.kind().equals(kind)), limits, signal);
    }

    private Share share(Predicate<Made> which, SignalThresholds limits, String signal) {
        var some = all.stream().filter(which).toList();
        return new Share(some.stream().filter(it -> has(it, limits, signal)).count(), some.size());
    }

    /** @param signal a code, or {@code any} of those that may mean copies */
    private static boolean has(Made made, SignalThresholds limits, String signal) {
        return Signals.of(made.scans(), made.lot(), limits).stream()
                .filter(Signal::mayMeanCopies)
                .anyMatch(it -> signal.equals("any") || it.code().equals(signal));
    }

    /** Of units with the signal, those whose code was copied, if one scanned code in so many is. */
    static double precision(Share recall, Share falseAlarms, int oneIn) {
        var right = recall.value() / oneIn;
        var wrong = falseAlarms.value() * (oneIn - 1) / oneIn;
        return right + wrong == 0 ? 0 : right / (right + wrong);
    }

    private static final List<String> SIGNALS =
            List.of("before-dispatch", "many-devices", "far-apart", "after-sale", "any");
    private static final List<String> COPIES =
            List.of("10 copies", "100 copies", "1,000 copies", "before sale", "old lot", "all");

    public static void main(String[] arguments) {
        var figures = of(
                Long.getLong("scan.seed", SEED),
                Integer.getInteger("scan.honest", HONEST),
                Integer.getInteger("scan.copied", COPIED));
        var chosen = SignalThresholds.CHOSEN;
        System.out.println("| signal | false alarms | " + String.join(" | ", COPIES) + " |");
        for (var signal : SIGNALS) {
            System.out.print(
                    "| " + signal + " | " + figures.falseAlarms(chosen, signal).percent());
            COPIES.forEach(kind -> System.out.printf(
                    Locale.ROOT, " | %s", figures.recall(chosen, signal, kind).percent()));
            System.out.println(" |");
        }
        for (var signal : SIGNALS) {
            System.out.print("| " + signal);
            ONE_IN.forEach(oneIn -> System.out.printf(
                    Locale.ROOT,
                    " | %.1f %%",
                    100
                            * precision(
                                    figures.recall(chosen, signal, "all"),
                                    figures.falseAlarms(chosen, signal),
                                    oneIn)));
            System.out.println(" |");
        }
        figures.sweep(chosen);
        System.out.println(figures.honestKinds(chosen));
    }

    private void sweep(SignalThresholds it) {
        List.of(3, 4, 5, 6, 7, 8, 9, 10, 12, 15)
                .forEach(limit ->
                        row("many-devices", limit, with(it, limit, it.devicesBeforeDispatch(), it.devicesAfterSale())));
        List.of(0, 1, 2, 3, 4, 5, 6)
                .forEach(limit -> row("before-dispatch", limit, with(it, it.devices(), limit, it.devicesAfterSale())));
        List.of(1, 2, 3, 4, 5, 6, 7)
                .forEach(limit -> row("after-sale", limit, with(it, it.devices(), it.devicesBeforeDispatch(), limit)));
        List.of(50, 100, 200, 300, 500).forEach(limit -> row("far-apart", limit, apart(it, limit, it.apartWithin())));
        List.of(6, 12, 24, 48, 72)
                .forEach(limit -> row("far-apart", limit, apart(it, it.apartKilometres(), Duration.ofHours(limit))));
    }

    private static SignalThresholds with(SignalThresholds it, int devices, int beforeDispatch, int afterSale) {
        return new SignalThresholds(
                devices,
                beforeDispatch,
                it.dispatchGraceDays(),
                it.apartKilometres(),
                it.apartWithin(),
                afterSale,
                it.burst(),
                it.neutral());
    }

    private static SignalThresholds apart(SignalThresholds it, int kilometres, Duration within) {
        return new SignalThresholds(
                it.devices(),
                it.devicesBeforeDispatch(),
                it.dispatchGraceDays(),
                kilometres,
                within,
                it.devicesAfterSale(),
                it.burst(),
                it.neutral());
    }

    private void row(String signal, int limit, SignalThresholds limits) {
        System.out.printf(
                Locale.ROOT,
                "| %s > %d | %s | %s | %s | %s | %.1f %% |%n",
                signal,
                limit,
                falseAlarms(limits, signal).percent(),
                recall(limits, signal, "10 copies").percent(),
                recall(limits, signal, "100 copies").percent(),
                recall(limits, signal, "all").percent(),
                100 * precision(recall(limits, signal, "all"), falseAlarms(limits, signal), 1_000));
    }

    /** Of each kind of honest history, the share with any signal. */
    Map<String, String> honestKinds(SignalThresholds limits) {
        var kinds = new TreeMap<String, String>();
        all.stream()
                .filter(it -> !it.isCopied())
                .map(Made::kind)
                .distinct()
                .forEach(kind -> kinds.put(
                        kind,
                        share(it -> !it.isCopied() && it.kind().equals(kind), limits, "any")
                                .percent()));
        return kinds;
    }
}
