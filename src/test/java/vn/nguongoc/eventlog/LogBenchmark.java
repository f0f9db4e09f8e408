package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;

/**
 * Measures the event log against the bare driver, against axon-mongo's engine and against itself, and prints a table
 * for docs/performance.md. {@code mvn -Pbenchmark test-compile exec:exec}; {@code -Dbenchmark.rows=1,5} chooses rows,
 * {@code -Dbenchmark.events=100000} makes the large log smaller.
 */
final class LogBenchmark {
    private static final String DEFAULT_ROWS = "1,2,3,4,5,6,7,8";

    /** Each number's rows; the server is a fresh one. */
    private static final Map<String, Measured> ROWS = new TreeMap<>(Map.of(
            "1", server -> List.of(AppendContests.manyCallers(server)),
            "2", server -> List.of(AppendContests.oneCaller(server)),
            "3", LogBenchmark::axon,
            "4", server -> List.of(ProcessContest.run(server)),
            "5", server -> List.of(ReadContests.replay(server)),
            "6", LogBenchmark::sizes,
            "7", server -> server.isEmbedded() ? List.of(StoreContests.growth(server)) : List.of(),
            "8", server -> List.of(SnapshotContest.run(server))));

    private LogBenchmark() {}

    private interface Measured {
        List<String> rows(BenchmarkServer server) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var rows = new ArrayList<String>();
        var on = "";
        for (var row :
                List.of(System.getProperty("benchmark.rows", DEFAULT_ROWS).split(",", -1))) {
            try (var server = new BenchmarkServer()) {
                on = server.toString();
                System.out.println("Row " + row + ": " + on);
                var measured = ROWS.getOrDefault(row.strip(), any -> List.of()).rows(server);
                rows.addAll(measured);
                measured.forEach(System.out::println);
                System.out.println("  " + Machine.memory() + ", server included where it is embedded");
            }
        }
        print(rows, on);
    }

    private static List<String> axon(BenchmarkServer server) throws Exception {
        return List.of(
                AppendContests.axon(server, "a document per event", new DocumentPerEventStorageStrategy()),
                AppendContests.axon(server, "a document per commit", new DocumentPerCommitStorageStrategy()));
    }

    private static List<String> sizes(BenchmarkServer server) throws Exception {
        var rows = new ArrayList<>(new ReadContests().atAnySize(server));
        if (server.isEmbedded()) {
            rows.add(StoreContests.opening(server));
        }
        return rows;
    }

    private static void print(List<String> rows, String server) {
        System.out.printf("""

                %s.
                On the %s.
                Both sides in one run and in turn, two rounds to warm up; the ratio is the median of the rounds' ratios.

                | work | against | goal | median ratio | lowest – highest | medians |
                |---|---|---|---|---|---|
                """, Machine.description(), server);
        rows.forEach(System.out::println);
    }
}
