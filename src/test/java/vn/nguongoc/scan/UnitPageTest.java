package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.Browser;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.Serial;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.printing.Packer;
import vn.nguongoc.printing.Packer.Packed;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.ViewOfLabelRun;

/** What the page of one bag says of those who scanned it. */
@ServiceTest
class UnitPageTest {
    @Autowired
    private Things things;

    @Autowired
    private Keyring keyring;

    @Autowired
    private ScanWriter writer;

    @Autowired
    private ScanStore store;

    @Autowired
    private LotDays days;

    @TempDir
    private Path temporary;

    private final String base;
    private final Api api;
    private final Packer packer;
    private Packed packed = new Packed("", "", "");
    private List<Serial> serials = List.of();

    UnitPageTest(@LocalServerPort int port) {
        base = "http://127.0.0.1:" + port;
        api = new Api(port);
        packer = new Packer(api);
    }

    @BeforeEach
    void label() {
        packed = packer.packed("5");
        var order = packer.order(packed.lot(), "units", 24);
        var run = order.created();
        api.get("/api/label-runs/" + run + "?after=" + order.header("Log-Position"));
        var view = things.find(ViewOfLabelRun.class, new LabelRunId(run)).orElseThrow();
        serials = keyring.keys()
                .current()
                .orElseThrow()
                .serials(Objects.requireNonNull(view.serials()).number(), 0, 24)
                .toList();
    }

    private String path(int unit) {
        return packed.path() + "/21/" + serials.get(unit).value();
    }

    private Answer scan(String path, String phone) {
        var answer = api.get(path + "?lang=en", "User-Agent", VisitorsTest.PHONE + " " + phone, "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(200);
        writer.write();
        return answer;
    }

    @Test
    void the_first_is_told_so_and_the_second_that_they_are_the_second() {
        assertThat(scan(path(0), "A").text()).contains("Nobody scanned this code before you.");
        assertThat(scan(path(0), "A").text()).as("again").contains("Nobody scanned this code before you.");
        assertThat(scan(path(0), "B").text()).contains("First scanned", "you are the 2nd.");
        assertThat(scan(path(0), "C").text()).contains("you are the 3rd.");
        assertThat(scan(path(0), "B").text()).contains("you are the 2nd.");
        assertThat(scan(path(1), "B").text()).as("another bag").contains("Nobody scanned this code before you.");
    }

    @Test
    void the_place_that_the_first_buyer_offered_is_told_to_the_next() {
        scan(path(0), "A");
        var said = api.send(api.request("/place?lang=en")
                .header("User-Agent", VisitorsTest.PHONE + " A")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("link=" + path(0) + "&tile=&latitude=10.0&longitude=105.8&bought=true")));
        assertThat(said.status()).isEqualTo(303);
        assertThat(said.header("Location")).isEqualTo(path(0) + "?lang=en");
        writer.write();
        assertThat(scan(path(0), "B").text()).contains(", Cần Thơ; you are the 2nd.");
        assertThat(store.unit(serials.getFirst()).orElseThrow().boughtOn()).isNotNull();
    }

    @Test
    void many_are_told_in_numbers_and_never_that_it_is_fake() {
        for (int i = 0; i < SignalThresholds.CHOSEN.neutral(); i++) {
            assertThat(scan(path(0), "phone " + i).text()).doesNotContain("This code was scanned");
        }
        assertThat(scan(path(0), "one more").text())
                .contains("This code was scanned 6 times, first on", "class=\"doubts\"")
                .doesNotContainIgnoringCase("fake");
    }

    @Test
    void a_page_that_was_compressed_in_parts_is_the_same_page() throws Exception {
        scan(path(0), "A");
        try (var phone = new Browser(temporary, Browser.PHONE)) {
            for (var language : List.of("vi", "en", "km", "ja")) {
                phone.driver().get(base + path(0) + "?lang=" + language);
                assertThat(phone.elements(".facts dd")).isNotEmpty();
                assertThat(phone.elements("[role=note]")).hasSizeGreaterThanOrEqualTo(2);
                phone.screenshot("unit-" + language + ".png");
            }
        }
    }

    @Test
    void a_thumb_hits_the_question_where() throws Exception {
        try (var phone = new Browser(temporary, Browser.PHONE)) {
            for (var language : List.of("vi", "en", "km", "ja")) {
                phone.driver().get(base + path(0) + "?lang=" + language);
                assertThat(phone.elements("[role=note] a").getFirst().getSize().getHeight())
                        .as(language)
                        .isGreaterThanOrEqualTo(44);
            }
        }
    }

    @Test
    void guessed_serials_are_told_with_how_many_networks_asked_for_them() {
        for (int i = 0; i <= SignalThresholds.CHOSEN.burst(); i++) {
            scan(packed.path() + "/21/GUESSED" + i, "A");
        }
        assertThat(api.get("/lots/" + packed.lot() + "/scans?lang=en").text())
                .contains("never issued, from one network.")
                .doesNotContain("1 networks");
    }

    @Test
    void a_page_that_the_reader_has_is_sent_anew_only_when_its_words_change() {
        var first = scan(path(0), "A");
        assertThat(api.get(
                                path(0) + "?lang=en",
                                "User-Agent",
                                VisitorsTest.PHONE + " A",
                                "If-None-Match",
                                first.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(api.get(
                                path(0) + "?lang=en",
                                "User-Agent",
                                VisitorsTest.PHONE + " B",
                                "If-None-Match",
                                first.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_serial_that_was_never_issued_leaves_nothing_but_a_burst_of_them_one_number() {
        var today = LocalDate.now(Vietnam.OFFSET);
        var gtin = new Gs1("9520001000010");
        for (int i = 0; i <= SignalThresholds.CHOSEN.burst(); i++) {
            scan(packed.path() + "/21/0000000000000%03d".formatted(i), "guesser");
        }
        assertThat(store.units(List.of(new Serial("0000000000000000")))).isEmpty();
        assertThat(days.bursts(gtin, today)).hasSize(1);
        assertThat(api.get("/lots/" + packed.lot() + "/scans?lang=en").text())
                .contains("Serials that were never issued");
    }

    @Test
    void the_lots_own_code_is_counted_apart() {
        scan(packed.path(), "A");
        scan(path(3), "A");
        var days = api.get("/api/lots/" + new LotId(packed.lot()) + "/scans")
                .json()
                .get("days");
        assertThat(days.get(0).get("ofLot").asInt()).isEqualTo(1);
        assertThat(days.get(0).get("ofUnits").asInt()).isEqualTo(1);
    }
}
