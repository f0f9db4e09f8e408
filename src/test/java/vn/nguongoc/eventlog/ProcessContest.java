package vn.nguongoc.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Three processes that append to one log, against one process with as many callers. */
final class ProcessContest {
    private static final int CALLERS = 24;
    private static final int EVENTS = Integer.getInteger("benchmark.appends", 4000);

    private ProcessContest() {}

    static String run(BenchmarkServer server) throws Exception {
        try (var three = new Team(server, 3);
                var one = new Team(server, 1)) {
            return new Contest(
                            "3 processes appending, 8 callers each",
                            "1 process with 24 callers",
                            Contest.Goal.atLeast(0.7),
                            "events/s",
                            three::append,
                            one::append)
                    .row();
        }
    }

    /** Processes that share a log and stay for all the rounds, so that they are warm. */
    private static final class Team implements AutoCloseable {
        private final List<Process> members;

        Team(BenchmarkServer server, int size) {
            var database = server.freshDatabase(size + "-processes").getName();
            members = IntStream.range(0, size)
                    .mapToObj(i -> start(server.uri(), database, CALLERS / size))
                    .toList();
        }

        private static Process start(String uri, String database, int callers) {
            try {
                return Java.start("-Xmx256m", BenchmarkProcess.class, uri, database, String.valueOf(callers));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Events a second, from the word to all until the last of them is done. */
        double append() throws IOException {
            var start = System.nanoTime();
            for (var member : members) {
                var order = member.outputWriter();
                order.write(EVENTS / members.size() + "\n");
                order.flush();
            }
            for (var member : members) {
                if (member.inputReader().readLine() == null) {
                    throw new IllegalStateException("a process ended by itself");
                }
            }
            return EVENTS * 1e9 / (System.nanoTime() - start);
        }

        @Override
        public void close() throws IOException {
            for (var member : members) {
                member.outputWriter().close(); // the end of its orders is its end
                member.onExit().join();
            }
        }
    }
}
