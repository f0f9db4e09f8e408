package vn.nguongoc.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;

/** From a cooperative over a trader to a plant: what each of them weighed is what each of them has. */
@ServiceTest
class HandOverInTheServiceTest {
    @Autowired
    private EventStore log;

    @Autowired
    private MongoDatabase database;

    private final Api api;
    private final Chain chain;
    private final String cooperative;
    private final String trader;
    private final String plant;
    private final String paddy;

    HandOverInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        chain = new Chain(api);
        cooperative = api.cooperative();
        trader = chain.partner("trader");
        plant = chain.partner("processor");
        paddy = chain.paddy(cooperative, "10000");
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private JsonNode get(String path) {
        return api.get(path + "?after=" + head()).json();
    }

    @Test
    void goods_go_from_hand_to_hand_and_keep_their_history() {
        var atTheTrader = chain.handOver(cooperative, trader, paddy, "6000", "5980");
        var atThePlant = chain.handOver(trader, plant, atTheTrader, "5000", "5020");

        assertThat(get("/api/lots/" + paddy).at("/left/value").stringValue()).isEqualTo("4000");
        var traders = get("/api/lots/" + atTheTrader);
        assertThat(traders.get("organisation").stringValue()).isEqualTo(trader);
        assertThat(traders.at("/quantity/value").stringValue()).isEqualTo("5980");
        assertThat(traders.at("/left/value").stringValue()).isEqualTo("980");
        var plants = get("/api/lots/" + atThePlant);
        assertThat(plants.get("organisation").stringValue()).isEqualTo(plant);
        assertThat(plants.get("product").stringValue()).isEqualTo("paddy-st25");
        assertThat(plants.at("/quantity/value").stringValue()).isEqualTo("5020");
        assertThat(get("/api/lots/" + atThePlant + "/history").toString())
                .contains("\"harvest\"", "\"sowing\"", paddy, atTheTrader);
        assertThat(api.get("/t/" + atThePlant).status()).isEqualTo(200);
    }

    @Test
    void the_receiver_holds_what_arrived_and_the_sender_does_not() {
        var atTheTrader = chain.handOver(cooperative, trader, paddy, "6000", "5980");
        assertThat(chain.send(cooperative, plant, atTheTrader, "1").status()).isEqualTo(404);
        assertThat(chain.send(trader, plant, paddy, "1").status()).isEqualTo(404);
        assertThat(chain.send(trader, plant, atTheTrader, "5980.001").status()).isEqualTo(409);
        assertThat(chain.send(trader, plant, atTheTrader, "5980").status()).isEqualTo(201);
    }

