package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Browser;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.label.SymbolTest;

/** Follows the grain of chain R1 from the field, through HTTP, to the page that a buyer's phone opens. */
@ServiceTest
class StoryTest {
    private static final int BUDGET = 14 * 1024;

    @Autowired
    private Demo demo;

    @Autowired
    private EventStore log;

    @TempDir
    private Path temporary;

    private final Api api;
    private JsonNode bags = JsonNode.class.cast(tools.jackson.databind.node.NullNode.getInstance());

    StoryTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @BeforeEach
    void theChainIsRecorded() {
        bags = demo.replay();
    }

    private String id() {
        return bags.get("id").stringValue();
    }

    private String scanned() throws Exception {
        var png = api.bytes("/api/lots/" + id() + "/qr.png").body();
        return SymbolTest.decoded(ImageIO.read(new ByteArrayInputStream(png)));
    }

    @Test
    void seeding_again_seeds_nothing_twice() {
        var head = log.createHeadToken();
        assertThat(demo.replay()).isEqualTo(bags);
        assertThat(log.createHeadToken()).isEqualTo(head);
    }

    @Test
    void of_7500_kg_packed_2500_are_left_after_the_shipment() {
        assertThat(bags.at("/quantity/value").stringValue()).isEqualTo("7500");
        assertThat(bags.at("/left/value").stringValue()).isEqualTo("2500");
    }

    @Test
    void the_history_goes_back_to_both_fields_and_forward_to_the_shop() {
        var history = api.get("/api/lots/" + id() + "/history").json();
        assertThat(history.get("plots")
                        .valueStream()
                        .map(plot -> plot.get("code").stringValue()))
                .containsExactlyInAnyOrder("P1", "P2");
        var what = history.get("milestones")
                .valueStream()
                .map(it -> it.get("what").stringValue() + it.path("kind").asString(""))
                .distinct()
                .toList();
        assertThat(what)
                .containsExactly(
                        "cycle-opened",
                        "field-workland-preparation",
                        "field-worksowing",
                        "field-workpesticide",
                        "field-workfertiliser",
                        "field-workdrainage",
                        "field-workfield-inspection",
                        "cycle-closed",
                        "harvest",
                        "processingtransport",
                        "processingdrying",
                        "processingstorage",
                        "processingmilling",
                        "processinggrading",
                        "lab-result",
                        "processingpacking",
                        "dispatch");
        var times = history.get("milestones")
                .valueStream()
                .map(it -> java.time.OffsetDateTime.parse(
                                it.at("/fact/happenedAt").stringValue())
                        .toInstant())
                .toList();
        assertThat(times).isSorted();
        assertThat(history.get("missing")).isEmpty();
        assertThat(history.get("unknown").valueStream().map(JsonNode::stringValue))
                .containsExactly("confirmed-by-others");
    }

