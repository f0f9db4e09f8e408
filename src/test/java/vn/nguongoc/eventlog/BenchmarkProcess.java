package vn.nguongoc.eventlog;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A process that appends as many events as each line of its input says, and answers with a line. */
final class BenchmarkProcess {
    private BenchmarkProcess() {}

    /** Arguments: the server's URI, the database, the number of callers. */
    public static void main(String[] arguments) throws Exception {
        var callers = Integer.parseInt(arguments[2]);
        try (var client = BenchmarkServer.client(arguments[0]);
                var log = new BenchmarkLog(client.getDatabase(arguments[1]));
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                Work.perSecond(callers, Integer.parseInt(order), log::appendToANewLot);
                System.out.println("done");
            }
        }
    }
}
