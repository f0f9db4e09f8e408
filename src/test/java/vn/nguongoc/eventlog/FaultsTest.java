package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.eventlog.Fault.Kind.CUT_REQUEST;
import static vn.nguongoc.eventlog.Fault.Kind.HOLD_REQUEST;
import static vn.nguongoc.eventlog.Fault.Kind.LOSE_ANSWER;
import static vn.nguongoc.eventlog.Fault.Kind.SILENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.shared.Refusal;

/** The log between a bad network and its callers: each commit is acknowledged once and is there once. */
class FaultsTest {
    private static final LogSettings SETTINGS = new LogSettings(Duration.ofSeconds(3), Duration.ofMillis(600), 100);

    private static final LogSettings IMPATIENT = new LogSettings(Duration.ofSeconds(1), Duration.ofMillis(300), 100);

    /** Each task its own thread. */
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @TempDir
    private Path directory;

    private DistantServer server;
    private Proxy proxy;
    private Node node;

    @BeforeEach
    void aNodeBehindAProxy() {
        server = new DistantServer(directory);
        proxy = server.proxy();
        node = server.node(SETTINGS);
        node.append("a", 0);
    }

    @AfterEach
    void closeAll() {
        node.close();
        server.close();
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
        server.log().hasExactly("a@0", "a@1", "a@2");
    }

    @Test
    void an_insert_that_arrives_after_its_own_retry_changes_nothing() {
        var late = proxy.next(HOLD_REQUEST, "insert");
        assertThat(node.append("a", 1).position()).isEqualTo(1);
        assertThat(node.append("a", 2).position()).isEqualTo(2);
        assertThat(late.deliver().getArray("writeErrors")).hasSize(1);
        assertThat(node.append("a", 3).position()).isEqualTo(3);
        server.log().hasExactly("a@0", "a@1", "a@2", "a@3");
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
        server.log().hasExactly("a@0", "a@1");
    }

    @Test
    void whoever_was_told_not_in_time_and_asks_again_gets_the_commit_that_arrived_late() {
        try (var impatient = server.node(IMPATIENT)) {
            var late = proxy.next(HOLD_REQUEST, "insert");
            var appended = CompletableFuture.supplyAsync(() -> refusalOf(() -> impatient.append("a", 1)), THREADS);
            late.awaitStrike();
            server.cutOff();
            assertThat(Await.done(appended)).isEqualTo(new LogRefusal.NotStoredInTime(1));
            late.deliver();
            server.reconnect();
            assertThatExceptionOfType(Appender.AlreadyStored.class)
                    .isThrownBy(() -> node.append("a", 1))
                    .satisfies(stored -> assertThat(stored.commit().position()).isEqualTo(1));
        }
        server.log().hasExactly("a@0", "a@1");
    }

    @Test
    void a_request_that_is_cut_in_two_is_sent_again() {
        var cut = proxy.next(CUT_REQUEST, "insert");
        assertThat(node.append("a", 1).position()).isEqualTo(1);
        cut.awaitStrike();
        server.log().hasExactly("a@0", "a@1");
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
        server.log().hasExactly("a@0", "a@1");
    }

    @Test
    void a_shutdown_stores_what_it_acknowledges_refuses_the_others_and_lets_nobody_hang() throws Exception {
        var settings = LogTest.SETTINGS; // patient, for the batch at hand is held while the others come
        try (var ending = server.node(settings)) {
            var held = proxy.next(HOLD_REQUEST, "insert");
            var inTheBatch = CompletableFuture.supplyAsync(() -> ending.append("a", 1), THREADS);
            held.awaitStrike();
            List<Refusal> refusals = new CopyOnWriteArrayList<>();
            var waiting = IntStream.range(0, 250) // more than fit in the next batch
                    .mapToObj(i -> (Runnable) () -> refusals.add(refusalOf(() -> ending.append("late" + i, 0))))
                    .map(Thread.ofVirtual()::start)
                    .toList();
            awaitParked(waiting);
            var closing = Thread.ofVirtual().start(() -> ending.appender().close());
            awaitParked(List.of(closing));
            held.deliver();
            assertThat(Await.done(inTheBatch).position()).isEqualTo(1);
            awaitEnd(List.of(closing), settings.attempt());
            awaitEnd(waiting, settings.attempt());
            assertThat(refusals).hasSize(250).allMatch(LogRefusal.NotStoredInTime.class::isInstance);
            assertThat(refusalOf(() -> ending.append("afterwards", 0))).isInstanceOf(LogRefusal.NotStoredInTime.class);
        }
        server.log().hasExactly("a@0", "a@1");
    }

    private static void awaitEnd(List<Thread> threads, Duration atMost) throws InterruptedException {
        for (var thread : threads) {
            assertThat(thread.join(atMost)).isTrue();
        }
    }

    private static void awaitParked(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            Await.until(
                    "it waits",
                    () -> thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.WAITING);
        }
    }
}
