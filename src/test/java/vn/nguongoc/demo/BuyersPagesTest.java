package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** What stands on the buyer's pages, in which language, how big they are, and how a typed code leads there. */
@ServiceTest
class BuyersPagesTest {
    private static final int BUDGET = 14 * 1024;
    private static final String RICE = "/01/09520001000010/10/ST25-260518-A";
    private static final String PEELED_SHRIMP = "/01/09520002000019/10/TCT-260606-A";
    private static final String POMELO = "/01/09520003000018/10/BNR-261013-A";

    @Autowired
    private Demo demo;

    private final Api api;

    BuyersPagesTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @BeforeEach
    void record() {
        demo.replay();
    }

    /** Rice of hundreds of plots would fill a phone with what was done on each. */
    @Test
    void of_very_many_things_the_latest_are_told_those_in_doubt_and_how_many_more_there_are() {
        var cooperative = api.cooperative();
        var plot = api.sownPlot(cooperative);
        for (int i = 0; i < 61; i++) {
            // The first, with a pesticide that is on no list, is in doubt.
            var fields = i == 0 ? "'active':'novelty'" : "'active':'validamycin'";
            api.post("/api/plots/" + plot + "/activities", """
                    {'cooperative':'%s','kind':'pesticide','fields':{%s},'happenedAt':'2026-01-09T08:%02d:00+07:00'}""".formatted(cooperative, fields, i % 60))
                    .created();
        }
        var lot = api.harvest(cooperative, plot, "50");
        var position = lot.header("Log-Position");
        var address = "/t/" + lot.created();
        api.get("/api/lots/" + lot.created() + "/history?after=" + position);
        var page = page(address, "vi");
        assertThat(page.split("validamycin", -1)).hasSize(30 + 1);
        assertThat(page).contains("novelty").contains("việc sớm hơn");
    }

    private String page(String path, String language) {
        return api.get(path + "?lang=" + language).text();
    }

    @Test
    void every_lots_page_is_below_its_budget_in_every_language() {
        var lots = api.get("/api/lots?limit=200")
                .json()
                .get("lots")
                .valueStream()
                .map(lot -> "/" + lot.get("address").stringValue())
                .toList();
        assertThat(lots).hasSizeGreaterThan(20).allSatisfy(path -> {
            for (var language : List.of("vi", "en", "km", "ja")) {
                var request = api.request(path + "?lang=" + language).header("Accept-Encoding", "gzip");
                assertThat(api.send(request).header("Content-Length"))
                        .as(path + " in " + language)
                        .satisfies(
                                length -> assertThat(Integer.parseInt(length)).isLessThanOrEqualTo(BUDGET));
            }
        });
    }

