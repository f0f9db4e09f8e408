package vn.nguongoc.eventlog;

import java.nio.file.Path;
import vn.nguongoc.mongo.EmbeddedServer;

/** A process that opens a store, reads the tail of each log in it, and says how long that took and what it holds. */
final class OpeningProcess {
    private OpeningProcess() {}

    /** Argument: the store's directory. */
    public static void main(String[] arguments) {
        var start = System.nanoTime();
        try (var server = EmbeddedServer.open(Path.of(arguments[0]));
                var client = BenchmarkServer.client(server.uri())) {
            var opened = System.nanoTime();
            for (var name : client.listDatabaseNames()) {
                new MongoCommits(client.getDatabase(name), BenchmarkLog.SETTINGS.attempt()).tail();
            }
            System.out.printf(
                    "%d ms until open, %d ms until the tail was read, %s%n",
                    (opened - start) / 1_000_000, (System.nanoTime() - start) / 1_000_000, Machine.memory());
        }
    }
}
