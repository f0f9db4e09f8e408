package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;

/** Two recorders never overwrite each other unawares: a correction says which version it was written for. */
@ServiceTest
class IfMatchTest {
    private static final String AT = "'happenedAt':'2026-06-02T08:00:00+07:00'";

    @Autowired
    private EventStore log;

    private final Api api;
    private final String cooperative;
    private final String plot;
    private final String lot;

    IfMatchTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
        plot = api.sownPlot(cooperative);
        lot = api.harvest(cooperative, plot, "100").created();
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private String corrections() {
        return "/api/lots/" + lot + "/corrections";
    }

    private String weighing(String kilograms) {
        return "{'organisation':'%s','quantity':{'value':'%s','unit':'kg'},'reason':'cân lại','by':'NV-01',%s}"
                .formatted(cooperative, kilograms, AT);
    }

    private Answer correct(String kilograms, String version) {
        return api.post(corrections(), weighing(kilograms), UUID.randomUUID().toString(), version);
    }

    private String tag(String path) {
        return api.get(path + "?after=" + head()).header("ETag");
    }

    private String tagOfTheLot() {
        return tag("/api/lots/" + lot);
    }

    private static String type(Answer answer) {
        return answer.json().get("type").stringValue().replaceFirst(".*/problems/", "");
    }

    @Test
    void what_was_read_is_what_is_changed() {
        var before = tagOfTheLot();
        assertThat(before).isEqualTo("\"0\"");
        var corrected = correct("99", before);
        corrected.created();
        assertThat(corrected.header("ETag")).isEqualTo("\"1\"").isEqualTo(tagOfTheLot());
    }

    @Test
    void who_read_an_older_version_is_told_both_and_nothing_is_stored() {
        correct("99", "\"0\"").created();
        var before = head();
        var stale = correct("98", "\"0\", \"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(type(stale)).isEqualTo("log/version-moved");
        assertThat(stale.json().get("requested").toString()).isEqualTo("[\"\\\"0\\\"\",\"\\\"7\\\"\"]");
        assertThat(stale.json().get("current").stringValue()).isEqualTo("\"1\"");
        assertThat(stale.json().get("detail").stringValue()).contains("\"0\"", "\"1\"");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_weak_tag_names_no_version() {
        assertThat(correct("99", "W/\"0\"").status()).isEqualTo(412);
        correct("99", "W/\"0\", \"0\"").created();
    }

    @Test
    void a_star_is_whichever_version_there_is() {
        correct("99", "*").created();
        correct("98", "*").created();
        var registration =
                "{'name':'HTX','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}";
        var made = api.post("/api/cooperatives", registration, UUID.randomUUID().toString(), "*");
        assertThat(made.status()).as("there is none before it is made").isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0", "*,*"})
    void what_is_no_tag_is_malformed(String version) {
        var answer = correct("99", version);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(type(answer)).isEqualTo("web/unusable-header");
    }

    @Test
    void whoever_changes_what_was_recorded_must_say_which_version() {
        var certificate =
                "{'scheme':'vietgap','number':'1','products':['paddy-st25'],'validFrom':'2026-01-01','validUntil':'2027-01-01',%s}"
                        .formatted(AT);
        var withdrawal = "{'scheme':'vietgap','number':'1','from':'2026-06-01','reason':'x',%s}".formatted(AT);
        var labels = "{'organisation':'%s','labels':'1','reason':'x','by':'NV-01',%s}".formatted(cooperative, AT);
        var activity = "{'cooperative':'%s','reason':'x','by':'NV-01',%s}".formatted(cooperative, AT);
        var step =
                "{'organisation':'%s','outputs':[{'lot':'%s','quantity':{'value':'1','unit':'kg'}}],'reason':'x','by':'NV-01',%s}"
                        .formatted(cooperative, lot, AT);
        var before = head();
        requireVersion(corrections(), weighing("99"));
        requireVersion("/api/cooperatives/" + cooperative + "/certificates", certificate);
        requireVersion("/api/cooperatives/" + cooperative + "/certificates/withdrawals", withdrawal);
        requireVersion("/api/plots/" + plot + "/activities/1/corrections", activity);
        requireVersion("/api/steps/step-0000000000000000/corrections", step);
        requireVersion("/api/label-runs/run-0000000000000000/voids", labels);
        assertThat(head()).isEqualTo(before);
    }

    private void requireVersion(String path, String body) {
        var answer = api.send(api.posting(path, body, UUID.randomUUID().toString()));
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(428);
        assertThat(type(answer)).isEqualTo("log/version-unsaid");
    }

    @Test
    void whoever_adds_to_a_thing_may_say_it_and_is_then_held_to_it() {
        var hold = "{'organisation':'%s','reason':'x','by':'NV-01',%s}".formatted(cooperative, AT);
        api.post("/api/lots/" + lot + "/holds", hold).created();
        var key = UUID.randomUUID().toString();
        assertThat(api.post("/api/lots/" + lot + "/holds", hold, key, "\"0\"").status())
                .isEqualTo(412);
        api.post("/api/lots/" + lot + "/holds", hold, key, "\"1\"").created();
    }

    @Test
    void a_repeated_request_gets_its_outcome_though_the_version_has_moved_on() {
        var first = api.post(corrections(), weighing("99"), "of-" + lot, "\"0\"");
        first.created();
        correct("98", "\"1\"").created();
        var again = api.post(corrections(), weighing("99"), "of-" + lot, "\"0\"");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Log-Position")).isEqualTo(first.header("Log-Position"));
    }

    @Test
    void of_two_who_read_the_same_version_one_is_stored_and_the_other_learns_of_it() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 10; round++) {
                var version = "\"" + round + "\"";
                var next = round + 1;
                var writers = List.<Callable<Answer>>of(
                        () -> correct("80." + next, version),
                        () -> correct("70." + next, version),
                        () -> correct("60." + next, version));
                var statuses = threads.invokeAll(writers).stream()
                        .map(it -> it.resultNow().status())
                        .sorted()
                        .toList();
                assertThat(statuses).containsExactly(201, 412, 412);
            }
        }
    }