    /** Chains R1, R2, S1 (two products), S2 and F1: every step that led to what is sold balances to the gram. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/09520001000010/10/ST25-260518-A",
                "01/09520001000027/10/ST25-260921-A",
                "01/09520002000026/10/SU-260811-A",
                "01/09520002000033/10/SU-260811-B",
                "01/09520002000019/10/TCT-260606-A",
                "01/09520003000018/10/BNR-261013-A"
            })
    void all_chains_balance_to_the_gram_and_lack_nothing(String address) {
        var history = api.get("/api/lots/" + lotAt(address) + "/history").json();
        var steps = history.get("milestones")
                .valueStream()
                .filter(it -> it.get("what").stringValue().equals("processing"))
                .toList();
        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(grams(step.get("inputs")))
                        .isEqualTo(grams(step.get("outputs")) + grams(step.get("losses"))));
        assertThat(history.get("missing")).isEmpty();
        assertThat(api.get("/" + address).status()).isEqualTo(200);
    }

    private String lotAt(String address) {
        var head = api.get("/api/rebuilds").json().get("head").asLong();
        var number = address.substring(address.lastIndexOf('/') + 1);
        return api.get("/api/lots?limit=200&q=" + number + "&after=" + head)
                .json()
                .get("lots")
                .valueStream()
                .filter(lot -> lot.get("address").stringValue().equals(address))
                .map(lot -> lot.get("id").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private static long grams(JsonNode parts) {
        return parts.valueStream()
                .map(part -> new BigDecimal(part.at("/quantity/value").stringValue()))
                .map(kilograms -> kilograms.movePointRight(3).longValueExact())
                .reduce(0L, Long::sum);
    }

    @Test
    void the_qr_code_opens_the_lots_page_on_the_running_service() throws Exception {
        assertThat(scanned()).endsWith("/01/09520001000010/10/ST25-260518-A");
        var page = api.get(scanned());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Gạo ST25 đóng túi").contains("HTX Nông nghiệp Dịch vụ Hồ Đắc Kiện Xanh");
        var svg = api.get("/api/lots/" + id() + "/qr.svg");
        assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
    }

    @Test
    void the_page_is_small_cacheable_and_lets_no_script_in() throws Exception {
        var request = api.request(scanned()).header("Accept-Encoding", "gzip").header("Accept-Language", "vi");
        var page = java.net.http.HttpClient.newHttpClient()
                .send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(page.body()).hasSizeLessThanOrEqualTo(BUDGET);
        assertThat(unzipped(page.body())).doesNotContain("<script").contains("lang=\"vi\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow())
                .isEqualTo("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        var etag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).as("strong").startsWith("\"").contains("-vi-");
        assertThat(api.get(scanned(), "If-None-Match", etag, "Accept-Encoding", "gzip", "Accept-Language", "vi")
                        .status())
                .isEqualTo(304);
        assertThat(api.get(scanned(), "If-None-Match", etag, "Accept-Encoding", "gzip", "Accept-Language", "en")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_trace_of_the_bags_leads_back_to_both_fields_in_their_shares() {
        var trace = api.get("/api/lots/" + id() + "/trace?direction=back").json();
        var plots = trace.at("/composition/plots");
        assertThat(plots.valueStream()
                        .map(it -> it.get("code").stringValue() + " "
                                + it.get("share").stringValue() + " "
                                + it.get("percent").decimalValue().toPlainString()))
                .containsExactly("P1 4/7 57.1", "P2 3/7 42.9");
        assertThat(grams(plots)).isEqualTo(7_500_000);
        assertThat(trace.get("plots")
                        .valueStream()
                        .map(it -> it.at("/harvested/value").stringValue()))
                .containsExactlyInAnyOrder("13200", "9900");
    }

    @Test
    void the_picture_on_the_page_shows_the_way_back_and_nobody_who_bought() {
        var page = api.get("/01/09520001000010/10/ST25-260518-A?lang=vi").text();
        assertThat(page).contains("/t/" + id() + "/trace.svg?lang=vi");
        var picture = api.get("/t/" + id() + "/trace.svg?lang=vi");
        assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(picture.text()).contains(">Thửa P1<", ">57,1 % của lô này<").doesNotContain("Siêu thị");
        assertThat(api.get("/t/" + id() + "/trace.svg?lang=vi", "If-None-Match", picture.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(api.get("/api/lots/" + id() + "/trace.svg?lang=vi").text()).contains("Siêu thị");
        assertThat(api.get("/t/nonsense/trace.svg").status()).isEqualTo(404);
        assertThat(api.get("/t/lot-zzzzzzzzzzzzzzzz/trace.svg").status()).isEqualTo(404);
    }

    private static String unzipped(byte[] body) throws IOException {
        var text = new ByteArrayOutputStream();
        new GZIPInputStream(new ByteArrayInputStream(body)).transferTo(text);
        return text.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_code_that_nobody_recorded_says_so() {
        var unknown = api.get("/01/09520001000010/10/FAKE");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("Không có mã này").contains("http://localhost:");
        var mistyped = api.get("/01/09520001000011/10/ST25-260518-A");
        assertThat(mistyped.status()).isEqualTo(400);
        assertThat(mistyped.text()).contains("số kiểm tra");
        assertThat(api.get("/nowhere").status()).isEqualTo(404);
        assertThat(api.get("/t/" + "lot-zzzzzzzzzzzzzzzz").status()).isEqualTo(404);
    }

    @Test
    void the_start_page_leads_to_the_lots() {
        var newest = "/01/09520001000010/10/ST25-260921-A";
        assertThat(api.get("/").text()).contains(newest);
    }

    @Test
    void a_problem_type_leads_to_its_page() {
        assertThat(api.get("/problems/lot/not-enough-left?lang=en").text()).contains("Not enough left");
        assertThat(api.get("/problems/lot/nonsense").status()).isEqualTo(404);
    }

    // ---- in a real browser

    @Test
    void a_phone_shows_who_where_and_when_without_scrolling() throws Exception {
        try (var phone = new Browser(temporary, Browser.PHONE)) {
            phone.driver().get(scanned() + "?lang=vi");
            phone.screenshot("story-phone-vi.png");
            assertThat(phone.texts("h1")).containsExactly("Gạo ST25 đóng túi");
            assertThat(phone.texts(".verdict")).allMatch(text -> text.startsWith("Hồ sơ đủ các bước"));
            var lot = phone.driver().findElement(By.xpath("//dd[text()='ST25-260518-A']"));
            assertThat(lot.getLocation().getY() + lot.getSize().getHeight())
                    .isLessThanOrEqualTo(Browser.PHONE.getHeight());
            assertThat(phone.texts("summary b"))
                    .containsExactly(
                            "Xuất hàng",
                            "Đóng gói",
                            "Xay xát, phân loại",
                            "Sấy, lưu kho",
                            "Thu hoạch",
                            "Chăm sóc",
                            "Bắt đầu vụ",
                            "Sơ đồ: từ thửa đến lô này");

            phone.driver().findElements(By.tagName("summary")).get(4).click();
            assertThat(phone.texts("details[open] li")).anyMatch(text -> text.contains("13.200 kg"));
            phone.scrollTo("details[open]");
            phone.screenshot("story-phone-open.png");

            phone.driver().findElement(By.linkText("English")).click();
            assertThat(phone.texts("h1")).containsExactly("ST25 rice, packed");
            assertThat(phone.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                    .isEqualTo("en");
            phone.screenshot("story-phone-en.png");
        }
    }
}
