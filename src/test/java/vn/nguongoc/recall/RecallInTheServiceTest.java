package vn.nguongoc.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;

/** A recall over HTTP: paddy of a cooperative, at itself, at a trader, on the way and sold. */
@ServiceTest
class RecallInTheServiceTest {
    @Autowired
    private EventStore log;

    @Autowired
    private WhenALotIsHeldThenHoldItsDescendants descendants;

    @Autowired
    private WhenAHarvestIsDoubtedThenHoldItsLots harvests;

    private final Follower follower;
    private final Api api;
    private final Chain chain;
    private final String cooperative;
    private final String trader;
    private final String paddy;

    @Autowired
    RecallInTheServiceTest(EventStore log, EventProcessingConfiguration processing, @LocalServerPort int port) {
        follower = new Follower(log, processing);
        api = new Api(port);
        chain = new Chain(api);
        cooperative = api.cooperative();
        trader = chain.partner("trader");
        paddy = chain.paddy(cooperative, "10000");
    }

    private JsonNode rest(String path) throws InterruptedException {
        return api.get(path + "?after=" + follower.awaitRest()).json();
    }

    private List<String> causes(String lot) throws InterruptedException {
        return StreamSupport.stream(rest("/api/lots/" + lot).get("holds").spliterator(), false)
                .map(hold -> hold.get("cause").stringValue())
                .toList();
    }

    private static JsonNode reached(JsonNode recall, String lot) {
        return StreamSupport.stream(recall.get("lots").spliterator(), false)
                .filter(it -> it.get("lot").stringValue().equals(lot))
                .findFirst()
                .orElseThrow(() -> new AssertionError(lot + " is not in " + recall));
    }

    private static String only(Answer answer) {
        answer.created();
        return answer.json().get("lots").get(0).stringValue();
    }