    @Test
    void what_a_language_lacks_is_marked_with_the_language_that_it_is_in() {
        assertThat(page(RICE, "ja"))
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"ja\">", "ST25米", "賞味期限", "2027年5月18日")
                .contains("<dd lang=\"vi\">HTX Nông nghiệp")
                .contains("<div class=\"rest\" lang=\"en\">", "The rest of this page is in English.");
        assertThat(page(PEELED_SHRIMP, "ja")).contains("<h1>冷凍バナメイエビ");
        assertThat(page(PEELED_SHRIMP, "km")).contains("<h1 lang=\"vi\">Tôm thẻ");
        assertThat(page(RICE, "km"))
                .contains("<html lang=\"km\">", "<h1>អង្ករ ST25</h1>", "<dt>សហករណ៍</dt>")
                .contains("lang=\"vi\"", "<div class=\"rest\" lang=\"vi\">");
        assertThat(page(RICE, "vi")).contains("<div class=\"rest\">").doesNotContain("Phần dưới đây");
    }

    @Test
    void the_language_is_that_of_the_address_then_that_of_the_reader() {
        assertThat(api.get(RICE, "Accept-Language", "ja,en;q=0.5").text()).contains("<html lang=\"ja\">");
        assertThat(api.get(RICE + "?lang=en", "Accept-Language", "ja").text()).contains("<html lang=\"en\">");
        assertThat(api.get(RICE, "Accept-Language", "fr").text()).contains("<html lang=\"vi\">");
    }

    @Test
    void findings_stand_against_the_limits_of_their_markets() {
        assertThat(page(RICE, "vi")).contains("tricyclazole: 0,008 mg/kg (Liên minh châu Âu cho phép nhiều nhất 0,01)");
    }

    @Test
    void a_step_that_another_confirmed_names_them() {
        assertThat(page(PEELED_SHRIMP, "en"))
                .containsPattern("badge confirmed\"><span>Confirmed by [^<]*, who received it");
        assertThat(page(RICE, "en")).doesNotContain("badge confirmed");
    }

    @Test
    void certificates_stand_with_their_numbers_and_days() {
        assertThat(page(POMELO, "vi"))
                .contains("<h2 id=\"certificates\">Chứng nhận</h2>", "VietGAP", "trong đó có ngày thu hoạch");
        assertThat(page(RICE, "vi")).doesNotContain("id=\"certificates\"");
    }

    @Test
    void everybody_who_held_it_is_named_and_nobody_who_bought_it() {
        assertThat(page(PEELED_SHRIMP, "vi"))
                .containsSubsequence("Những bên tham gia", "Nhà máy chế biến thủy sản Vĩnh Châu", "Cơ sở chế biến");
    }

    @Test
    void what_was_corrected_is_struck_through() {
        var cooperative = api.cooperative();
        var lot = api.harvest(cooperative, api.sownPlot(cooperative), "100").created();
        var correction = api.post("/api/lots/" + lot + "/corrections", """
                {'organisation':'%s','quantity':{'value':'90','unit':'kg'},'reason':'cân sai','by':'kt-1',
                 'happenedAt':'2026-04-24T09:00:00+07:00'}""".formatted(cooperative));
        assertThat(correction.status()).as(correction.text()).isEqualTo(201);
        api.get("/api/lots/" + lot + "?after=" + correction.header("Log-Position"));
        assertThat(page("/t/" + lot, "vi")).contains("<del>100</del>", "cân sai");
    }

    @Test
    void the_legal_minimum_stands_on_every_page_of_packed_goods() {
        for (var path : List.of(RICE, PEELED_SHRIMP, POMELO)) {
            assertThat(page(path, "vi"))
                    .as("Circular 02/2024: name and picture, producer and place, when, lot, best before")
                    .contains("<h1>", "<svg viewBox=\"0 0 72 72\"", "Nơi sản xuất", "Thu hoạch", "Đóng gói")
                    .contains("Số lô", "Dùng tốt nhất trước");
        }
    }

    @Test
    void a_lots_code_says_how_many_share_it_and_a_units_does_not() {
        assertThat(page(RICE, "vi")).contains("1.500 đơn vị cùng một mã");
        assertThat(page(RICE, "ja")).contains("1,500個に共通");
        assertThat(api.get("/page.css").text()).contains(".unit~.shared{display:none}");
    }

    @Test
    void whoever_declares_a_step_is_named() {
        assertThat(page(PEELED_SHRIMP, "en"))
                .containsPattern("badge declared\"><span>Declared by Nhà máy chế biến thủy sản Vĩnh Châu")
                .doesNotContain("Declared by whoever");
    }

    @Test
    void a_recall_stands_where_the_lot_came_to_be() {
        var cooperative = api.cooperative();
        var lot = api.harvest(cooperative, api.sownPlot(cooperative), "100").created();
        var recall = api.post("/api/recalls", """
                {'organisation':'%s','lots':['%s'],'reason':'thử','by':'ql-1','happenedAt':'2026-04-25T09:00:00+07:00'}""".formatted(cooperative, lot));
        assertThat(recall.status()).as(recall.text()).isEqualTo(201);
        api.get("/api/lots/" + lot + "?after=" + recall.header("Log-Position"));
        assertThat(page("/t/" + lot, "en"))
                .doesNotContain("One code for all")
                .containsPattern(
                        "(?s)<summary><b[^>]*>Harvest</b>.{0,200}<ol><li>.{0,80}<b>Held back: it is recalled</b>");
    }

    @Test
    void the_public_record_names_no_person_and_no_trade() {
        var answer = api.get("/t/"
                + api.get(RICE, "Accept", "application/ld+json")
                        .text()
                        .replaceAll("(?s).*/t/(lot-[a-z0-9]+)/record.*", "$1")
                + "/record");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(members(answer.json()))
                .contains("milestones", "fact", "position", "findings", "plots")
                .doesNotContainAnyElementsOf(List.of("actor", "by", "proposedBy", "approvedBy", "onBehalfOf"))
                .doesNotContainAnyElementsOf(List.of("evidence", "left", "shipments"));
    }

    private static Set<String> members(JsonNode node) {
        var names = new TreeSet<>(node.propertyNames());
        node.forEach(it -> names.addAll(members(it)));
        return names;
    }

    @Test
    void a_shared_link_has_its_words_and_its_picture() throws IOException {
        var page = page(RICE, "vi");
        assertThat(page)
                .contains("<meta property=\"og:title\" content=\"Gạo ST25 đóng túi · 5 kg · HTX")
                .contains("<meta property=\"og:description\" content=\"Hồ sơ đủ các bước · Xã Hồ Đắc Kiện");
        var card = page.replaceAll("(?s).*og:image\" content=\"https?://[^/]+(/[^\"]+)\".*", "$1");
        var picture = ImageIO.read(new ByteArrayInputStream(api.bytes(card).body()));
        assertThat(picture.getWidth()).isEqualTo(1_200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(card).contains("v=");
        assertThat(api.get(card).header("Cache-Control")).isEqualTo("no-cache, public");
        var again = api.get(card, "If-None-Match", api.get(card).header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(api.get("/t/lot-zzzzzzzzzzzzzzzz/card.png").status()).isEqualTo(404);
        assertThat(api.get("/t/nonsense/status.css").status()).isEqualTo(404);
    }

    // ---- typed codes

    @ParameterizedTest
    @CsvSource({
        "ST25-260921-A,9520001000010,/01/09520001000010/10/ST25-260921-A",
        "st25 260921 a,0 9520001 00001 0,/01/09520001000010/10/ST25-260921-A",
        "ST25260921A,09520001000027,/01/09520001000027/10/ST25-260921-A",
        "bnr261013a,,/01/09520003000018/10/BNR-261013-A",
        "https://example.org/01/09520001000010/10/X?y=z,,/01/09520001000010/10/X"
    })
    void a_typed_code_leads_to_its_lot(String lot, String gtin, String address) {
        var answer = api.get("/find?lang=vi&lot=" + encoded(lot) + "&gtin=" + (gtin == null ? "" : encoded(gtin)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(address + "?lang=vi");
    }

    @Test
    void a_typed_address_is_encoded_once_and_has_no_empty_parts() {
        Map.of(
                        "/t/{abc}", "/t/%7Babc%7D",
                        "/01/{abc}/x", "/01/%7Babc%7D/x",
                        "/01//evil.example//x", "/01/evil.example/x",
                        "/01/09520001000010/10/A%2FB", "/01/09520001000010/10/A%2FB",
                        "/t/50%", "/t/50%25",
                        "nguongoc.example/t/gạo", "/t/g%E1%BA%A1o")
                .forEach((typed, address) -> {
                    var answer = api.get("/find?lang=vi&lot=" + encoded(typed));
                    assertThat(answer.status()).as(typed).isEqualTo(302);
                    assertThat(answer.header("Location")).isEqualTo(address + "?lang=vi");
                });
    }

    @Test
    void a_typed_address_that_means_another_one_leads_nowhere() {
        for (var typed : List.of("/01/..//evil", "/t/..", "/t/%2e%2E", "/01/./x", "example.org/t/../api/lots")) {
            assertThat(api.get("/find?lot=" + encoded(typed)).status())
                    .as(typed)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_short_code_may_be_read_wrongly_in_the_usual_ways() {
        var id = api.get("/api/lots?limit=1").json().at("/lots/0/id").stringValue();
        var typed = id.substring(4).toUpperCase(Locale.ROOT).replace('0', 'O').replace('1', 'I');
        Stream.of(id, typed, typed.substring(0, 8) + " " + typed.substring(8)).forEach(code -> {
            var answer = api.get("/find?lot=" + encoded(code));
            assertThat(answer.status()).as(code).isEqualTo(302);
        });
    }

    @Test
    void a_number_of_several_products_lets_the_buyer_choose() {
        assertThat(api.get("/find?lang=vi&lot=ST25-260921-A").text())
                .contains("Mã này có ở nhiều sản phẩm", "09520001000010", "09520001000027");
    }

    @Test
    void a_code_that_leads_nowhere_says_so_and_keeps_what_was_typed() {
        var answer = api.get("/find?lang=vi&lot=%3Cb%3Enothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Chưa có lô nào", "value=\"&lt;b&gt;nothing\"");
        assertThat(api.get("/find?lang=vi&lot=A&gtin=123").text()).contains("GTIN “123” không đúng");
        assertThat(api.get("/find?lang=vi&lot=%2F%2F").status()).isEqualTo(404);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
