package vn.nguongoc.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Chain;
import vn.nguongoc.Farm;
import vn.nguongoc.ServiceTest;

/** What an organisation has on its hands: stock, open hand-overs, a season at a glance. */
@ServiceTest
class OnTheirHandsTest {
    @Autowired
    private EventStore log;

    private final Api api;
    private final Chain chain;
    private final String cooperative;
    private final String plot;
    private final String paddy;

    OnTheirHandsTest(@LocalServerPort int port) {
        api = new Api(port);
        chain = new Chain(api);
        cooperative = api.cooperative();
        plot = api.sownPlot(cooperative);
        paddy = api.harvest(cooperative, plot, "10000").created();
    }

    private JsonNode get(String path) {
        var head = log.createHeadToken().position().orElse(-1);
        var answer = api.get(path + (path.contains("?") ? "&" : "?") + "after=" + head);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void hold(String lot) {
        api.post("/api/lots/" + lot + "/holds", """
                {'organisation':'%s','reason':'mốc','by':'qc-1','happenedAt':'2026-05-25T08:00:00+07:00'}""".formatted(cooperative)).created();
    }

    // ---- stock

    private JsonNode stock() {
        return get("/api/stock?holder=" + cooperative);
    }

    private String kilograms(String pointer) {
        return stock().at(pointer + "/value").stringValue();
    }

    @Test
    void stock_is_what_is_left_of_all_lots_to_the_gram() {
        assertThat(kilograms("/products/0/left")).isEqualTo("10000");
        chain.split(cooperative, paddy, List.of("0.001", "4000")).created();
        assertThat(stock().at("/products/0/lots").intValue()).isEqualTo(3);
        assertThat(kilograms("/products/0/left")).isEqualTo("10000");
        chain.sell(cooperative, paddy, "999.999").created();
        assertThat(kilograms("/products/0/left")).isEqualTo("9000.001");
        assertThat(kilograms("/products/0/held")).isEqualTo("0");
        hold(paddy);
        assertThat(kilograms("/products/0/held")).isEqualTo("5000");
    }

    @Test
    void a_lot_that_is_used_up_is_no_stock_any_more() {
        chain.sell(cooperative, paddy, "10000").created();
        assertThat(stock().get("products")).isEmpty();
        assertThat(stock().get("lots")).isEmpty();
    }

    @Test
    void a_corrected_weight_is_a_corrected_stock() {
        chain.sell(cooperative, paddy, "1000").created();
        api.post("/api/lots/" + paddy + "/corrections", """
                {'organisation':'%s','quantity':{'value':'9500','unit':'kg'},'reason':'cân lại','by':'kho-1',
                 'happenedAt':'2026-05-25T08:00:00+07:00'}""".formatted(cooperative))
                .created();
        assertThat(kilograms("/products/0/left")).isEqualTo("8500");
    }

    @Test
    void what_was_received_is_stock_of_who_received_it() {
        var trader = chain.partner("trader");
        var there = chain.handOver(cooperative, trader, paddy, "6000", "5980");
        var traders = get("/api/stock?holder=" + trader);
        assertThat(traders.at("/products/0/left/value").stringValue()).isEqualTo("5980");
        assertThat(traders.at("/lots/0/id").stringValue()).isEqualTo(there);
        assertThat(kilograms("/products/0/left")).isEqualTo("4000");
    }

    @Test
    void lots_in_stock_come_in_pages_and_the_sums_once() {
        chain.split(cooperative, paddy, List.of("1", "2", "3")).created();
        var ids = new ArrayList<String>();
        var first = get("/api/stock?limit=3&holder=" + cooperative);
        first.get("lots").forEach(it -> ids.add(it.get("id").stringValue()));
        var second = get("/api/stock?limit=3&holder=" + cooperative + "&cursor="
                + first.get("cursor").stringValue());
        second.get("lots").forEach(it -> ids.add(it.get("id").stringValue()));
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(second.has("products")).isFalse();
        assertThat(second.has("cursor")).isFalse();
    }

    // ---- hand-overs

    private List<String> open(String organisation, String state) {
        return get("/api/hand-overs?organisation=" + organisation + "&state=" + state)
                .get("handOvers")
                .valueStream()
                .map(it -> it.get("id").stringValue())
                .toList();
    }

    @Test
    void a_hand_over_is_open_for_both_until_it_is_received() {
        var trader = chain.partner("trader");
        var first = chain.send(cooperative, trader, paddy, "100").created();
        var second = chain.send(cooperative, trader, paddy, "200").created();
        for (var side : List.of(cooperative, trader)) {
            assertThat(open(side, "")).containsExactly(first, second);
            assertThat(open(side, "on-the-way")).containsExactly(first, second);
            assertThat(open(side, "overdue")).as("since May").containsExactly(first, second);
            assertThat(open(side, "disputed")).isEmpty();
        }
        chain.receive(trader, first, paddy, "100").created();
        assertThat(open(trader, "")).containsExactly(second);
        assertThat(open(cooperative, "on-the-way")).containsExactly(second);
    }

    @Test
    void a_dispute_keeps_it_open_until_it_is_settled() {
        var trader = chain.partner("trader");
        var shipment = chain.send(cooperative, trader, paddy, "100").created();
        chain.receive(trader, shipment, paddy, "90").created();
        api.post("/api/shipments/" + shipment + "/disputes", """
                {'organisation':'%s','reason':'cân thiếu','by':'kho-1','happenedAt':'%s'}""".formatted(cooperative, chain.now()))
                .created();
        assertThat(open(trader, "disputed")).containsExactly(shipment);
        assertThat(open(trader, "")).containsExactly(shipment);
        assertThat(open(trader, "on-the-way")).isEmpty();
        assertThat(open(trader, "overdue")).isEmpty();
        api.post("/api/shipments/" + shipment + "/settlements", """
                {'organisation':'%s','reason':'đồng ý','by':'kho-2','happenedAt':'%s'}""".formatted(trader, chain.now()))
                .created();
        assertThat(open(cooperative, "")).isEmpty();
    }

    /** Vietnamese time; the catalogue points out what nobody confirmed for three days. */
    @Test
    void one_is_overdue_from_the_day_on_that_the_shipment_says_so() {
        var trader = chain.partner("trader");
        var now = OffsetDateTime.now(ZoneOffset.ofHours(7));
        var days = Farm.CATALOGUE.thresholds().unconfirmedDays().whole();
        var due = send(trader, now.minusDays(days).minusMinutes(1));
        var notYet = send(trader, now.minusDays(days).plusMinutes(10));
        assertThat(open(trader, "overdue")).containsExactly(due);
        assertThat(open(trader, "on-the-way")).containsExactly(due, notYet);
        assertThat(get("/api/shipments/" + due).get("overdue").booleanValue()).isTrue();
        assertThat(get("/api/shipments/" + notYet).get("overdue").booleanValue())
                .isFalse();
    }

    private String send(String trader, OffsetDateTime at) {
        return api.post("/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[{'lot':'%s','quantity':{'value':'1','unit':'kg'}}],
                 'happenedAt':'%s'}""".formatted(cooperative, trader, paddy, at))
                .created();
    }

    @Test
    void what_was_sold_to_somebody_who_takes_no_part_is_no_open_hand_over() {
        chain.sell(cooperative, paddy, "100").created();
        assertThat(open(cooperative, "")).isEmpty();
    }

    @Test
    void open_hand_overs_come_in_pages_oldest_first() {
        var trader = chain.partner("trader");
        var first = chain.send(cooperative, trader, paddy, "1").created();
        var second = chain.send(cooperative, trader, paddy, "1").created();
        var page = get("/api/hand-overs?limit=1&organisation=" + trader);
        assertThat(page.at("/handOvers/0/id").stringValue()).isEqualTo(first);
        var cursor = page.get("cursor").stringValue();
        assertThat(get("/api/hand-overs?organisation=" + trader + "&cursor=" + cursor)
                        .at("/handOvers/0/id")
                        .stringValue())
                .isEqualTo(second);
        var other = api.get("/api/hand-overs?state=overdue&organisation=" + trader + "&cursor=" + cursor);
        assertThat(other.json().get("type").stringValue()).endsWith("list/cursor-of-another-query");
    }

    // ---- a season at a glance

    private JsonNode season(String season) {
        return get("/api/cooperatives/" + cooperative + "/seasons/" + season);
    }

    private void work(String kind, String fields) {
        api.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'%s','fields':{%s},'happenedAt':'2026-02-01T08:00:00+07:00'}""".formatted(cooperative, kind, fields))
                .created();
    }

