package vn.nguongoc.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nguongoc.Api;
import vn.nguongoc.eventlog.Contest;
import vn.nguongoc.eventlog.Machine;
import vn.nguongoc.history.MeasuredService;

/**
 * What the doors cost a request with a key: {@code mvn -Pbenchmark test-compile exec:exec
 * -Dbenchmark.main=vn.nguongoc.doors.DoorBenchmark}. Two services in one process, one with open doors and one with
 * closed ones, asked turn about.
 */
final class DoorBenchmark {
    private static final int ROUNDS = 9;
    private static final int WARM_UPS = 3;
    private static final int REQUESTS = 1_000;

    private DoorBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (var open = MeasuredService.fresh();
                var closed =
                        MeasuredService.fresh("--nguongoc.doors=closed", "--nguongoc.requests-per-minute=100000000")) {
            var anybody = new Api(open.port());
            var somewhere = anybody.cooperative();
            var manager = Household.manager(new Api(closed.port()), closed.directory());
            var machine = new Api(closed.port())
                    .with(
                            "Authorization",
                            "Bearer " + manager.key("read").get("key").stringValue());
            open.rest();
            closed.rest();
            System.out.println(Machine.description());
            System.out.println("| request | open doors, median | closed doors with a key | added (lowest – highest) |");
            System.out.println("|---|---|---|---|");
            row(
                    "GET of a cooperative",
                    anybody,
                    "/api/cooperatives/" + somewhere,
                    machine,
                    "/api/cooperatives/" + manager.organisation());
        }
    }

    private static void row(String name, Api open, String there, Api closed, String here) {
        var opens = new ArrayList<Double>();
        var closes = new ArrayList<Double>();
        var added = new ArrayList<Double>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            var one = medianMicros(open, there);
            var other = medianMicros(closed, here);
            if (round >= 0) {
                opens.add(one);
                closes.add(other);
                added.add(other - one);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f µs | %.0f µs | %.0f µs (%.0f – %.0f) |%n",
                name,
                median(opens),
                median(closes),
                median(added),
                added.stream().mapToDouble(it -> it).min().orElseThrow(),
                added.stream().mapToDouble(it -> it).max().orElseThrow());
    }

    private static double median(List<Double> values) {
        return Contest.median(values.stream().mapToDouble(it -> it).toArray());
    }

    private static double medianMicros(Api api, String path) {
        var micros = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            var begun = System.nanoTime();
            var answer = api.get(path);
            micros[i] = (System.nanoTime() - begun) / 1e3;
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.text());
            }
        }
        return Contest.median(micros);
    }
}
