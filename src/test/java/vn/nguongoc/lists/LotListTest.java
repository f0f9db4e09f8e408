package vn.nguongoc.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Chain;
import vn.nguongoc.ServiceTest;

/** Lots are found by what they are, how they stand, when they began and the words people know them by. */
@ServiceTest
class LotListTest {
    @Autowired
    private EventStore log;

    private final Api api;
    private final Chain chain;
    private final String cooperative;
    private final String plot;
    private final String paddy;

    LotListTest(@LocalServerPort int port) {
        api = new Api(port);
        chain = new Chain(api);
        cooperative = api.post("/api/cooperatives", """
                {'name':'HTX Đồng Bưởi','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}""").created();
        plot = api.sownPlot(cooperative);
        paddy = harvest("100", "Lúa Đỏ-01", "2026-04-24T08:00:00+07:00");
    }

    private String harvest(String kilograms, String label, String at) {
        return api.post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'paddy-st25','quantity':{'value':'%s','unit':'kg'},
                 'moisturePercent':'14.5','label':'%s','happenedAt':'%s'}""".formatted(cooperative, plot, kilograms, label, at))
                .created();
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private JsonNode page(String query) {
        var answer = api.get("/api/lots?after=" + head() + "&" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("lots")
                .valueStream()
                .map(it -> it.get("id").stringValue())
                .toList();
    }

    /** Lots that the test's own cooperative holds. */
    private List<String> found(String query) {
        return ids(page("cooperative=" + cooperative + "&" + query));
    }

    private List<String> search(String text) {
        return found("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "product=paddy-st25",
                "ward=31570",
                "season=dong-xuan-2026",
                "season=dong-xuan",
                "status=in-stock",
                "status=available",
                "from=2026-04-24",
                "to=2026-04-24",
                "from=2026-04-24&to=2026-04-24",
                "product=paddy-st25&ward=31570&season=dong-xuan-2026&status=in-stock&from=2026-01-01&q=lua",
                "product=&status=&q="
            })
    void a_lot_is_found_by_what_it_is(String query) {
        assertThat(found(query)).containsExactly(paddy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product=packed-rice-st25",
                "ward=31507",
                "season=dong-xuan-2025",
                "season=he-thu",
                "status=used-up",
                "status=held",
                "status=shipped",
                "status=recalled",
                "certificate=vietgap",
                "certificate=growing-area/us",
                "from=2026-04-25",
                "to=2026-04-23",
                "from=2020-01-01&to=2026-04-23",
                "q=tom",
                "product=paddy-st25&ward=31570&status=held"
            })
    void and_not_by_what_it_is_not(String query) {
        assertThat(found(query)).isEmpty();
    }

    @Test
    void a_day_is_a_day_in_vietnam() {
        var early = harvest("1", "A", "2026-04-25T17:30:00Z"); // half past midnight of the 26th
        assertThat(found("from=2026-04-26")).containsExactly(early);
        assertThat(found("to=2026-04-25")).containsExactly(paddy);
    }

    @Test
    void they_come_newest_first_by_the_day_they_began() {
        var earlier = harvest("1", "A", "2026-04-22T08:00:00+07:00"); // entered late
        var later = harvest("1", "B", "2026-04-26T08:00:00+07:00");
        assertThat(found("")).containsExactly(later, paddy, earlier);
    }

    @Test
    void what_was_made_of_a_lot_grew_where_and_when_it_grew() {
        var dried = api.store(cooperative, paddy, "60").json().at("/lots/0").stringValue();
        var part = chain.split(cooperative, dried, List.of("20"))
                .json()
                .at("/lots/0")
                .stringValue();
        assertThat(found("ward=31570&season=dong-xuan-2026")).containsExactlyInAnyOrder(paddy, dried, part);
    }

    @Test
    void who_holds_it_is_who_received_it() {
        var trader = chain.partner("trader");
        var there = chain.handOver(cooperative, trader, paddy, "60", "59.5");
        assertThat(ids(page("cooperative=" + trader + "&season=dong-xuan&q=lua")))
                .containsExactly(there);
        assertThat(found("")).containsExactly(paddy);
    }

    @Test
    void how_it_stands_changes_with_what_happens() {
        api.post("/api/lots/" + paddy + "/holds", """
                {'organisation':'%s','reason':'mốc','by':'qc-1','happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative)).created();
        assertThat(found("status=held")).containsExactly(paddy);
        assertThat(found("status=in-stock")).containsExactly(paddy);
        assertThat(found("status=available")).isEmpty();
        var hold = api.get("/api/lots/" + paddy + "?after=" + head())
                .json()
                .at("/holds/0/hold")
                .stringValue();
        for (var person : List.of("qc-1", "qc-2")) {
            api.post("/api/lots/" + paddy + "/releases", """
                    {'organisation':'%s','hold':'%s','by':'%s','reason':'đạt',
                     'happenedAt':'2026-04-26T08:00:00+07:00'}""".formatted(cooperative, hold, person))
                    .created();
        }
        assertThat(found("status=held")).isEmpty();
        assertThat(found("status=available")).containsExactly(paddy);
        chain.sell(cooperative, paddy, "40").created();
        assertThat(found("status=shipped")).containsExactly(paddy);
        assertThat(found("status=used-up")).isEmpty();
        chain.sell(cooperative, paddy, "60").created();
        assertThat(found("status=used-up")).containsExactly(paddy);
        assertThat(found("status=in-stock")).isEmpty();
    }

