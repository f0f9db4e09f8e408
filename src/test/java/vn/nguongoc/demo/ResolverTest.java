package vn.nguongoc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** What the address in a QR code answers: to people, to programs, and when it is not right. */
@ServiceTest
class ResolverTest {
    private static final String PRODUCT = "/01/09520001000010";
    private static final String RICE = PRODUCT + "/10/ST25-260518-A";
    private static final String VOC = "https://ref.gs1.org/voc/";

    @Autowired
    private Demo demo;

    private final int port;
    private final Api api;

    ResolverTest(@LocalServerPort int port) {
        this.port = port;
        this.api = new Api(port);
    }

    @BeforeEach
    void record() {
        demo.replay();
    }

    private JsonNode json(String path, String type) {
        var answer = api.get(path, "Accept", type);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        return answer.json();
    }

    // ---- walk-up

    @Test
    void a_unit_is_answered_with_its_lot_and_says_so() {
        var unit = api.get(RICE + "/21/0123456789ABCDEF?lang=vi");
        assertThat(unit.status()).isEqualTo(200);
        assertThat(unit.text()).contains("Gạo ST25 đóng túi", "0123456789ABCDEF", "Trang này nói về cả lô");
        assertThat(unit.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(unit.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void a_unit_without_a_lot_is_answered_with_its_product_and_says_so() {
        var unit = api.get(PRODUCT + "/21/0123456789ABCDEF?lang=vi");
        assertThat(unit.status()).isEqualTo(200);
        assertThat(unit.text()).contains("địa chỉ không có số lô").contains("ST25-260921-A", "ST25-260518-A");
        assertThat(unit.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void a_product_lists_its_lots_newest_first() {
        var product = api.get(PRODUCT + "?lang=en");
        assertThat(product.status()).isEqualTo(200);
        assertThat(product.text())
                .containsSubsequence("ST25 rice, packed", "5 kg", "ST25-260921-A", "ST25-260518-A")
                .doesNotContain("09520001000027");
    }

    @Test
    void a_lot_that_nobody_recorded_is_unknown_even_where_the_product_is_known() {
        var unknown = api.get(PRODUCT + "/10/NEVER?lang=en");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("href=\"" + PRODUCT + "\"");
        assertThat(unknown.text())
                .contains("class=\"verdict doubtful\" role=\"status\"", "Unknown code – check the address bar");
        assertThat(api.get(PRODUCT + "/10/NEVER/21/1").status()).isEqualTo(404);
        assertThat(api.get("/01/09529999000019").status()).isEqualTo(404);
    }

    // ---- for programs

    @Test
    void what_nobody_recorded_is_a_problem_for_programs_and_a_page_for_people() {
        for (var path : List.of(PRODUCT + "/10/NEVER", "/01/09529999000019", "/t/never", "/nowhere")) {
            for (var type : List.of("application/ld+json", "application/json")) {
                var problem = api.get(path, "Accept", type);
                assertThat(problem.status()).as(path).isEqualTo(404);
                assertThat(problem.header("Content-Type")).as(path).startsWith("application/problem+json");
                assertThat(problem.json().get("type").stringValue()).endsWith("/problems/web/nothing-here");
            }
            for (var type : List.of("text/html", "*/*")) {
                var page = api.get(path, "Accept", type);
                assertThat(page.status()).as(path).isEqualTo(404);
                assertThat(page.header("Content-Type")).as(path).startsWith("text/html");
            }
        }
    }

    @Test
    void the_pages_own_links_lead_a_browser_to_its_data() {
        var page = api.get(RICE, "Accept", "text/html").text();
        Map.of("JSON-LD", "application/ld+json", "linkset", "application/linkset+json")
                .forEach((words, type) -> {
                    var link = Pattern.compile("href=\"([^\"]+)\">" + words + "</a>")
                            .matcher(page);
                    assertThat(link.find()).as(words).isTrue();
                    var path = URI.create(link.group(1)).getRawPath() + "?"
                            + URI.create(link.group(1)).getRawQuery();
                    var answer = api.get(path, "Accept", "text/html,*/*;q=0.8");
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.header("Content-Type")).startsWith(type);
                });
    }

    @Test
    void a_lot_as_json_ld_says_what_the_page_says() {
        var lot = json(RICE, "application/ld+json");
        assertThat(lot.get("@id").stringValue()).endsWith(RICE);
        assertThat(lot.get("gs1:gtin").stringValue()).isEqualTo("09520001000010");
        assertThat(lot.get("gs1:hasBatchLotNumber").stringValue()).isEqualTo("ST25-260518-A");
        assertThat(lot.at("/gs1:bestBeforeDate/@value").stringValue()).isEqualTo("2027-05-18");
        assertThat(lot.at("/gs1:netContent/gs1:value/@value").stringValue()).isEqualTo("5");
        assertThat(lot.at("/gs1:harvestDate/0/@value").stringValue()).isEqualTo("2026-04-24");
        assertThat(lot.at("/schema:manufacturer/0/schema:name").stringValue()).startsWith("HTX Nông nghiệp");
        assertThat(lot.toString()).doesNotContain("Siêu thị").contains("no recall recorded");
    }

    @Test
    void certificates_of_the_harvest_are_in_json_ld() {
        var pomelo = json("/01/09520003000018/10/BNR-261013-A", "application/ld+json");
        assertThat(pomelo.get("gs1:certification")
                        .valueStream()
                        .map(it -> it.get("gs1:certificationStandard").stringValue()))
                .contains("VietGAP");
    }

    @Test
    void a_linkset_has_every_link_type_that_something_stands_behind() {
        var linkset = json(RICE, "application/linkset+json").at("/linkset/0");
        assertThat(linkset.get("anchor").stringValue()).endsWith(RICE);
        assertThat(linkset.propertyNames())
                .containsExactly(
                        "anchor",
                        VOC + "defaultLink",
                        VOC + "defaultLinkMulti",
                        VOC + "pip",
                        VOC + "traceability",
                        VOC + "recallStatus");
        assertThat(linkset.get(VOC + "defaultLink")).hasSize(1);
        assertThat(linkset.at("/" + VOC.replace("/", "~1") + "pip/0/hreflang/0").stringValue())
                .isEqualTo("vi");
        var certified = json("/01/09520003000018/10/BNR-261013-A", "application/linkset+json");
        assertThat(certified.at("/linkset/0").propertyNames()).contains(VOC + "certificationInfo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkset", "all"})
    void all_links_can_be_asked_for_in_the_address(String linkType) {
        var answer = api.get(RICE + "?linkType=" + linkType, "Accept", "text/html");
        assertThat(answer.header("Content-Type")).startsWith("application/linkset+json");
        assertThat(api.get(PRODUCT + "?linkType=" + linkType)
                        .json()
                        .at("/linkset/0/anchor")
                        .stringValue())
                .endsWith(PRODUCT);
    }

    @Test
    void one_link_is_followed_in_the_readers_language() {
        var english = api.get(RICE + "?linkType=gs1:traceability", "Accept-Language", "en");
        assertThat(english.status()).isEqualTo(307);
        assertThat(english.header("Location")).endsWith(RICE + "?lang=en#journey");
        assertThat(api.get(RICE + "?linkType=" + VOC + "recallStatus&lang=vi").header("Location"))
                .endsWith("?lang=vi#status");
        assertThat(api.get(RICE + "?linkType=gs1:pip").status()).isEqualTo(200);
    }

    @Test
    void a_link_type_that_nothing_stands_behind_is_missing() {
        var epcis = api.get(RICE + "?linkType=gs1:epcis", "Accept", "application/linkset+json");
        assertThat(epcis.status()).isEqualTo(404);
        assertThat(epcis.json().get("possible").toString()).contains("traceability");
    }

    @Test
    void the_form_follows_what_the_client_would_rather_have() {
        assertThat(api.get(RICE, "Accept", "application/ld+json;q=0.5, text/html")
                        .header("Content-Type"))
                .startsWith("text/html");
        assertThat(api.get(RICE, "Accept", "text/html;q=0.5, application/ld+json")
                        .header("Content-Type"))
                .startsWith("application/ld+json");
        assertThat(api.get(RICE, "Accept", "image/webp").header("Content-Type")).startsWith("text/html");
        assertThat(api.get(RICE, "Accept", "nonsense").header("Content-Type")).startsWith("text/html");
        assertThat(String.join(",", api.get(RICE).response().headers().allValues("Vary"))
                        .toLowerCase(Locale.ROOT))
                .contains("accept,", "accept-language");
    }

    @Test
    void the_page_names_its_linkset() {
        assertThat(api.get(RICE).header("Link"))
                .contains(RICE + "?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
    }

    // ---- addresses that are not right

    @ParameterizedTest
    @CsvSource({
        "/10/ST25-260518-A/01/09520001000010,/01/09520001000010/10/ST25-260518-A",
        "/01/09520001000010?10=ST25-260518-A,/01/09520001000010/10/ST25-260518-A",
        "/01/09520001000010/21/X/10/ST25-260518-A,/01/09520001000010/10/ST25-260518-A/21/X"
    })
    void what_was_meant_is_linked_to(String wrong, String right) {
        var page = api.get(wrong, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("href=\"" + right + "\"");
        var problem = api.get(wrong, "Accept", "application/json");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.json().get("right").stringValue()).isEqualTo(right);
        assertThat(api.get(right).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/09520001000011",
                "/01/09520001000010/10/" + "AAAAAAAAAAAAAAAAAAAAA",
                "/01/09520001000010/10/%C3%A1",
                "/01/09520001000010/22/V",
                "/01/09520001000010?99=x",
                "/01",
                "/414/9520001009013"
            })
    void a_wrong_address_is_told_why(String path) {
        var page = api.get(path, "Accept-Language", "en");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("<h1>");
    }

    @Test
    void a_query_that_cannot_be_decoded_is_told_so() throws IOException {
        for (var path : List.of(
                RICE + "?10=%FF",
                RICE + "?17=%zz",
                RICE + "?lang=%FF",
                "/?lang=%FF",
                "/find?lot=%FF",
                "/find?lot=%zz")) {
            assertThat(raw("GET " + path, "text/html"))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: text/html", "Địa chỉ không đọc được");
            assertThat(raw("GET " + path, "application/json"))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: application/problem+json");
        }
    }

    @Test
    void a_page_is_not_asked_for_in_another_way_and_says_so() throws IOException {
        for (var path : List.of("/?lang=vi", "/find?lot=x&lang=vi", RICE + "?lang=vi")) {
            assertThat(raw("POST " + path, "text/html"))
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: GET", "Không mở trang này theo cách đó", "(POST)");
        }
    }

    /** A refusal without words of its own keeps its status and does not speak of another one. */
    @Test
    void a_form_of_an_unknown_kind_is_not_called_a_missing_page() throws IOException {
        assertThat(raw("POST /place?lang=en", "text/html", "Content-Type: text/plain"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("HTTP/1.1 404", "No such page")
                .contains("cannot be used");
    }

    private String raw(String line, String accept, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + accept + "\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/01/09520001000010/10/%ZZ", "/01/09520001000010/10/%C3%28", "/01/09520001000010/10/a\"b"})
    void an_address_that_the_server_cannot_decode_is_told_why_too(String path) throws IOException {
        assertThat(raw("GET " + path, "text/html"))
                .startsWith("HTTP/1.1 400")
                .contains("Địa chỉ không đọc được", "cannot be read");
    }
}
