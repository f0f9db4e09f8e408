package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.label.Serial;
import vn.nguongoc.shared.LotId;

/** What the cooperative sees of its scans, over HTTP and in a browser. */
@ServiceTest
class ScanPagesTest {
    private static final Tile CAN_THO = new Tile(100, 1058);
    private static final Tile HA_NOI = new Tile(210, 1058);

    @Autowired
    private ScanWriter writer;

    @Autowired
    private Clock clock;

    private final Api api;
    private final Serial serial = new Serial(
            UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT));
    private String cooperative = "";
    private LotId lot = new LotId("lot-0000000000000001");

    ScanPagesTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @BeforeEach
    void harvest() {
        cooperative = api.cooperative();
        var harvest = api.harvest(cooperative, api.sownPlot(cooperative), "100");
        lot = new LotId(harvest.created());
        api.get("/api/lots/" + lot + "?after=" + harvest.header("Log-Position"));
    }

    /** Of a unit that is far too often scanned, today and on the days before. */
    private void scanned() {
        var now = clock.instant();
        for (int i = 0; i < 14; i++) {
            var at = now.minus(Duration.ofHours(7L * i));
            writer.offer(new Scan.OfUnit(serial, lot, at, new Device("a" + i / 5, "c" + i), null));
            writer.offer(new Scan.Said(serial, lot, at, i % 2 == 0 ? CAN_THO : HA_NOI, false));
            writer.offer(new Scan.OfLot(lot, at));
        }
        writer.write();
    }

    @Test
    void the_list_tells_each_unit_with_its_evidence() {
        scanned();
        for (var by : List.of("organisation=" + cooperative, "lot=" + lot)) {
            var answer = api.get("/api/scan-signals?" + by);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            var unit = answer.json().get("units").get(0);
            assertThat(unit.get("serial").stringValue()).isEqualTo(serial.value());
            assertThat(unit.get("sessions").asInt()).isEqualTo(14);
            assertThat(unit.get("places").toString()).isEqualTo("[\"Cần Thơ\",\"Hà Nội\"]");
            assertThat(unit.get("signals")
                            .valueStream()
                            .map(it -> it.get("signal").stringValue()))
                    .contains("before-dispatch", "far-apart");
            assertThat(unit.get("days").size()).isGreaterThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/scan-signals",
                "/api/scan-signals?organisation=htx-0000000000000000",
                "/api/scan-signals?lot=nonsense",
                "/api/scan-signals?organisation=x&limit=0",
                "/api/scan-signals?organisation=x&sort=up"
            })
    void a_list_that_cannot_be_given_is_refused(String path) {
        var answer = api.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_lots_scans_are_told_by_the_day() {
        scanned();
        var scans = api.get("/api/lots/" + lot + "/scans").json();
        assertThat(scans.get("days")
                        .valueStream()
                        .mapToInt(it -> it.get("ofLot").asInt())
                        .sum())
                .isEqualTo(14);
        assertThat(api.get("/api/lots/" + lot + "/scans?days=0").status()).isEqualTo(400);
        assertThat(api.get("/api/lots/" + lot + "/scans?days=401").status()).isEqualTo(400);
        assertThat(api.get("/api/lots/lot-0000000000000000/scans").status()).isEqualTo(404);
    }

    @Test
    void the_page_says_how_often_and_where_and_never_fake() {
        scanned();
        var vietnamese = api.get("/lots/" + lot + "/scans?lang=vi");
        assertThat(vietnamese.text()).contains("Quét 14 lượt", "ở 2 nơi: Cần Thơ, Hà Nội", serial.grouped(), "<rect");
        assertThat(vietnamese.header("Cache-Control")).isEqualTo("no-store");
        var english =
                api.get("/organisations/" + cooperative + "/scans?lang=en").text();
        assertThat(english).contains("Scanned 14 times", "km apart").doesNotContainIgnoringCase("fake");
        assertThat(vietnamese.text()).doesNotContainIgnoringCase("hàng giả");
    }

    @Test
    void pages_of_nothing_are_not_found_and_a_lot_without_scans_says_so() {
        assertThat(api.get("/lots/nonsense/scans").status()).isEqualTo(404);
        assertThat(api.get("/organisations/htx-0000000000000000/scans").status())
                .isEqualTo(404);
        assertThat(api.get("/lots/" + lot + "/scans?cursor=AAAA").status()).isEqualTo(404);
        assertThat(api.get("/lots/" + lot + "/scans?lang=en").text())
                .contains("No scans in the last 60 days", "Nothing unusual so far");
    }

    @Test
    void the_meters_tell_what_was_written() {
        scanned();
        assertThat(api.get("/actuator/metrics/nguongoc.scans.written").text()).contains("\"value\":");
        assertThat(api.get("/actuator/metrics/nguongoc.scans.lost").text()).contains("\"value\":0");
    }

    // ---- saying where one is

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "/t/lot-0000000000000001", "//evil.example/01/2", "/01/09520001000010", "/01/1/21/A"})
    void only_the_page_of_a_unit_leads_to_the_question_where(String link) {
        assertThat(api.get("/place?link=" + link).status()).isEqualTo(404);
    }

    @Test
    void the_question_where_needs_no_script_and_is_found_by_no_search() {
        var page = api.get("/place?lang=vi&link=/01/09520001000010/10/A/21/" + serial.value());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<option value=\"100_1058\">Cần Thơ</option>", "id=\"here\" hidden");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'", "form-action 'self'");
    }
}
