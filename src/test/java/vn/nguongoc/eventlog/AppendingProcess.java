package vn.nguongoc.eventlog;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A service process that appends to a log on a server elsewhere, as many threads at once, and says what and when. */
final class AppendingProcess implements AutoCloseable {
    static final int THREADS = 4;
    static final int COMMITS = 50;

    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private AppendingProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * A commit that was acknowledged.
     *
     * @param version the one event's
     */
    record Acknowledged(String version, Instant at) {
        static Acknowledged parse(String line) {
            var parts = line.split(" ", -1);
            return new Acknowledged(parts[0], Instant.parse(parts[1]));
        }

        String line() {
            return version + " " + at;
        }
    }

    /** Starts a process; it waits, ready, for the word to begin. */
    static AppendingProcess start(String uri, String name) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=logback-quiet.xml",
                        AppendingProcess.class.getName(),
                        uri,
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new AppendingProcess(process);
    }

    void awaitReady() throws IOException {
        for (var line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new AssertionError("it ended before it was ready");
            }
        }
    }

    void begin() throws IOException {
        try (var input = process.outputWriter()) {
            input.write("go\n");
        }
    }

    /** All that it was acknowledged, when it has ended. */
    Stream<Acknowledged> acknowledged() {
        return output.lines().map(Acknowledged::parse);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Arguments: the server, the name of this process. */
    public static void main(String[] arguments) throws IOException {
        try (var node = new Node(arguments[0], LogTest.SETTINGS)) {
            var engine = node.engine(Clock.systemUTC());
            System.out.println(READY);
            if (System.in.read() < 0) {
                throw new IOException("nobody said to begin");
            }
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                for (int thread = 0; thread < THREADS; thread++) {
                    var barn = arguments[1] + "-" + thread;
                    threads.execute(() -> append(engine, barn));
                }
            }
        }
    }

    private static void append(LogEngine engine, String barn) {
        for (long i = 0; i < COMMITS; i++) {
            engine.appendEvents(Node.filled(barn, i));
            var acknowledged = new Acknowledged(barn + "@" + i, Instant.now().truncatedTo(ChronoUnit.MICROS));
            System.out.println(acknowledged.line());
        }
    }
}