    @Test
    void a_recalled_lot_is_held_and_recalled() {
        chain.recall(cooperative, paddy).created();
        assertThat(found("status=recalled")).containsExactly(paddy);
        assertThat(found("status=held")).containsExactly(paddy);
    }

    @Test
    void a_lot_is_found_by_what_it_was_certified_as() {
        api.post("/api/cooperatives/" + cooperative + "/certificates", """
                {'scheme':'vietgap','number':'VG-1','certifier':'Trung tâm (thử)','products':['paddy-st25'],
                 'plots':[{'plot':'%s','area':{'value':'2','unit':'ha'}}],
                 'validFrom':'2026-01-01','validUntil':'2027-12-31','happenedAt':'2026-01-02T08:00:00+07:00'}""".formatted(plot))
                .created();
        var certified = harvest("1", "B", "2026-04-26T08:00:00+07:00");
        assertThat(found("certificate=vietgap")).containsExactly(certified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lúa Đỏ",
                "lua do",
                "LUA DO",
                "đỏ lúa",
                "lua-do-01",
                "01 ",
                "lu",
                "01 lu",
                "Đồng Bưởi",
                "dong buoi",
                "P1",
                "st25",
                "paddy"
            })
    void the_words_of_a_lot_are_those_of_its_label_holder_plot_and_product(String text) {
        assertThat(search(text)).containsExactly(paddy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lúa xanh", "lu do", "l", "lua x", "01x", "gạo tám"})
    void every_word_must_fit_and_only_the_last_may_be_begun(String text) {
        assertThat(search(text)).isEmpty();
    }

    @Test
    void a_label_that_is_corrected_is_found_by_its_new_words() {
        api.post("/api/lots/" + paddy + "/corrections", """
                {'organisation':'%s','label':'Lúa Xanh P2','reason':'ghi nhầm','by':'kho-1',
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative))
                .created();
        assertThat(search("lúa xanh")).containsExactly(paddy);
        assertThat(search("đỏ ")).isEmpty();
        assertThat(search("p1 p2")).as("the plot is still P1").containsExactly(paddy);
    }

    @Test
    void a_word_that_very_many_begin_with_is_to_be_written_longer() {
        for (int i = 0; i < 31; i++) {
            harvest("1", "zq" + (char) ('a' + i / 26) + (char) ('a' + i % 26), "2026-04-25T08:00:00+07:00");
        }
        assertThat(search("zqb")).hasSize(5);
        var problem = api.get("/api/lots?q=zq&after=" + head());
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.json().get("type").stringValue()).endsWith("/problems/list/too-many-words");
        assertThat(problem.json().get("detail").stringValue())
                .isEqualTo("Có hơn 30 từ khác nhau bắt đầu bằng “zq”. Hãy gõ thêm vài chữ, hoặc một dấu cách nếu đó là"
                        + " cả từ.");
        assertThat(search("zq ")).isEmpty();
    }

    @Test
    void while_others_record_pages_show_nothing_twice_and_miss_nothing_that_was_there() throws Exception {
        var there = new ArrayList<String>(List.of(paddy));
        for (int i = 1; i <= 9; i++) {
            there.add(harvest("5", "T" + i, "2026-04-%sT08:00:00+07:00".formatted(15 + i)));
        }
        var done = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; !done.get() && i < 200; i++) {
                harvest("0.1", "N" + i, "2026-04-%sT09:00:00+07:00".formatted(15 + i % 10));
                chain.split(cooperative, there.get(i % 10), List.of("0.1"));
            }
        });
        var shown = new ArrayList<String>();
        var next = "/api/lots?limit=3&status=in-stock&cooperative=" + cooperative + "&after=" + head();
        while (next != null) {
            var page = api.get(next);
            shown.addAll(ids(page.json()));
            next = page.response()
                    .headers()
                    .firstValue("Link")
                    .map(it -> it.substring(1, it.indexOf('>')))
                    .orElse(null);
        }
        done.set(true);
        writer.join();
        assertThat(shown).doesNotHaveDuplicates().containsAll(there);
    }

    @Test
    void a_page_names_the_next_with_all_that_was_asked() {
        harvest("1", "Lúa & cá", "2026-04-25T08:00:00+07:00");
        var page = api.get("/api/lots?q=l%C3%BAa&cooperative=" + cooperative + "&limit=1&after=" + head());
        assertThat(page.json().get("lots")).hasSize(1);
        assertThat(page.header("Link"))
                .isEqualTo("</api/lots?q=l%C3%BAa&cooperative=" + cooperative + "&limit=1&cursor="
                        + page.json().get("cursor").stringValue() + ">; rel=\"next\"");
        var last = api.get(page.header("Link").replaceFirst("<(.*)>.*", "$1"));
        assertThat(ids(last.json())).containsExactly(paddy);
        assertThat(last.json().has("cursor")).isFalse();
    }

    @Test
    void a_cursor_does_not_lead_into_another_list() {
        harvest("1", "B", "2026-04-25T08:00:00+07:00");
        var cursor = page("limit=1&cooperative=" + cooperative).get("cursor").stringValue();
        assertThat(found("cursor=" + cursor)).containsExactly(paddy);
        refused("limit=1&cursor=" + cursor, "list/cursor-of-another-query");
        refused("cooperative=" + cooperative + "&cursor=" + cursor.substring(1), "list/cursor-of-another-query");
    }

    @ParameterizedTest
    @CsvSource({
        "cooperative=htx-zzzzzzzzzzzzzzzz, list/unknown-value",
        "cooperative=me, list/unknown-value",
        "product=gold, list/unknown-value",
        "ward=00000, list/unknown-value",
        "season=winter, list/unknown-value",
        "season=winter-2026, list/unknown-value",
        "status=lost, list/unknown-value",
        "certificate=best, list/unknown-value",
        "from=2026-02-30, web/unusable-parameter",
        "to=yesterday, web/unusable-parameter",
        "from=%2B999999999-01-01, web/unusable-parameter",
        "to=%2B999999999-12-31, web/unusable-parameter",
        "to=%2B10000-01-01, web/unusable-parameter",
        "from=-0001-01-01, web/unusable-parameter",
        "from=2026-04-25&to=2026-04-24, list/dates-out-of-order",
        "limit=0, list/limit-out-of-range",
        "limit=201, list/limit-out-of-range",
        "limit=-1, list/limit-out-of-range",
        "cursor=x, list/cursor-unreadable",
        "q=%2D%2D, list/nothing-to-search",
        "colour=red, list/unknown-parameter",
        "product=paddy-st25&product=bran, list/given-twice"
    })
    void what_cannot_be_asked_is_refused(String query, String problem) {
        refused(query, problem);
    }

    private void refused(String query, String problem) {
        var answer = api.get("/api/lots?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + problem);
    }

    @Test
    void a_text_has_at_most_two_hundred_characters() {
        assertThat(search("x".repeat(200))).isEmpty();
        refused("q=" + "x".repeat(201), "list/text-too-long");
    }

    @Test
    void a_page_has_at_most_two_hundred_lots() {
        assertThat(api.get("/api/lots?limit=200").status()).isEqualTo(200);
        assertThat(api.get("/api/lots?limit=1").status()).isEqualTo(200);
    }

    @Test
    void the_start_page_shows_the_newest_and_leads_on() {
        for (int i = 0; i < 20; i++) {
            harvest("1", "S" + i, "2026-04-25T08:00:00+07:00");
        }
        api.get("/api/lots?after=" + head());
        var page = api.get("/").text();
        var next =
                page.replaceFirst("(?s).*href=\"(/\\?cursor=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(api.get(next).status()).isEqualTo(200);
        assertThat(api.get("/?cursor=x").status()).isEqualTo(404);
    }
}
