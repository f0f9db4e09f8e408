package vn.nguongoc.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.eventlog.Followers;

/** Events that a follower cannot handle, over HTTP: listed, opened, tried again. */
@TroubledService
class DeadLettersTest {
    private final Api api;
    private final Trouble trouble;
    private final EventProcessingConfiguration processing;

    @Autowired
    private Troubled troubled;

    DeadLettersTest(
            @LocalServerPort int port,
            @Autowired Followers followers,
            @Autowired EventProcessingConfiguration processing) {
        api = new Api(port);
        this.processing = processing;
        trouble = new Trouble(api, followers);
    }

    @BeforeEach
    void nothingIsMended() {
        troubled.mendNames(false);
        troubled.mendNumbers(false);
    }

    @AfterEach
    void leaveNothing() {
        troubled.mendNames(true);
        troubled.mendNumbers(true);
        assertThat(post("/api/dead-letters/retries").json().get("unreached").intValue())
                .isZero();
        assertThat(api.get("/api/dead-letters").json().get("total").intValue()).isZero();
    }

    private Answer post(String path) {
        return api.send(api.request(path).POST(BodyPublishers.noBody()));
    }

    /** The dead letter of this aggregate; fails where there is none. */
    private JsonNode of(String aggregate) {
        return find(aggregate).orElseThrow();
    }

    private Optional<JsonNode> find(String aggregate) {
        return api.get("/api/dead-letters")
                .json()
                .get("deadLetters")
                .valueStream()
                .filter(it -> it.get("aggregate").stringValue().equals(aggregate))
                .findFirst();
    }

    private static Instant time(JsonNode letter, String field) {
        return Instant.parse(letter.get(field).stringValue());
    }

    private static List<Long> positions(JsonNode handled) {
        return handled.valueStream().map(it -> it.get("position").longValue()).toList();
    }

    @Test
    void an_event_that_cannot_be_handled_is_listed_with_its_cause_and_writers_and_all_else_go_on() throws Exception {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var poison = trouble.cooperative();
        var behind = trouble.certificate(poison.created(), "VG-1");
        var other = api.post("/api/cooperatives", """
                {'name':'HTX khác','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}""");
        trouble.awaitFollowers();
        assertThat(troubled.handled()).contains(Trouble.position(other)).doesNotContain(Trouble.position(behind));
        var letter = of(poison.created());
        assertThat(letter.get("group").stringValue()).isEqualTo(Troubled.NAME);
        assertThat(letter.get("event").stringValue()).isEqualTo("cooperative.registered");
        assertThat(letter.get("revision").intValue()).isOne();
        assertThat(letter.get("position").longValue()).isEqualTo(Trouble.position(poison));
        assertThat(letter.get("tries").intValue()).isOne();
        assertThat(letter.get("waiting").longValue()).isOne();
        assertThat(time(letter, "since")).isBetween(start, time(letter, "lastTriedAt"));
        assertThat(time(letter, "lastTriedAt")).isBeforeOrEqualTo(Instant.now());
        assertThat(letter.get("cause").stringValue())
                .as("one line, ids but no names")
                .matches("IllegalStateException in Troubled\\.java:\\d+: cannot bear … of " + poison.created());
    }

