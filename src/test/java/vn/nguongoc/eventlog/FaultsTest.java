package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.eventlog.Fault.Kind.CUT_REQUEST;
import static vn.nguongoc.eventlog.Fault.Kind.HOLD_REQUEST;
import static vn.nguongoc.eventlog.Fault.Kind.LOSE_ANSWER;
import static vn.nguongoc.eventlog.Fault.Kind.SILENCE;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.shared.Refusal;

/** The log between a bad network and its callers: each commit is acknowledged once and is there once. */
class FaultsTest {
    private static final LogSettings SETTINGS = new LogSettings(Duration.ofSeconds(3), Duration.ofMillis(600), 100);

    private static final LogSettings IMPATIENT = new LogSettings(Duration.ofSeconds(1), Duration.ofMillis(300), 100);

    /** Each task its own thread. */
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @TempDir
    private Path directory;

    private EmbeddedServer server;
    private Proxy proxy;
    private Node node;

    @BeforeEach
    void aNodeBehindAProxy() {
        server = EmbeddedServer.open(directory);
        proxy = new Proxy(port(server));
        node = new Node(proxy.uri(), SETTINGS);
        node.append("a", 0);
    }

    @AfterEach
    void closeAll() {
        node.close();
        proxy.close();
        server.close();
    }

    private static int port(EmbeddedServer server) {
        return URI.create(server.uri()).getPort();
    }

    /** Past the proxy. */
    private LogCheck log() {
        try (var observer = new Node(server.uri(), SETTINGS)) {
            return LogCheck.sound(observer.database());
        }
    }

    private CompletableFuture<Commit> appending(String aggregate, long sequence) {
        return CompletableFuture.supplyAsync(() -> node.append(aggregate, sequence), THREADS);
    }

    @Test
    void an_insert_whose_answer_is_lost_is_acknowledged_and_there_once() {
        var lost = proxy.next(LOSE_ANSWER, "insert");
        assertThat(node.append("a", 1).position()).isEqualTo(1);
        assertThat(lost.awaitAnswer().getNumber("ok").intValue()).isOne();
        assertThat(node.append("a", 2).position()).isEqualTo(2);
        log().hasExactly("a@0", "a@1", "a@2");
    }

    @Test
    void an_insert_that_arrives_after_its_own_retry_changes_nothing() {
        var late = proxy.next(HOLD_REQUEST, "insert");
        assertThat(node.append("a", 1).position()).isEqualTo(1);
        assertThat(node.append("a", 2).position()).isEqualTo(2);
        assertThat(late.deliver().getArray("writeErrors")).hasSize(1);
        assertThat(node.append("a", 3).position()).isEqualTo(3);
        log().hasExactly("a@0", "a@1", "a@2", "a@3");
    }

    @Test
    void an_insert_that_arrives_just_before_its_own_retry_is_there_once() {
        var first = proxy.next(HOLD_REQUEST, "insert");
        var appended = appending("a", 1);
        first.awaitStrike();
        var retry = proxy.next(HOLD_REQUEST, "insert");
        retry.awaitStrike();
        assertThat(first.deliver().containsKey("writeErrors")).isFalse();
        assertThat(retry.deliver().getArray("writeErrors")).hasSize(1);
        assertThat(Await.done(appended).position()).isEqualTo(1);
        log().hasExactly("a@0", "a@1");
    }

    @Test
    void whoever_was_told_not_in_time_and_asks_again_gets_the_commit_that_arrived_late() {
        try (var impatient = new Node(proxy.uri(), IMPATIENT)) {
            var late = proxy.next(HOLD_REQUEST, "insert");
            var appended = CompletableFuture.supplyAsync(() -> refusalOf(() -> impatient.append("a", 1)), THREADS);
            late.awaitStrike();
            proxy.away();
            assertThat(Await.done(appended)).isEqualTo(new LogRefusal.NotStoredInTime(1));
            late.deliver();
            proxy.back(port(server));
            assertThatExceptionOfType(Appender.AlreadyStored.class)
                    .isThrownBy(() -> node.append("a", 1))
                    .satisfies(stored -> assertThat(stored.commit().position()).isEqualTo(1));
        }
        log().hasExactly("a@0", "a@1");
    }

    @Test
    void a_request_that_is_cut_in_two_is_sent_again() {
        var cut = proxy.next(CUT_REQUEST, "insert");
        assertThat(node.append("a", 1).position()).isEqualTo(1);
        cut.awaitStrike();
        log().hasExactly("a@0", "a@1");
    }

    /** However many of them the pool holds: not one attempt for each. */
    @Test
    void half_open_connections_are_given_up_and_replaced_within_the_deadline() throws Exception {
        Await.until("the pool holds many", () -> {
            var readers = IntStream.range(0, 64)
                    .mapToObj(
                            i -> CompletableFuture.runAsync(() -> node.commits().readFrom(0, 1), THREADS))
                    .toList();
            readers.forEach(Await::done);
            return proxy.connections() > 15;
        });
        var silence = proxy.next(SILENCE, "insert");
        assertThat(node.append("a", 1).position()).isEqualTo(1);
        silence.awaitStrike();
        log().hasExactly("a@0", "a@1");
    }

