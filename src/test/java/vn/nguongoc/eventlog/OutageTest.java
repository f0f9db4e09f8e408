package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.shared.Refusal;

/** The log while the database is away, and afterwards: nobody hangs, and nothing is claimed that is not so. */
class OutageTest {
    private static final LogSettings SETTINGS = new LogSettings(Duration.ofSeconds(1), Duration.ofMillis(300), 100);
    private static final LogSettings FEW = new LogSettings(Duration.ofSeconds(1), Duration.ofMillis(300), 5);

    /** What a busy machine may take to wake somebody. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** Each task its own thread. */
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @TempDir
    private Path directory;

    private DistantServer server;

    @BeforeEach
    void startServer() {
        server = new DistantServer(directory);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    /** Two seconds; {@code -Dnguongoc.outage-seconds=10} for more. */
    @Test
    void while_the_database_is_away_callers_are_told_and_when_it_is_back_they_are_served() throws Exception {
        var outage = Duration.ofSeconds(Integer.getInteger("nguongoc.outage-seconds", 2));
        try (var node = server.node(SETTINGS)) {
            var callers = IntStream.range(0, 8)
                    .mapToObj(i -> new Caller(node, "caller" + i, SETTINGS))
                    .toList();
            var ends = callers.stream()
                    .map(caller -> CompletableFuture.runAsync(caller, THREADS))
                    .toList();
            awaitMore(callers);
            server.stop();
            Thread.sleep(outage); // that is how long it is away
            assertThat(callers)
                    .allSatisfy(caller -> assertThat(caller.refusals())
                            .isGreaterThanOrEqualTo((int) outage.toSeconds() - 1)
                            .isPositive());
            server.startAgain();
            var back = System.nanoTime();
            awaitMore(callers);
            var served = Duration.ofNanos(System.nanoTime() - back);
            callers.forEach(Caller::stop);
            ends.forEach(Await::done);
            check(callers, "outage of " + outage + ", all served again after " + served);
        }
    }

    private void check(List<Caller> callers, String what) {
        var longest = callers.stream()
                .map(Caller::longestWait)
                .max(Duration::compareTo)
                .orElseThrow();
        System.out.printf("%s, nobody waited longer than %s%n", what, longest);
        assertThat(longest).isLessThan(SETTINGS.deadline().plus(SLACK));
        var log = server.log();
        callers.forEach(caller -> log.has(caller.acknowledged()));
    }

    private static void awaitMore(List<Caller> callers) throws InterruptedException {
        for (var caller : callers) {
            var before = caller.acknowledged().size();
            Await.until("a caller is served", () -> caller.acknowledged().size() > before + 2);
        }
    }

    /** Whatever was queued before this caller came is settled then. */
    private static void awaitEnd(Caller caller) throws InterruptedException {
        var end = CompletableFuture.runAsync(caller, THREADS);
        awaitMore(List.of(caller));
        caller.stop();
        Await.done(end);
    }

    /** What somebody was told, and after how long. */
    private record Told(String aggregate, Refusal refusal, Duration after) {
        static Told appending(Node node, String aggregate) {
            var start = System.nanoTime();
            var refusal = refusalOf(() -> node.append(aggregate, 0));
            return new Told(aggregate, refusal, Duration.ofNanos(System.nanoTime() - start));
        }

        boolean is(Refusal other) {
            return refusal.equals(other);
        }
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once_and_nothing_of_it_is_ever_stored() throws Exception {
        List<Told> told;
        try (var node = server.node(FEW)) {
            node.append("first", 0);
            server.cutOff();
            var callers = IntStream.range(0, 25)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> Told.appending(node, "caller" + i), THREADS))
                    .toList();
            told = callers.stream().map(Await::done).toList();
            server.reconnect();
            awaitEnd(new Caller(node, "last", FEW));
        }
        var stored = server.log().versions();
        assertThat(told)
                .filteredOn(it -> it.is(new LogRefusal.NotStoredInTime(1)))
                .hasSize(5);
        assertThat(told)
                .filteredOn(it -> it.is(new LogRefusal.TooManyWaiting(5)))
                .hasSize(20)
                .allSatisfy(it -> assertThat(it.after()).isLessThan(FEW.deadline()))
                .allSatisfy(it -> assertThat(stored).doesNotContain(it.aggregate() + "@0"));
    }
}