    @Test
    void it_reaches_what_was_made_of_the_lot_wherever_it_is_and_nothing_else() throws Exception {
        var other = chain.paddy(cooperative, "500");
        var part = only(chain.split(cooperative, paddy, List.of("4000")));
        var atTheTrader = chain.handOver(cooperative, trader, part, "3000", "2990");
        var smaller = only(chain.split(trader, atTheTrader, List.of("1000")));

        var recall = chain.recall(cooperative, paddy).created();
        var now = rest("/api/recalls/" + recall);
        assertThat(now.get("lots")).hasSize(4);
        assertThat(reached(now, smaller).get("organisation").stringValue()).isEqualTo(trader);
        for (var lot : List.of(paddy, part, atTheTrader, smaller)) {
            assertThat(causes(lot)).containsExactly("RECALL");
            assertThat(chain.sell(lot.equals(paddy) || lot.equals(part) ? cooperative : trader, lot, "1")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(causes(other)).isEmpty();
    }

    @Test
    void a_buyer_sees_it_in_red() throws Exception {
        var part = only(chain.split(cooperative, paddy, List.of("4000")));
        assertThat(api.get("/t/" + part).text()).doesNotContain("verdict recalled");
        chain.recall(cooperative, paddy).created();
        rest("/api/lots/" + part);
        assertThat(api.get("/t/" + part + "?lang=vi").text())
                .contains("class=\"verdict recalled\"", "role=\"alert\"", "HÀNG BỊ THU HỒI");
        assertThat(api.get("/t/" + part + "?lang=en").text()).contains("RECALLED. Do not use it");
    }

    @Test
    void a_hold_of_another_kind_is_a_doubt_on_the_page() throws Exception {
        api.post("/api/lots/" + paddy + "/holds", """
                {'organisation':'%s','reason':'chờ cân lại','by':'qc-1','happenedAt':'%s'}""".formatted(cooperative, chain.now()))
                .created();
        rest("/api/lots/" + paddy);
        assertThat(api.get("/t/" + paddy + "?lang=en").text())
                .contains("class=\"verdict doubtful\"", "This lot is held back: whoever holds it is checking it");
    }

    @Test
    void goods_on_their_way_are_held_where_they_arrive_and_are_not_gone_any_more() throws Exception {
        var shipment = chain.send(cooperative, trader, paddy, "3000").created();
        chain.sell(cooperative, paddy, "2000").created();
        var recall = chain.recall(cooperative, paddy).created();
        var path = "/api/recalls/" + recall;
        assertThat(reached(rest(path), paddy).at("/gone/value").stringValue()).isEqualTo("5000");

        var arrived = Chain.only(chain.receive(trader, shipment, paddy, "2990"));
        var now = rest(path);
        assertThat(causes(arrived)).containsExactly("RECALL");
        assertThat(reached(now, arrived).at("/quantity/value").stringValue()).isEqualTo("2990");
        assertThat(reached(now, paddy).at("/gone/value").stringValue()).isEqualTo("2000");
        assertThat(chain.split(trader, arrived, List.of("1")).status()).isEqualTo(409);
    }

    @Test
    void what_comes_back_is_counted_and_the_recall_closed_with_its_share() throws Exception {
        chain.sell(cooperative, paddy, "3000").created();
        var recall = chain.recall(cooperative, paddy).created();
        var path = "/api/recalls/" + recall;
        recover(path, "2000").created();
        var tooMuch = recover(path, "1000.001");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.json().get("recovered").stringValue()).isEqualTo("2000 kg");
        assertThat(tooMuch.json().get("gone").stringValue()).isEqualTo("3000 kg");
        var closing = """
                {'organisation':'%s','by':'qc-1','happenedAt':'2026-06-30T08:00:00+07:00'}""".formatted(cooperative);
        api.post(path + "/closings", closing).created();
        var now = rest(path);
        assertThat(now.at("/closing/recoveredPercent").asString()).isEqualTo("66.67");
        assertThat(now.at("/lots/0/recovered/value").stringValue()).isEqualTo("2000");
        assertThat(api.post(path + "/closings", closing).status()).isEqualTo(409);
        assertThat(recover(path, "1").status()).isEqualTo(409);
    }

    private Answer recover(String path, String kilograms) {
        return api.post(path + "/recoveries", """
                {'organisation':'%s','lot':'%s','quantity':{'value':'%s','unit':'kg'},'where':'siêu thị','by':'qc-1',
                 'happenedAt':'2026-06-10T08:00:00+07:00'}""".formatted(cooperative, paddy, kilograms));
    }

    @Test
    void a_recall_that_is_refused_holds_nothing() throws Exception {
        var others = chain.paddy(api.cooperative(), "100");
        var before = follower.awaitRest();
        assertThat(chain.recall(cooperative, paddy, others).status()).isEqualTo(404);
        assertThat(chain.recall(cooperative, paddy, "lot-0000000000000000").status())
                .isEqualTo(404);
        assertThat(follower.head()).isEqualTo(before);
        chain.recall(cooperative, paddy).created();
        var again = chain.recall(cooperative, paddy);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").stringValue()).endsWith("/recall/already-recalled");
        assertThat(causes(paddy)).hasSize(1);
    }

    @Test
    void what_a_laboratory_failed_is_held_with_everything_made_of_it_under_a_name_of_its_own() throws Exception {
        var part = only(chain.split(cooperative, paddy, List.of("4000")));
        api.post("/api/lots/" + part + "/holds", """
                {'organisation':'%s','reason':'chờ cân lại','by':'qc-1','happenedAt':'%s'}""".formatted(cooperative, chain.now()))
                .created();
        var smaller = only(chain.split(cooperative, paddy, List.of("10")));
        fail(paddy);
        assertThat(causes(part)).containsExactly("PERSON", "LAB_FAILED");
        assertThat(rest("/api/lots/" + part).at("/holds/1/hold").stringValue()).isEqualTo(paddy + "/1");
        assertThat(causes(smaller)).containsExactly("LAB_FAILED");
    }

    private void fail(String lot) {
        test(lot, "FAIL");
    }

    private void test(String lot, String verdict) {
        api.post("/api/lots/" + lot + "/lab-results", """
                {'organisation':'%s','test':'residue','verdict':'%s','laboratory':'%s','happenedAt':'%s'}""".formatted(
                                cooperative, verdict, chain.partner("laboratory"), chain.now()))
                .created();
    }

    @Test
    void what_was_sprayed_too_late_holds_the_harvest_and_what_was_made_of_it() throws Exception {
        var plot = api.sownPlot(cooperative);
        var harvest = api.harvest(cooperative, plot, "5000").created();
        var part = only(chain.split(cooperative, harvest, List.of("10")));
        spray(plot, "tricyclazole");
        assertThat(causes(harvest)).containsExactly("WAITING_TIME");
        var hold = rest("/api/lots/" + part).at("/holds/0");
        assertThat(hold.get("cause").stringValue()).isEqualTo("WAITING_TIME");
        assertThat(hold.get("test").stringValue()).isEqualTo("residue");
        assertThat(hold.get("reason").stringValue()).isEqualTo("tricyclazole");
        assertThat(causes(paddy)).isEmpty();
    }

    @Test
    void what_was_sprayed_with_what_is_banned_is_held_for_good() throws Exception {
        var plot = api.sownPlot(cooperative);
        var harvest = api.harvest(cooperative, plot, "5000").created();
        var part = only(chain.split(cooperative, harvest, List.of("10")));
        spray(plot, "chlorpyrifos-ethyl");
        assertThat(causes(harvest)).containsExactly("BANNED_SUBSTANCE");
        assertThat(causes(part)).containsExactly("BANNED_SUBSTANCE");
        assertThat(rest("/api/lots/" + part).at("/holds/0").has("test")).isFalse();
    }

    /** A week before the harvest, and told after it. */
    private void spray(String plot, String active) {
        api.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'pesticide','fields':{'active':'%s'},'happenedAt':'2026-04-17T08:00:00+07:00'}""".formatted(cooperative, active))
                .created();
    }

    @Test
    void a_hold_of_a_person_stays_where_it_is() throws Exception {
        var part = only(chain.split(cooperative, paddy, List.of("4000")));
        api.post("/api/lots/" + paddy + "/holds", """
                {'organisation':'%s','reason':'chờ cân lại','by':'qc-1','happenedAt':'%s'}""".formatted(cooperative, chain.now()))
                .created();
        assertThat(causes(paddy)).containsExactly("PERSON");
        assertThat(causes(part)).isEmpty();
    }

    @Test
    void told_everything_twice_nothing_is_done_twice() throws Exception {
        var part = only(chain.split(cooperative, paddy, List.of("4000")));
        var smaller = only(chain.split(cooperative, part, List.of("10")));
        fail(part);
        release(smaller, part + "/1");
        var shipment = chain.send(cooperative, trader, paddy, "3000").created();
        chain.recall(cooperative, paddy).created();
        chain.receive(trader, shipment, paddy, "2990").created();
        var before = follower.awaitRest();
        for (var automation : List.of(descendants, harvests)) {
            tellEverything(new AnnotationEventHandlerAdapter(automation));
        }
        assertThat(follower.awaitRest()).isEqualTo(before);
        assertThat(causes(smaller)).as("what was released stays so").containsExactly("RECALL");
    }

    /** It passed, and two people say that the hold may end. */
    private void release(String lot, String hold) throws InterruptedException {
        assertThat(causes(lot)).containsExactly("LAB_FAILED");
        test(lot, "PASS");
        for (var person : List.of("qc-1", "qc-2")) {
            api.post("/api/lots/" + lot + "/releases", """
                    {'organisation':'%s','hold':'%s','by':'%s','reason':'đã đạt','happenedAt':'%s'}""".formatted(cooperative, hold, person, chain.now()))
                    .created();
        }
        assertThat(causes(lot)).isEmpty();
    }

    private void tellEverything(AnnotationEventHandlerAdapter handler) throws Exception {
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                handler.handle(event);
            }
        }
    }

    @Test
    void a_thousand_lots_are_recalled_at_once() throws Exception {
        var kilograms = IntStream.range(0, 500).mapToObj(i -> "1").toList();
        var lots = IntStream.range(0, 2)
                .mapToObj(i -> chain.split(cooperative, paddy, kilograms).json().get("lots"))
                .flatMap(parts -> StreamSupport.stream(parts.spliterator(), false))
                .map(JsonNode::stringValue)
                .toArray(String[]::new);
        assertThat(lots).hasSize(1000);
        var recall = chain.recall(cooperative, lots).created();
        assertThat(rest("/api/recalls/" + recall).get("lots")).hasSize(1000);
    }
}
