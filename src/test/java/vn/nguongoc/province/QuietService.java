package vn.nguongoc.province;

import java.nio.file.Path;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Recorder;

/**
 * The service on an embedded store, without HTTP. Of those that follow the log only the one that holds descendants is
 * at work, unless {@code province.history} asks for all: read models are made from the log by whoever opens it next.
 */
final class QuietService implements AutoCloseable {
    private static final String DESCENT = "descent";
    private static final long LOOK_AGAIN_MILLISECONDS = 5;

    private final ConfigurableApplicationContext service;

    private QuietService(ConfigurableApplicationContext service) {
        this.service = service;
    }

    static QuietService open(Path directory) {
        var opened = new QuietService(new SpringApplicationBuilder(NguonGoc.class, AggregateCache.Everywhere.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "nguongoc.mongo.directory", directory.toString(),
                        "nguongoc.log.deadline", "120s",
                        "nguongoc.log.attempt", "60s"))
                .run());
        if (!Boolean.getBoolean("province.history")) {
            opened.stopReaders();
        }
        return opened;
    }

    private void stopReaders() {
        service.getBean(EventProcessingConfiguration.class).eventProcessors().forEach((name, follower) -> {
            if (!name.equals(DESCENT)) {
                follower.shutDown();
            }
        });
        service.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(it -> it.getClass().getPackageName().startsWith("vn.nguongoc."))
                .forEach(SmartLifecycle::stop);
    }

    Recorder recorder() {
        return service.getBean(Recorder.class);
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    EventStore log() {
        return service.getBean(EventStore.class);
    }

    /** Position of the last event; −1 before the first. */
    long head() {
        return log().createHeadToken().position().orElse(-1);
    }

    /** Waits until everything that follows from holds is recorded too. */
    void rest() throws InterruptedException {
        var descent = service.getBean(EventProcessingConfiguration.class)
                .eventProcessor(DESCENT, StreamingEventProcessor.class)
                .orElseThrow();
        while (seen(descent) < head()) {
            if (!descent.isRunning() || descent.isError()) {
                throw new IllegalStateException("nobody follows the log any more");
            }
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
        }
    }

    private static long seen(StreamingEventProcessor follower) {
        return follower.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(-1))
                .min()
                .orElse(-1);
    }

    @Override
    public void close() {
        service.close();
    }
}
