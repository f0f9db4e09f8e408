package vn.nguongoc.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.generations.Flows;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;

/** Traces over HTTP: splits, blends, hand-overs and corrections, then and now. */
@ServiceTest
class TraceTest {
    private final Api api;
    private final Chain chain;
    private final EventStore log;
    private final String cooperative;

    @Autowired
    private Traces traces;

    @Autowired
    private Flows flows;

    @Autowired
    TraceTest(@LocalServerPort int port, EventStore log) {
        api = new Api(port);
        chain = new Chain(api);
        this.log = log;
        cooperative = api.cooperative();
    }

    private long head() {
        return log.createHeadToken().position().orElseThrow();
    }

    private Api.Answer ask(String lot, String... parameters) {
        return api.get("/api/lots/" + lot + "/trace?after=" + head()
                + List.of(parameters).stream().map(it -> "&" + it).collect(Collectors.joining()));
    }

    private JsonNode trace(String lot, String... parameters) {
        var answer = ask(lot, parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, JsonNode> lots(JsonNode trace) {
        return StreamSupport.stream(trace.get("lots").spliterator(), false)
                .collect(Collectors.toMap(it -> it.get("id").stringValue(), Function.identity()));
    }

    private static JsonNode lot(JsonNode trace, String id) {
        return Objects.requireNonNull(lots(trace).get(id));
    }

    private static List<String> edges(JsonNode trace, String way) {
        return StreamSupport.stream(trace.get("edges").spliterator(), false)
                .filter(it -> it.get("way").stringValue().equals(way))
                .map(it -> it.at("/quantity/value").stringValue())
                .toList();
    }

    private static List<String> ends(JsonNode trace) {
        return StreamSupport.stream(trace.get("ends").spliterator(), false)
                .map(it -> it.get("kind").stringValue() + " "
                        + it.at("/quantity/value").stringValue())
                .sorted()
                .toList();
    }

    private static BigDecimal kilograms(JsonNode quantity) {
        return new BigDecimal(quantity.get("value").stringValue());
    }

    private String blend(Map<String, String> kilograms, String out) {
        var inputs = kilograms.entrySet().stream()
                .map(it -> "{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(","));
        var step = api.post("/api/steps", """
                {'organisation':'%s','kind':'storage','inputs':[%s],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'%s','unit':'kg'}}],
                 'happenedAt':'2026-05-19T08:00:00+07:00'}""".formatted(cooperative, inputs, out));
        step.created();
        return step.json().at("/lots/0").stringValue();
    }

    @Test
    void a_blend_is_made_of_both_fields_in_proportion_and_leads_to_whoever_got_it() {
        var one = chain.paddy(cooperative, "4000");
        var other = chain.paddy(cooperative, "3000");
        var blend = blend(Map.of(one, "4000", other, "3000"), "7000");
        chain.sell(cooperative, blend, "2500").created();

        var trace = trace(blend);
        assertThat(lots(trace).keySet()).containsExactlyInAnyOrder(one, other, blend);
        assertThat(lot(trace, blend).at("/left/value").stringValue()).isEqualTo("4500");
        assertThat(lot(trace, one).get("generation").intValue()).isEqualTo(-1);
        var plots = trace.at("/composition/plots");
        assertThat(plots).extracting(it -> it.get("share").stringValue()).containsExactly("4/7", "3/7");
        assertThat(plots)
                .extracting(it -> it.get("percent").decimalValue().toString())
                .containsExactly("57.1", "42.9");
        assertThat(plots)
                .extracting(it -> kilograms(it.get("quantity")))
                .containsExactly(new BigDecimal("4000"), new BigDecimal("3000"));
        assertThat(edges(trace, "harvest")).containsExactlyInAnyOrder("4000", "3000");
        assertThat(edges(trace, "in")).containsExactlyInAnyOrder("4000", "3000");
        assertThat(edges(trace, "out")).containsExactly("7000");
        assertThat(edges(trace, "shipment")).containsExactly("2500");
        assertThat(ends(trace)).containsExactly("in-stock 4500", "shipped 2500");
        assertThat(trace.has("truncated")).isFalse();
    }

    @Test
    void parts_and_what_was_handed_over_are_followed_to_the_end() {
        var trader = chain.partner("trader");
        var paddy = chain.paddy(cooperative, "1000");
        var parts = chain.split(cooperative, paddy, List.of("300", "200"));
        var there = chain.handOver(cooperative, trader, paddy, "400", "398");
        chain.sell(trader, there, "100").created();
        chain.send(cooperative, trader, paddy, "60").created();

        var trace = trace(paddy, "direction=forward");
        assertThat(lots(trace)).hasSize(4).containsKey(there);
        assertThat(edges(trace, "split")).containsExactlyInAnyOrder("300", "200");
        var handOver = StreamSupport.stream(trace.get("edges").spliterator(), false)
                .filter(it -> it.get("way").stringValue().equals("hand-over"))
                .findFirst()
                .orElseThrow();
        assertThat(kilograms(handOver.get("quantity"))).isEqualTo("400");
        assertThat(kilograms(handOver.get("received"))).isEqualTo("398");
        assertThat(ends(trace))
                .containsExactly(
                        "in-stock 200", "in-stock 298", "in-stock 300", "in-stock 40", "on-the-way 60", "shipped 100");
        assertThat(parts.status()).isEqualTo(201);

        var back = trace(there, "direction=back");
        assertThat(lots(back).keySet()).containsExactlyInAnyOrder(there, paddy);
        assertThat(back.at("/composition/plots/0/percent").decimalValue()).isEqualByComparingTo("100.0");
        assertThat(kilograms(back.at("/composition/plots/0/quantity"))).isEqualTo("398");
    }

    @Test
    void what_never_arrived_is_told() {
        var trader = chain.partner("trader");
        var paddy = chain.paddy(cooperative, "1000");
        var shipment = chain.send(cooperative, trader, paddy, "100").created();
        chain.receive(trader, shipment, paddy, "0").created();
        assertThat(ends(trace(paddy))).containsExactly("in-stock 900", "not-arrived 100");
    }

    @Test
    void the_depth_ends_the_walk_and_says_how_many_ways_lead_on() {
        var paddy = chain.paddy(cooperative, "100");
        var stored = api.store(cooperative, paddy, "100").json().at("/lots/0").stringValue();
        var again = api.store(cooperative, stored, "100").json().at("/lots/0").stringValue();

        var whole = trace(paddy, "depth=2");
        assertThat(lots(whole).keySet()).containsExactlyInAnyOrder(paddy, stored, again);
        assertThat(whole.has("truncated")).isFalse();
        var cut = trace(paddy, "depth=1");
        assertThat(lots(cut).keySet()).containsExactlyInAnyOrder(paddy, stored);
        assertThat(cut.at("/truncated/forward").intValue()).isEqualTo(1);
        var back = trace(again, "depth=1", "direction=back");
        assertThat(back.at("/truncated/back").intValue()).isEqualTo(1);
        assertThat(back.at("/composition/unknown/percent").decimalValue()).isEqualByComparingTo("100.0");
    }

    @Test
    void what_was_known_then_is_not_what_is_known_now_about_then() {
        var plot = api.sownPlot(cooperative);
        var paddy = api.harvest(cooperative, plot, "1000").created();
        var before = head();
        var corrected = api.post("/api/lots/" + paddy + "/corrections", """
                {'organisation':'%s','quantity':{'value':'900','unit':'kg'},'reason':'cân lại','by':'cân-1',
                 'happenedAt':'2026-04-26T08:00:00+07:00'}""".formatted(cooperative));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(201);
        api.store(cooperative, paddy, "500").json();

        var then = trace(paddy, "asOf=" + before);
        assertThat(lots(then).keySet()).containsExactly(paddy);
        assertThat(edges(then, "harvest")).containsExactly("1000");
        assertThat(ends(then)).containsExactly("in-stock 1000");
        var knownNow = trace(paddy, "asOf=" + before, "known=now");
        assertThat(edges(knownNow, "harvest")).containsExactly("900");
        assertThat(ends(knownNow)).containsExactly("in-stock 900");
        assertThat(ends(trace(paddy))).containsExactly("in-stock 400", "in-stock 500");

        // On 24 April at noon it lay there whole; that was recorded long after.
        var noon = "asOf=2026-04-24T12:00:00%2B07:00";
        assertThat(ask(paddy, noon).status()).isEqualTo(404);
        assertThat(ends(trace(paddy, noon, "known=now"))).containsExactly("in-stock 900");
    }

    @Test
    void a_trace_of_more_lots_than_it_may_have_is_refused_with_both_numbers() {
        var paddy = chain.paddy(cooperative, "1000");
        chain.split(cooperative, paddy, List.of("300", "200")).json();
        trace(paddy); // which waits for what was recorded
        var request = new TraceRequest(
                new LotId(paddy), TraceRequest.Direction.FORWARD, TraceRequest.DEEPEST, Viewpoint.TODAY);
        assertThat(traces.of(request, 3).lots()).hasSize(3);
        assertThatThrownBy(() -> traces.of(request, 2))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(new TraceRefusal.TooManyLots(3, 2)));
    }

    @Test
    void a_trace_that_nobody_limits_has_a_limit_all_the_same() {
        var paddy = chain.paddy(cooperative, "1000");
        chain.split(cooperative, paddy, List.of("300", "200")).json();
        trace(paddy); // which waits for what was recorded
        var whole = new TraceRequest(
                new LotId(paddy), TraceRequest.Direction.FORWARD, TraceRequest.DEEPEST, Viewpoint.TODAY);
        assertThat(new Traces(flows, 3).of(whole).lots()).hasSize(3);
        assertThatThrownBy(() -> new Traces(flows, 2).of(whole))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(new TraceRefusal.TooManyLots(3, 2)));
    }

    @Test
    void an_answer_is_not_sent_twice_until_something_happens() {
        var paddy = chain.paddy(cooperative, "100");
        var tag = ask(paddy).header("ETag");
        var path = "/api/lots/" + paddy + "/trace?after=" + head();
        assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        api.store(cooperative, paddy, "10").json();
        assertThat(api.get("/api/lots/" + paddy + "/trace?after=" + head(), "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_cannot_be_asked_is_refused_with_the_limits() {
        var paddy = chain.paddy(cooperative, "100");
        refused(ask("lot-zzzzzzzzzzzzzzzz"), 404, "log/not-found");
        refused(ask("nonsense"), 404, "log/not-found");
        refused(ask(paddy, "depth=0"), 400, "trace/depth-out-of-range");
        refused(ask(paddy, "depth=201"), 400, "trace/depth-out-of-range");
        assertThat(ask(paddy, "depth=200").status()).isEqualTo(200);
        refused(ask(paddy, "depth=many"), 400, "web/unusable-parameter");
        refused(ask(paddy, "direction=sideways"), 400, "trace/unknown-word");
        refused(ask(paddy, "known=never"), 400, "trace/unknown-word");
        refused(ask(paddy, "asOf=yesterday"), 400, "trace/not-a-moment");
        refused(ask(paddy, "asOf=2026-05-20T08:00:00"), 400, "trace/moment-without-offset");
        refused(ask(paddy, "asOf=2999-01-01T08:00:00Z"), 422, "trace/in-the-future");
        refused(ask(paddy, "asOf=" + Long.MAX_VALUE / 10), 422, "trace/beyond-the-log");
        assertThat(ask(paddy, "asOf=" + head()).status()).isEqualTo(200);
        refused(ask(paddy, "asOf=0"), 404, "trace/not-yet-begun");
    }

    private static void refused(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + code);
        assertThat(answer.json().get("detail").stringValue())
                .doesNotContain("{")
                .isNotBlank();
    }
}