    /** Two seconds; {@code -Dnguongoc.outage-seconds=10} for more. */
    @Test
    void while_the_database_is_away_callers_are_told_and_when_it_is_back_they_are_served() throws Exception {
        var outage = Duration.ofSeconds(Integer.getInteger("nguongoc.outage-seconds", 2));
        try (var impatient = new Node(proxy.uri(), IMPATIENT)) {
            var callers = IntStream.range(0, 8)
                    .mapToObj(i -> new Caller(impatient, "caller" + i, IMPATIENT))
                    .toList();
            var ends = callers.stream()
                    .map(caller -> CompletableFuture.runAsync(caller, THREADS))
                    .toList();
            awaitMore(callers);
            server.close();
            proxy.away();
            Thread.sleep(outage); // that is how long it is away
            assertThat(callers)
                    .allSatisfy(caller -> assertThat(caller.refusals())
                            .isGreaterThanOrEqualTo((int) outage.toSeconds() - 1)
                            .isPositive());
            server = EmbeddedServer.open(directory);
            proxy.back(port(server));
            var back = System.nanoTime();
            awaitMore(callers);
            var served = Duration.ofNanos(System.nanoTime() - back);
            callers.forEach(Caller::stop);
            ends.forEach(Await::done);
            var longest = callers.stream().map(Caller::longestWait).max(Duration::compareTo);
            System.out.printf(
                    "outage of %s: longest wait %s, all served again after %s%n",
                    outage, longest.orElseThrow(), served);
            assertThat(longest.orElseThrow()).isLessThan(IMPATIENT.deadline().plusMillis(700));
            var log = log();
            callers.forEach(caller -> log.has(caller.acknowledged()));
        }
    }

    private static void awaitMore(List<Caller> callers) throws InterruptedException {
        for (var caller : callers) {
            var before = caller.acknowledged().size();
            Await.until("a caller is served", () -> caller.acknowledged().size() > before + 2);
        }
    }

    @Test
    void one_more_than_may_wait_is_refused_at_once_and_nothing_of_it_is_ever_stored() throws Exception {
        var few = new LogSettings(Duration.ofSeconds(1), Duration.ofMillis(300), 5);
        Map<String, Refusal> refusals = new ConcurrentHashMap<>();
        Map<String, Duration> waits = new ConcurrentHashMap<>();
        try (var small = new Node(proxy.uri(), few)) {
            small.append("small", 0);
            proxy.away();
            var callers = IntStream.range(0, 25)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                var start = System.nanoTime();
                                refusals.put("caller" + i, refusalOf(() -> small.append("caller" + i, 0)));
                                waits.put("caller" + i, Duration.ofNanos(System.nanoTime() - start));
                            },
                            THREADS))
                    .toList();
            callers.forEach(Await::done);
            proxy.back(port(server));
        }
        node.append("a", 1);
        var stored = log().versions();
        assertThat(refusals.values())
                .filteredOn(new LogRefusal.NotStoredInTime(1)::equals)
                .hasSize(5);
        assertThat(refusals.values())
                .filteredOn(new LogRefusal.TooManyWaiting(5)::equals)
                .hasSize(20);
        refusals.forEach((caller, refusal) -> {
            if (refusal instanceof LogRefusal.TooManyWaiting) {
                assertThat(waits.get(caller)).isLessThan(Duration.ofMillis(300));
                assertThat(stored).doesNotContain(caller + "@0");
            }
        });
    }

    @Test
    void a_shutdown_stores_what_it_acknowledges_refuses_the_others_and_lets_nobody_hang() throws Exception {
        var held = proxy.next(HOLD_REQUEST, "insert");
        var inTheBatch = appending("a", 1);
        held.awaitStrike();
        Map<String, Refusal> behind = new ConcurrentHashMap<>();
        var waiting = IntStream.range(0, 5)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> behind.put("late" + i, refusalOf(() -> node.append("late" + i, 0)))))
                .toList();
        awaitParked(waiting);
        var closing = Thread.ofVirtual().start(() -> node.appender().close());
        awaitParked(List.of(closing));
        held.deliver();
        assertThat(Await.done(inTheBatch).position()).isEqualTo(1);
        assertThat(closing.join(SETTINGS.deadline())).isTrue();
        for (var caller : waiting) {
            assertThat(caller.join(SETTINGS.attempt())).isTrue();
        }
        assertThat(behind.values()).hasSize(5).allMatch(LogRefusal.NotStoredInTime.class::isInstance);
        assertThat(refusalOf(() -> node.append("afterwards", 0))).isInstanceOf(LogRefusal.TooManyWaiting.class);
        log().hasExactly("a@0", "a@1");
    }

    private static void awaitParked(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            Await.until(
                    "it waits",
                    () -> thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.WAITING);
        }
    }
}