    @Test
    void a_receipt_of_two_lots_is_one_commit() {
        var other = chain.paddy(cooperative, "500");
        var shipment = api.post(
                        "/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[%s,%s],'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, trader, line(paddy, "100"), line(other, "50")))
                .created();
        var before = head();
        var commits = commits();
        var answer = receive(shipment, line(paddy, "100") + "," + line(other, "0"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/lots/0/lot").stringValue()).isEqualTo(paddy);
        assertThat(answer.json().at("/lots/0/as").stringValue()).startsWith("lot-");
        assertThat(answer.json().at("/lots/1").has("as")).as("nothing arrived").isFalse();
        assertThat(head()).isEqualTo(before + 3); // handed over, received, the receipt
        assertThat(commits()).isEqualTo(commits + 1);
        assertThat(get("/api/shipments/" + shipment).at("/receipt/flags/0/code").stringValue())
                .isEqualTo("transit-loss");
    }

    @Test
    void what_was_lost_on_the_way_is_doubted_in_the_history_of_what_arrived() {
        assertThat(arrival("99")).as("one per cent").doesNotContain("flags");
        assertThat(arrival("98.9")).contains("transit-loss", "\"value\":1.1,", "\"limit\":1,");
    }

    /** How its arrival is told of the lot that came of 100 kg. */
    private String arrival(String kilograms) {
        var shipment = api.post("/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[%s],'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, trader, line(paddy, "100")))
                .created();
        var arrived = receive(shipment, line(paddy, kilograms))
                .json()
                .at("/lots/0/as")
                .stringValue();
        return get("/api/lots/" + arrived + "/history")
                .get("milestones")
                .valueStream()
                .filter(it -> it.get("what").stringValue().equals("arrival"))
                .map(Object::toString)
                .collect(Collectors.joining());
    }

    private long commits() {
        return database.getCollection("commits").countDocuments();
    }

    private static String line(String lot, String kilograms) {
        return "{'lot':'%s','quantity':{'value':'%s','unit':'kg'}}".formatted(lot, kilograms);
    }

    private Answer receive(String shipment, String lines) {
        return api.post("/api/shipments/" + shipment + "/receipts", """
                {'organisation':'%s','lines':[%s],'by':'kho-1','happenedAt':'2026-05-21T08:00:00+07:00'}""".formatted(trader, lines));
    }

    @Test
    void half_a_per_cent_more_may_arrive_than_was_sent_and_not_a_gram_more() {
        var shipment = chain.send(cooperative, trader, paddy, "1000").created();
        var before = head();
        var tooMuch = chain.receive(trader, shipment, paddy, "1005.001");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.json().get("received").stringValue()).isEqualTo("1005.001 kg");
        assertThat(tooMuch.json().get("sent").stringValue()).isEqualTo("1000 kg");
        assertThat(head()).isEqualTo(before);
        assertThat(chain.receive(trader, shipment, paddy, "1005").status()).isEqualTo(201);
        assertThat(chain.receive(trader, shipment, paddy, "1005").status()).isEqualTo(409);
    }

    @Test
    void a_shipment_that_nobody_confirms_is_overdue_until_somebody_does() {
        var id = chain.send(cooperative, trader, paddy, "1000").created();
        var shipment = get("/api/shipments/" + id);
        assertThat(shipment.get("state").stringValue()).isEqualTo("on-the-way");
        assertThat(shipment.get("overdue").booleanValue()).isTrue();
        assertThat(shipment.get("receiver").stringValue()).isEqualTo(trader);
        assertThat(shipment.get("to").stringValue()).isEqualTo("Đối tác (thử)");
        chain.receive(trader, id, paddy, "1000").created();
        shipment = get("/api/shipments/" + id);
        assertThat(shipment.get("state").stringValue()).isEqualTo("received");
        assertThat(shipment.get("daysOnTheWay").longValue()).isEqualTo(1);
        assertThat(shipment.get("overdue").booleanValue()).isFalse();
    }

    @Test
    void a_dispute_is_seen_until_the_other_side_settles_it() {
        var id = chain.send(cooperative, trader, paddy, "1000").created();
        chain.receive(trader, id, paddy, "900").created();
        var path = "/api/shipments/" + id;
        api.post(path + "/disputes", """
                {'organisation':'%s','reason':'cân lại 990 kg','lines':[%s],'by':'qc-1',
                 'happenedAt':'2026-05-22T08:00:00+07:00'}""".formatted(cooperative, line(paddy, "990")))
                .created();
        assertThat(get(path).get("state").stringValue()).isEqualTo("disputed");
        assertThat(settle(path, cooperative).status()).isEqualTo(422);
        settle(path, trader).created();
        assertThat(get(path).get("state").stringValue()).isEqualTo("received");
        assertThat(get(path).at("/disputes/0/settled/reason").stringValue()).isEqualTo("đồng ý");
    }

    private Answer settle(String path, String organisation) {
        return api.post(path + "/settlements", """
                {'organisation':'%s','reason':'đồng ý','by':'kho-1','happenedAt':'2026-05-23T08:00:00+07:00'}""".formatted(organisation));
    }

    @Test
    void a_receiver_must_take_part_be_one_that_holds_lots_and_bring_its_own_name() {
        assertThat(chain.send(cooperative, "org-0000000000000000", paddy, "1").status())
                .isEqualTo(404);
        assertThat(chain.send(cooperative, chain.partner("inspector"), paddy, "1")
                        .status())
                .isEqualTo(422);
        var named = api.post("/api/shipments", """
                {'organisation':'%s','to':'Tên khác','receiver':'%s','lines':[%s],'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, trader, line(paddy, "1")));
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.json().at("/errors/0/pointer").stringValue()).endsWith("/to");
        var nameless = api.post("/api/shipments", """
                {'organisation':'%s','lines':[%s],'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, line(paddy, "1")));
        assertThat(nameless.json().at("/errors/0/pointer").stringValue()).endsWith("/to");
    }

    @Test
    void a_market_that_is_closed_to_the_goods_is_closed_to_the_shipment() {
        var answer = api.post("/api/shipments", """
                {'organisation':'%s','to':'Siêu thị','market':'mars','lines':[%s],'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, line(paddy, "1")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("type").stringValue()).endsWith("/lot/unknown-market");
    }

    @Test
    void the_longest_receipt_is_one_entry_of_the_log_though_every_line_is_doubted() {
        var kilograms =
                IntStream.range(0, Cargo.MOST_LOTS).mapToObj(i -> "1.001").toList();
        var lots = chain.split(cooperative, paddy, kilograms).json().get("lots");
        List<String> ids = IntStream.range(0, lots.size())
                .mapToObj(i -> lots.get(i).stringValue())
                .toList();
        var shipment = api.post("/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[%s],'happenedAt':'2026-05-26T08:00:00+07:00'}""".formatted(
                                cooperative,
                                trader,
                                ids.stream().map(lot -> line(lot, "1.001")).collect(Collectors.joining(","))))
                .created();
        var answer = api.post("/api/shipments/" + shipment + "/receipts", """
                {'organisation':'%s','lines':[%s],'by':'kho-1','happenedAt':'2026-05-27T08:00:00+07:00'}""".formatted(
                        trader, ids.stream().map(lot -> line(lot, "0.789")).collect(Collectors.joining(","))));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(get("/api/shipments/" + shipment).at("/receipt/flags")).hasSize(Cargo.MOST_LOTS);
    }
}
