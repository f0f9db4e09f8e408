package vn.nguongoc.history;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.nguongoc.Api;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.generations.HistoryProgress;

/** The whole service in the benchmark's own process, on an embedded store. */
public final class MeasuredService implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLISECONDS = 2;
    private static final long TELL_EVERY_NANOSECONDS = 10_000_000_000L;

    private final ConfigurableApplicationContext service;
    private final @Nullable Path temporary;

    private MeasuredService(Path directory, @Nullable Path temporary, String... more) {
        this.temporary = temporary;
        // Tomcat would close a connection after 100 requests, of either side.
        service = new SpringApplicationBuilder(NguonGoc.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--server.tomcat.max-keep-alive-requests=-1",
                                        "--nguongoc.log.deadline=60s",
                                        "--nguongoc.log.attempt=30s",
                                        "--nguongoc.mongo.directory=" + directory),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    static MeasuredService on(Path directory) {
        return new MeasuredService(directory, null);
    }

    /** On an empty store, which is gone afterwards. */
    public static MeasuredService fresh(String... more) throws IOException {
        var directory = Files.createTempDirectory("history-benchmark");
        return new MeasuredService(directory, directory, more);
    }

    /** Where the data of a fresh one lies. */
    public Path directory() {
        return Objects.requireNonNull(temporary);
    }

    /** On an empty store, with the demonstration recorded. */
    static MeasuredService demonstrating() throws IOException {
        var directory = Files.createTempDirectory("scan-benchmark");
        return new MeasuredService(directory, directory, "--demo");
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return service.getBean(name, type);
    }

    Recorder recorder() {
        return bean(Recorder.class);
    }

    HistoryProgress progress() {
        return bean(HistoryProgress.class);
    }

    MongoDatabase database() {
        return bean(MongoDatabase.class);
    }

    public int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Api api() {
        return new Api(port());
    }

    /** Waits until the history has seen the log, and nothing follows from it any more. */
    public void rest() throws InterruptedException {
        var told = System.nanoTime();
        while (progress().position() < progress().head()
                || descent() < progress().head()) {
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
            if (System.nanoTime() - told > TELL_EVERY_NANOSECONDS) {
                told = System.nanoTime();
                System.out.printf(
                        Locale.ROOT,
                        "  history: %,d of %,d%n",
                        progress().position(),
                        progress().head());
            }
        }
    }

    private long descent() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor("descent", StreamingEventProcessor.class)
                .stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(-1))
                .min()
                .orElse(-1);
    }

    @Override
    public void close() throws IOException {
        service.close();
        FileSystemUtils.deleteRecursively(temporary);
    }
}
