package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;

/** A bad network makes a phone send things again; it never makes the record hold them twice. */
@ServiceTest
class ExactlyOnceTest {
    private static final String REGISTRATION =
            "{'name':'HTX','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}";

    @Autowired
    private EventStore log;

    private final Api api;

    ExactlyOnceTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @Test
    void a_repeated_request_gets_the_stored_answer_and_stores_nothing() {
        var first = api.post("/api/cooperatives", REGISTRATION, "again");
        var head = log.createHeadToken();
        var second = api.post("/api/cooperatives", REGISTRATION, "again");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        for (var header : new String[] {"Location", "ETag", "Log-Position"}) {
            assertThat(second.header(header)).isEqualTo(first.header(header));
        }
        assertThat(log.createHeadToken()).isEqualTo(head);
    }

    @Test
    void a_key_belongs_to_one_request_for_ever() {
        api.post("/api/cooperatives", REGISTRATION, "mine");
        var other = api.post("/api/cooperatives", REGISTRATION.replace("HTX", "HTX khác"), "mine");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("type").stringValue()).endsWith("/problems/log/key-used-for-another-request");
    }

    @Test
    void fifty_copies_at_the_same_time_are_one_commit() throws Exception {
        var before = log.createHeadToken().position().orElse(-1);
        Callable<Answer> copy = () -> api.post("/api/cooperatives", REGISTRATION, "fifty");
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = new HashSet<String>();
            for (var answer : threads.invokeAll(Collections.nCopies(50, copy))) {
                answers.add(answer.get().status() + " " + answer.get().text());
            }
            assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201 "));
        }
        assertThat(log.createHeadToken().position().orElse(-1)).isEqualTo(before + 1);
    }

    /**
     * A copy that waits for the first one's lot finds it empty: that is the first one's doing, not a reason to say no.
     */
    @Test
    void twenty_copies_of_a_step_that_empties_a_lot_all_get_the_one_answer() throws Exception {
        var cooperative = api.cooperative();
        var lot = api.harvest(cooperative, api.sownPlot(cooperative), "100").created();
        var step = """
                {'organisation':'%s','kind':'storage','inputs':[{'lot':'%s','quantity':{'value':'100','unit':'kg'}}],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'100','unit':'kg'}}],
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative, lot);
        Callable<Answer> copy = () -> api.post("/api/steps", step, "step-of-" + lot);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = new HashSet<String>();
            for (var answer : threads.invokeAll(Collections.nCopies(20, copy))) {
                answers.add(answer.get().status() + " " + answer.get().text());
            }
            assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201 "));
        }
    }

    @Test
    void who_reads_after_a_write_sees_it() {
        for (int i = 0; i < 20; i++) {
            var written = api.post("/api/cooperatives", REGISTRATION);
            var read = api.get(written.header("Location") + "?after=" + written.header("Log-Position"));
            assertThat(read.status()).as(read.text()).isEqualTo(200);
        }
    }

    @Test
    void who_asks_for_what_is_not_written_yet_is_told_to_come_back() {
        var answer = api.get("/api/lots?after=999999999");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