    @Test
    void a_season_tells_what_was_grown_and_what_became_of_it() {
        work("pesticide", "'active':'validamycin'");
        work("irrigation", "");
        var season = season("2026/dong-xuan");
        assertThat(season.get("plots").intValue()).isOne();
        assertThat(season.get("areaSquareMetres").longValue()).isEqualTo(20_000);
        var rice = season.at("/products/0");
        assertThat(rice.get("product").stringValue()).isEqualTo("paddy-st25");
        assertThat(rice.get("crops").intValue()).isOne();
        assertThat(rice.get("open").intValue()).isOne();
        assertThat(rice.at("/sown/value").stringValue()).isEqualTo("130");
        assertThat(rice.get("sprays").intValue()).isOne();
        assertThat(rice.at("/harvested/value").stringValue()).isEqualTo("10000");
        assertThat(rice.get("tonnesPerHectare").decimalValue()).isEqualByComparingTo("5");
        assertThat(rice.get("lots").toString()).isEqualTo("{\"harvested\":1,\"inStock\":1,\"held\":0,\"shipped\":0}");
    }

    @Test
    void what_becomes_of_its_lots_is_told_as_it_is_now() {
        chain.sell(cooperative, paddy, "4000").created();
        hold(paddy);
        assertThat(season("2026/dong-xuan").at("/products/0/lots").toString())
                .isEqualTo("{\"harvested\":1,\"inStock\":1,\"held\":1,\"shipped\":1}");
        api.harvest(cooperative, plot, "2000").created();
        var rice = season("2026/dong-xuan").at("/products/0");
        assertThat(rice.at("/harvested/value").stringValue()).isEqualTo("12000");
        assertThat(rice.get("tonnesPerHectare").decimalValue()).isEqualByComparingTo("6");
    }

