package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;

/** Several processes on one server append and follow at the same time, whatever their clocks say. */
class ProcessesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-05-18T01:00:00Z");

    @TempDir
    private Path directory;

    private final List<Node> nodes = new ArrayList<>();
    private EmbeddedServer server;

    @BeforeEach
    void startServer() {
        server = EmbeddedServer.open(directory);
    }

    @AfterEach
    void stopAll() {
        nodes.forEach(Node::close);
        server.close();
    }

    private Node node() {
        var node = new Node(server.uri(), LogTest.SETTINGS);
        nodes.add(node);
        return node;
    }

    @Test
    void three_processes_append_at_once_and_a_fourth_sees_every_commit_in_order_and_soon() throws Exception {
        var reader = node();
        var store = new EventLogConfiguration().eventStore(reader.engine(Clock.systemUTC()));
        var commits = 3 * AppendingProcess.THREADS * AppendingProcess.COMMITS;
        try (var first = AppendingProcess.start(server.uri(), "first");
                var second = AppendingProcess.start(server.uri(), "second");
                var third = AppendingProcess.start(server.uri(), "third")) {
            var processes = List.of(first, second, third);
            for (var process : processes) {
                process.awaitReady();
            }
            var seen = CompletableFuture.supplyAsync(() -> follow(store, commits));
            for (var process : processes) {
                process.begin();
            }
            Map<String, Instant> acknowledged = new HashMap<>();
            processes.stream()
                    .flatMap(AppendingProcess::acknowledged)
                    .forEach(commit -> acknowledged.put(commit.version(), commit.at()));
            assertThat(acknowledged).hasSize(commits);
            assertThat(worstLag(acknowledged, Await.done(seen))).isLessThan(Duration.ofSeconds(1));
            var log = Soundness.sound(reader.database()).versions();
            assertThat(seen.join().keySet()).containsExactlyElementsOf(log);
            assertThat(turns(log))
                    .as("at once; one after the other they take two turns")
                    .isGreaterThan(2);
        } finally {
            store.shutDown();
        }
    }

    /** How often another process is next. */
    private static long turns(List<String> versions) {
        var processes = versions.stream()
                .map(version -> version.substring(0, version.indexOf('-')))
                .toList();
        return IntStream.range(1, processes.size())
                .filter(i -> !processes.get(i).equals(processes.get(i - 1)))
                .count();
    }

    /** Reads so many events as they come, each where the one before it ended, and says when it saw each. */
    private static Map<String, Instant> follow(EmbeddedEventStore store, int events) {
        Map<String, Instant> seen = new LinkedHashMap<>();
        try (var stream = store.openStream(null)) {
            for (long position = 0; position < events; position++) {
                var event = stream.nextAvailable();
                assertThat(event.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
                seen.put(version(event), Instant.now());
            }
            return seen;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(TrackedEventMessage<?> event) {
        var domain = (DomainEventMessage<?>) event;
        return domain.getAggregateIdentifier() + "@" + domain.getSequenceNumber();
    }

    private static Duration worstLag(Map<String, Instant> acknowledged, Map<String, Instant> seen) {
        var lags = acknowledged.entrySet().stream()
                .map(commit -> Duration.between(commit.getValue(), seen.get(commit.getKey())))
                .sorted()
                .toList();
        System.out.printf(
                "three processes: of %d commits a fourth saw the median %s and the worst %s after its acknowledgement%n",
                lags.size(), lags.get(lags.size() / 2), lags.getLast());
        return lags.getLast();
    }

    @Test
    void clocks_that_are_wrong_make_nobody_miss_anything() {
        var seed = Long.getLong("nguongoc.seed", System.nanoTime());
        System.out.printf("wrong clocks, seed %d%n", seed);
        var random = new Random(seed);
        var now = new AtomicReference<>(NOW);
        var clocks = List.<InstantSource>of(
                now::get,
                () -> now.get().plus(HOUR),
                () -> now.get().minus(HOUR),
                () -> now.get().plusSeconds(random.nextInt(-7200, 7200))); // this one jumps
        var processes = clocks.stream()
                .map(clock -> node().engine(clock.withZone(ZoneOffset.UTC)))
                .toList();
        List<String> followed = new ArrayList<>();
        TrackingToken token = processes.getFirst().createTailToken();
        for (int i = 0; i < 32; i++) {
            now.set(NOW.plusSeconds(i));
            var process = processes.get(i % processes.size());
            process.appendEvents(Node.filled("barn", i));
            for (var event : process.readEvents(token, false).toList()) {
                followed.add(version(event));
                token = event.trackingToken();
            }
        }
        var log = Soundness.sound(nodes.getFirst().database());
        assertThat(followed).hasSize(32).containsExactlyElementsOf(log.versions());
        checkMoments(processes.getFirst());
    }

    /** Whoever begins at a moment is delivered all that was recorded then or later. */
    private static void checkMoments(LogEngine engine) {
        var recorded = after(engine, Instant.EPOCH);
        assertThat(recorded).hasSize(32).isNotEqualTo(recorded.stream().sorted().toList());
        for (var moment : recorded) {
            var due = recorded.stream().filter(time -> !time.isBefore(moment)).toList();
            assertThat(after(engine, moment)).as("from %s on", moment).containsAll(due);
        }
        assertThat(after(engine, NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    private static List<Instant> after(LogEngine engine, Instant moment) {
        return engine.readEvents(engine.createTokenAt(moment), false)
                .map(TrackedEventMessage::getTimestamp)
                .toList();
    }
}