    @Test
    void a_version_that_moved_is_told_before_the_rule_that_it_would_break_now() {
        correct("99", "\"0\"").created();
        var same = correct("99", "\"0\"");
        assertThat(type(same)).isEqualTo("log/version-moved");
        assertThat(type(correct("99", "\"1\""))).isEqualTo("lot/nothing-to-correct");
    }

    @Test
    void what_is_somebody_elses_tells_no_version() {
        var stranger = weighing("99").replace(cooperative, api.cooperative());
        var answer = api.post(corrections(), stranger, UUID.randomUUID().toString(), "\"7\"");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("\\\"0\\\"");
    }

    @Test
    void a_thing_of_many_events_still_tells_its_version() {
        for (int i = 0; i < 20; i++) {
            api.post("/api/plots/" + plot + "/activities", """
                    {'cooperative':'%s','kind':'field-inspection','fields':{'purityPercent':'98'},
                     'happenedAt':'2026-02-02T08:00:00+07:00'}""".formatted(cooperative))
                    .created();
            var tag = tag("/api/plots/" + plot);
            var last = log.lastSequenceNumberFor(plot).orElseThrow();
            assertThat(tag).isEqualTo("\"" + last + "\"");
        }
    }

    @Test
    void every_thing_tells_a_version_with_which_it_can_be_changed() {
        var step = api.store(cooperative, lot, "100");
        for (var path : List.of("/api/cooperatives/" + cooperative, "/api/plots/" + plot, step.header("Location"))) {
            assertThat(tag(path)).as(path).matches("\"\\d+\"");
        }
        var shipment = api.post("/api/shipments", """
                {'organisation':'%s','to':'X','lines':[{'lot':'%s','quantity':{'value':'1','unit':'kg'}}],
                 'happenedAt':'2026-06-01T08:00:00+07:00'}""".formatted(
                        cooperative, step.json().get("lots").get(0).stringValue()));
        assertThat(shipment.header("ETag")).isEqualTo("\"0\"");
        assertThat(tag(shipment.header("Location"))).startsWith("\"0-SENT-");
        assertThat(api.get("/api/lots/" + lot + "/history").header("ETag")).startsWith("\"history-");
    }
}