    @Test
    void a_spray_that_never_happened_does_not_count_and_a_corrected_sowing_does() {
        work("pesticide", "'active':'validamycin'");
        correct(2, "");
        correct(1, "'fields':{'seed':'125.5'},");
        var rice = season("2026/dong-xuan").at("/products/0");
        assertThat(rice.get("sprays").intValue()).isZero();
        assertThat(rice.at("/sown/value").stringValue()).isEqualTo("125.5");
    }

    private void correct(int activity, String fields) {
        api.post("/api/plots/" + plot + "/activities/" + activity + "/corrections", """
                {'cooperative':'%s',%s'reason':'ghi nhầm','by':'NV-01','happenedAt':'2026-05-01T08:00:00+07:00'}""".formatted(cooperative, fields))
                .created();
    }

    @Test
    void a_closed_crop_is_not_open() {
        api.post("/api/plots/" + plot + "/closings", """
                {'cooperative':'%s','happenedAt':'2026-05-01T08:00:00+07:00'}""".formatted(cooperative)).created();
        assertThat(season("2026/dong-xuan").at("/products/0/open").intValue()).isZero();
    }

    @Test
    void of_a_season_in_which_nothing_grew_there_is_nothing_to_tell() {
        var season = season("2025/dong-xuan");
        assertThat(season.get("plots").intValue()).isZero();
        assertThat(season.get("products")).isEmpty();
    }

    // ---- what cannot be asked

    @ParameterizedTest
    @CsvSource({
        "/api/stock, 400, list/parameter-missing",
        "/api/stock?holder=htx-zzzzzzzzzzzzzzzz, 400, list/unknown-value",
        "/api/stock?holder=me, 400, list/unknown-value",
        "/api/stock?cooperative=me, 400, list/unknown-parameter",
        "/api/hand-overs, 400, list/parameter-missing",
        "/api/hand-overs?organisation=me, 400, list/unknown-value",
        "/api/cooperatives/me/seasons/2026/dong-xuan, 404, log/not-found",
        "/api/cooperatives/htx-zzzzzzzzzzzzzzzz/seasons/2026/dong-xuan, 404, log/not-found",
        "/api/cooperatives/htx-zzzzzzzzzzzzzzzz/seasons/soon/dong-xuan, 400, web/unusable-parameter"
    })
    void what_cannot_be_asked_is_refused(String path, int status, String problem) {
        refused(path, status, problem);
    }

    @Test
    void states_seasons_and_cursors_that_nobody_knows_are_refused() {
        refused("/api/hand-overs?state=lost&organisation=" + cooperative, 400, "list/unknown-value");
        refused("/api/hand-overs?cursor=x&organisation=" + cooperative, 400, "list/cursor-unreadable");
        refused("/api/stock?cursor=x&holder=" + cooperative, 400, "list/cursor-unreadable");
        refused("/api/stock?limit=201&holder=" + cooperative, 400, "list/limit-out-of-range");
        refused("/api/cooperatives/" + cooperative + "/seasons/2026/winter", 404, "log/not-found");
        var trader = chain.partner("trader");
        refused("/api/cooperatives/" + trader + "/seasons/2026/dong-xuan", 404, "log/not-found");
    }

    private void refused(String path, int status, String problem) {
        var answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + problem);
    }
}
