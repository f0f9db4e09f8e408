package vn.nguongoc;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own that can be killed and started again: with this JDK and this class path. */
public final class ServiceProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final List<String> command = new ArrayList<>();
    private final Path said;
    private final Api api;
    private @Nullable Process process;

    /**
     * Does not start it yet.
     *
     * @param directory for its data, in {@code data}, and what it says
     */
    public ServiceProcess(Path directory, String... arguments) throws IOException {
        var port = freePort();
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NguonGoc.class.getName(),
                "--server.port=" + port,
                "--nguongoc.mongo.directory=" + directory.resolve("data")));
        command.addAll(List.of(arguments));
        said = directory.resolve("said.txt");
        api = new Api(port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Speaks to it, also after it was started again. */
    public Api api() {
        return api;
    }

    /** Returns when it answers; fails if it ends or does not answer within two minutes. */
    public void start() throws IOException, InterruptedException {
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
        process = started;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the service does not answer: " + Files.readString(said));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private boolean answers() {
        try {
            return api.get("/actuator/health").status() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** Ends it as kill -9 does, and returns when it has ended. */
    public void kill() throws InterruptedException {
        Objects.requireNonNull(process).destroyForcibly().waitFor();
    }
}