    @Test
    void the_log_tells_of_it_where_it_failed_and_no_name() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        logger.addAppender(log);
        var poison = trouble.cooperative();
        trouble.awaitFollowers();
        logger.detachAppender(log);
        var logged = List.copyOf(log.list).stream()
                .map(it -> it.getFormattedMessage()
                        + (it.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(it.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        assertThat(logged)
                .contains("The event at " + Trouble.position(poison) + " is set aside", "Troubled.java")
                .doesNotContain(Troubled.WORD);
    }

    @Test
    void it_is_opened_with_what_is_stored_of_it() throws Exception {
        var poison = trouble.cooperative();
        trouble.awaitFollowers();
        var id = of(poison.created()).get("id").stringValue();
        var opened = api.get("/api/dead-letters/" + id).json();
        assertThat(opened.get("aggregate").stringValue()).isEqualTo(poison.created());
        assertThat(opened.at("/payload/name").stringValue()).isEqualTo("HTX " + Troubled.WORD);
        assertThat(opened.at("/payload/happenedAt").stringValue()).isEqualTo("2026-01-01T08:00:00+07:00");
    }

    @Test
    void tried_again_before_it_is_mended_it_says_what_failed_again_and_nothing_is_lost() throws Exception {
        var poison = trouble.cooperative();
        trouble.certificate(poison.created(), "VG-2").created();
        trouble.awaitFollowers();
        var id = of(poison.created()).get("id").stringValue();
        var again = post("/api/dead-letters/" + id + "/retries").json();
        assertThat(again.get("outcome").stringValue()).isEqualTo("failed");
        assertThat(again.get("handled")).isEmpty();
        assertThat(again.at("/left/tries").intValue()).isEqualTo(2);
        assertThat(again.at("/left/cause").stringValue()).contains("cannot bear");
        assertThat(again.at("/left/waiting").intValue()).isOne();
    }

    @Test
    void once_mended_it_is_handled_and_those_behind_it_in_their_order() throws Exception {
        var poison = trouble.cooperative();
        var first = trouble.certificate(poison.created(), "VG-3");
        var second = trouble.certificate(poison.created(), "VG-4");
        trouble.awaitFollowers();
        var expected = List.of(Trouble.position(poison), Trouble.position(first), Trouble.position(second));
        var before = troubled.handled();
        troubled.mendNames(true);
        var id = of(poison.created()).get("id").stringValue();
        var retried = post("/api/dead-letters/" + id + "/retries").json();
        assertThat(retried.get("outcome").stringValue()).isEqualTo("handled");
        assertThat(retried.has("left")).isFalse();
        assertThat(positions(retried.get("handled"))).isEqualTo(expected);
        assertThat(troubled.handled().subList(before.size(), before.size() + 3)).isEqualTo(expected);
        assertThat(find(poison.created())).isEmpty();
        assertThat(api.get("/api/dead-letters/" + id).status()).isEqualTo(404);
        var next = trouble.certificate(poison.created(), "VG-5");
        trouble.awaitFollowers();
        assertThat(troubled.handled()).as("what comes later waits no more").contains(Trouble.position(next));
    }

    /** What the one who follows remembers of its views would be written over what somebody else made of them. */
    @Test
    void who_does_not_follow_the_log_does_not_try() throws Exception {
        var poison = trouble.cooperative();
        trouble.awaitFollowers();
        var path = "/api/dead-letters/" + of(poison.created()).get("id").stringValue() + "/retries";
        troubled.mendNames(true);
        var follower = processing
                .eventProcessor(Troubled.NAME, StreamingEventProcessor.class)
                .orElseThrow();
        follower.shutDown();
        try {
            assertThat(post(path).json().get("outcome").stringValue()).isEqualTo("not-tried");
        } finally {
            follower.start();
        }
        Await.until("it follows again", () -> !follower.processingStatus().isEmpty());
        assertThat(post(path).json().get("outcome").stringValue()).isEqualTo("handled");
    }

    @Test
    void what_fails_behind_it_stays_with_its_own_cause() throws Exception {
        var poison = trouble.cooperative();
        var other = trouble.certificate(poison.created(), Troubled.NUMBER);
        trouble.certificate(poison.created(), "VG-6").created();
        trouble.awaitFollowers();
        troubled.mendNames(true);
        var id = of(poison.created()).get("id").stringValue();
        var retried = post("/api/dead-letters/" + id + "/retries").json();
        assertThat(retried.get("outcome").stringValue()).isEqualTo("failed");
        assertThat(positions(retried.get("handled"))).containsExactly(Trouble.position(poison));
        assertThat(retried.at("/left/id").stringValue()).isEqualTo(id);
        assertThat(retried.at("/left/event").stringValue()).isEqualTo("organisation.certificate-added");
        assertThat(retried.at("/left/position").longValue()).isEqualTo(Trouble.position(other));
        assertThat(retried.at("/left/cause").stringValue()).endsWith(": cannot bear its number");
        assertThat(retried.at("/left/tries").intValue()).isOne();
        assertThat(retried.at("/left/waiting").intValue()).isOne();
    }

    @Test
    void all_of_a_follower_are_tried_and_one_that_fails_stops_no_other() throws Exception {
        var fails = trouble.cooperative().created();
        trouble.certificate(fails, Troubled.NUMBER).created();
        var succeeds = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            succeeds.add(trouble.cooperative().created());
        }
        trouble.awaitFollowers();
        troubled.mendNames(true);
        var all = api.post("/api/dead-letters/retries", "{'group':'troubled'}").json();
        assertThat(all.get("unreached").intValue()).isZero();
        assertThat(all.get("retried")
                        .valueStream()
                        .filter(it -> it.get("outcome").stringValue().equals("handled"))
                        .map(it -> it.get("aggregate").stringValue()))
                .containsExactlyInAnyOrderElementsOf(succeeds);
        assertThat(find(fails)).isPresent();
        assertThat(api.get("/api/dead-letters").json().get("total").intValue()).isOne();
    }

    @Test
    void pages_hold_as_many_as_asked_for_and_each_one_once() throws Exception {
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.add(trouble.cooperative().created());
        }
        trouble.awaitFollowers();
        var seen = new ArrayList<String>();
        var address = "/api/dead-letters?limit=2";
        for (int page = 1; page <= 3; page++) {
            var answer = api.get(address);
            var letters = answer.json().get("deadLetters");
            assertThat(letters).hasSize(page == 3 ? 1 : 2);
            assertThat(answer.json().get("total").intValue()).isEqualTo(5);
            letters.forEach(it -> seen.add(it.get("aggregate").stringValue()));
            if (page == 3) {
                assertThat(answer.json().has("cursor")).isFalse();
            } else {
                address = answer.header("Link").replaceAll("^<|>.*$", "");
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void bad_input_is_refused() {
        assertThat(api.get("/api/dead-letters?cursor=%21").json().get("type").stringValue())
                .endsWith("/problems/web/unusable-parameter");
        for (var limit : List.of("0", "201")) {
            assertThat(api.get("/api/dead-letters?limit=" + limit)
                            .json()
                            .get("type")
                            .stringValue())
                    .endsWith("/problems/list/limit-out-of-range");
        }
        assertThat(api.get("/api/dead-letters?limit=1").status()).isEqualTo(200);
        assertThat(api.get("/api/dead-letters?limit=200").status()).isEqualTo(200);
        assertThat(api.get("/api/dead-letters?group=x").json().get("type").stringValue())
                .endsWith("/problems/list/unknown-parameter");
        assertThat(api.get("/api/dead-letters/nothing").status()).isEqualTo(404);
        assertThat(post("/api/dead-letters/nothing/retries").status()).isEqualTo(404);
        var unknown = api.post("/api/dead-letters/retries", "{'group':'nobody'}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("type").stringValue()).endsWith("/problems/operation/no-such-follower");
        assertThat(unknown.json().get("detail").stringValue())
                .contains("nobody")
                .contains(Troubled.NAME);
    }
}
