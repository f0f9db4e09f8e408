package vn.nguongoc.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nguongoc.eventlog.Machine;
import vn.nguongoc.province.ProvinceStore;
import vn.nguongoc.province.Size;

/**
 * Measures histories, traces and recalls, and prints a table for docs/performance.md. {@code mvn -Pbenchmark
 * test-compile exec:exec -Dbenchmark.main=vn.nguongoc.history.HistoryBenchmark -Dbenchmark.rows=a,c} chooses rows. The
 * provinces are made once and kept beside {@code -Dprovince.directory}, the large one with the sizes that
 * {@link Size#told} reads.
 */
final class HistoryBenchmark {
    private static final String DEFAULT_ROWS = "a,c,d,e,f,g";
    private static final Path DIRECTORY = Path.of(System.getProperty("province.directory", "target/province"));
    private static final int FEW_LOTS = 1_000;

    private static final Map<String, Measured> ROWS = new TreeMap<>(Map.of(
            "a", HistoryBenchmark::answers,
            "c", HistoryBenchmark::sizes,
            "d", HistoryBenchmark::trace,
            "e", HistoryBenchmark::recall,
            "f", HistoryBenchmark::lag,
            "g", HistoryBenchmark::replay));

    private HistoryBenchmark() {}

    private interface Measured {
        List<String> rows() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var rows = new ArrayList<String>();
        for (var row :
                List.of(System.getProperty("benchmark.rows", DEFAULT_ROWS).split(",", -1))) {
            System.out.println("Row " + row);
            var measured = ROWS.getOrDefault(row.strip(), List::of).rows();
            rows.addAll(measured);
            measured.forEach(System.out::println);
        }
        System.out.printf("""

                %s.
                The service on the embedded server, in the benchmark's own process, every write synced to its H2 file, no replication.
                Both sides in one run and in turn, two rounds to warm up; the ratio is the median of the rounds' ratios.

                | work | against | goal | median ratio | lowest – highest | medians |
                |---|---|---|---|---|---|
                """, Machine.description());
        rows.forEach(System.out::println);
    }

    /** Rows a and b. */
    private static List<String> answers() throws Exception {
        try (var service = MeasuredService.on(few())) {
            return noted(new AnswerContests(service).rows());
        }
    }

    private static List<String> sizes() throws Exception {
        var size = Size.told();
        try (var large = MeasuredService.on(many(size));
                var small = MeasuredService.on(few())) {
            large.rest();
            small.rest();
            var contests = new SizeContests(
                    large, "at %,d lots".formatted(size.lots()), small, "at %,d lots".formatted(FEW_LOTS));
            return noted(contests.rows());
        }
    }

    private static List<String> trace() throws Exception {
        try (var service = MeasuredService.on(few())) {
            return noted(TraceFigures.rows(service));
        }
    }

    private static List<String> recall() throws Exception {
        try (var service = MeasuredService.fresh()) {
            return noted(new RecallFigures(service).rows());
        }
    }

    private static List<String> lag() throws Exception {
        try (var service = MeasuredService.fresh()) {
            return noted(LagFigures.rows(service));
        }
    }

    private static List<String> replay() throws Exception {
        var size = new Size(Size.told().seed(), 100, 2, 5_000, 100_000, 100);
        try (var service = MeasuredService.on(made(Path.of(DIRECTORY + "-middle"), size))) {
            return noted(new ReplayContests(service).rows());
        }
    }

    /** The memory is told while the service is still there. */
    private static List<String> noted(List<String> rows) {
        System.out.println("  " + Machine.memory() + ", server and service included");
        return rows;
    }

    private static Path few() throws IOException, InterruptedException {
        var size = new Size(Size.told().seed(), 20, 2, FEW_LOTS, 12_000, 16);
        return made(Path.of(DIRECTORY + "-small"), size);
    }

    private static Path many(Size size) throws IOException, InterruptedException {
        return made(DIRECTORY, size);
    }

    private static Path made(Path directory, Size size) throws IOException, InterruptedException {
        ProvinceStore.require(directory, size);
        return directory;
    }
}
