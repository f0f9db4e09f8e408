package vn.nguongoc.eventlog;

import java.util.Locale;

/** What the embedded server's file weighs and how long it takes to open; figures without a goal. */
final class StoreContests {
    private StoreContests() {}

    /** Bytes of file for each single-event commit, appended one by one and synced one by one. */
    static String growth(BenchmarkServer server) throws Exception {
        var row = new StringBuilder("| file per single-event commit, one caller | | | | |");
        try (var log = new BenchmarkLog(server.freshDatabase("growth"))) {
            int stored = 0;
            for (int target : new int[] {1_000, 10_000, Integer.getInteger("benchmark.growth", 50_000)}) {
                for (; stored < target; stored++) {
                    log.appendToANewLot();
                }
                var figure = String.format(Locale.ROOT, " %,d bytes after %,d;", server.fileSize() / stored, stored);
                System.out.println(figure);
                row.append(figure);
            }
        }
        return row.append(" |").toString();
    }

    /** Opens what the server has just stored, in a process of its own. */
    static String opening(BenchmarkServer server) throws Exception {
        server.stop();
        var bytes = server.fileSize();
        var process =
                Java.start("-Xmx1g", OpeningProcess.class, server.directory().toString());
        var answer = process.inputReader().readLine();
        process.waitFor();
        return String.format(Locale.ROOT, "| opening that store, %,d MB | | | | | %s |", bytes >> 20, answer);
    }
}
