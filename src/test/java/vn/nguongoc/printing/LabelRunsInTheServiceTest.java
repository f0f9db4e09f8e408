package vn.nguongoc.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.label.SymbolTest;

/** Labels of a lot, from the order to the page that the label opens, over HTTP. */
@ServiceTest
class LabelRunsInTheServiceTest {
    private static final int COLUMNS = 3;
    private static final int ROWS = 8;
    private static final int OFFICE_PRINTER = 300;

    private final Api api;
    private final Packer packer;

    LabelRunsInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        packer = new Packer(api);
    }

    private Answer run(String id, String after) {
        return api.get("/api/label-runs/" + id + "?after=" + after);
    }

    /** A run of so many labels, printed. */
    private String printed(String lot, String kind, int count) throws InterruptedException {
        var order = packer.order(lot, kind, count);
        var id = order.created();
        var known = run(id, order.header("Log-Position"));
        assertThat(known.status())
                .as("a run that was recorded: " + known.text())
                .isNotEqualTo(404);
        Await.until(
                "the file is whole",
                () -> run(id, order.header("Log-Position")).text().contains("\"state\":\"WHOLE\""));
        Await.until("it is known to be printed", () -> run(id, "-1").text().contains("\"printed\":"));
        return id;
    }

    private List<String> addresses(String run) throws Exception {
        return addresses(run, OFFICE_PRINTER);
    }

    private List<String> addresses(String run, int dotsPerInch) throws Exception {
        var pdf = api.bytes("/api/label-runs/" + run + "/file").body();
        var read = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.GRAY);
            for (int place = 0; place < COLUMNS * ROWS; place++) {
                read.add(SymbolTest.decoded(label(page, place)));
            }
        }
        return read;
    }

    private static BufferedImage label(BufferedImage page, int place) {
        int width = page.getWidth() / COLUMNS;
        int height = page.getHeight() / ROWS;
        return page.getSubimage(place % COLUMNS * width, place / COLUMNS * height, width, height);
    }

    private static String problem(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
        return answer.json().get("type").stringValue().replaceFirst(".*/problems/", "");
    }

    @Test
    void every_label_of_a_run_opens_the_page_of_its_own_unit() throws Exception {
        var packed = packer.packed("5");
        var run = printed(packed.lot(), "units", 24);
        var addresses = addresses(run);
        assertThat(addresses).hasSize(24).doesNotHaveDuplicates().allMatch(it -> it.contains(packed.path() + "/21/"));
        assertThat(addresses(run, 203)).as("on a label printer").isEqualTo(addresses);
        assertThat(addresses(run, 150)).as("on a poor one").isEqualTo(addresses);

        var unused = api.get(addresses.get(0) + "?lang=en");
        assertThat(unused.status()).isEqualTo(200);
        assertThat(unused.text()).contains(packed.number(), "nobody has recorded yet that it was put on goods");
        assertThat(unused.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(unused.header("X-Robots-Tag")).isEqualTo("noindex");

        packer.say(run, "activations", "1-12, 14").created();
        var voided = packer.say(run, "voids", "13");
        voided.created();
        run(run, voided.header("Log-Position"));
        assertThat(api.get(addresses.get(11) + "?lang=en").text()).contains("was issued for one unit of this lot");
        assertThat(api.get(addresses.get(12) + "?lang=en").text()).contains("was voided", "class=\"doubts\"");
        assertThat(api.get(addresses.get(14) + "?lang=en").text()).contains("nobody has recorded yet");
        assertThat(run(run, "-1").json().get("labels").toString())
                .isEqualTo("{\"count\":24,\"activated\":13,\"voided\":1,\"open\":10}");
    }

    @Test
    void a_serial_leads_to_its_own_lot_whatever_the_address_says() throws Exception {
        var packed = packer.packed("5");
        var other = packer.packed("5");
        var run = printed(packed.lot(), "units", 24);
        var serial = addresses(run).getFirst().replaceFirst(".*/21/", "");
        assertThat(api.get("/01/09520001000010/21/" + serial + "?lang=en").text())
                .contains(packed.number());
        assertThat(api.get("/01/09520001000010/10/NEVER/21/" + serial + "?lang=en")
                        .text())
                .contains(packed.number());
        assertThat(api.get(other.path() + "/21/" + serial + "?lang=en").text())
                .contains("was issued for another lot (" + packed.number() + ")", packed.path());
        var unknown = api.get(packed.path() + "/21/0123456789ABCDEF?lang=en");
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.text())
                .contains("No label with the number 0123456789ABCDEF was ever issued here")
                .doesNotContainIgnoringCase("fake");
        var typed = serial.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1-");
        assertThat(api.get("/find?lot=" + typed).header("Location")).contains(packed.path() + "/21/" + serial);
    }

    @Test
    void no_more_labels_than_units_unless_some_are_void() throws Exception {
        var packed = packer.packed("5");
        assertThat(problem(packer.order(packed.lot(), "units", 25))).isEqualTo("labelling/more-than-packed");
        var run = printed(packed.lot(), "units", 24);
        var more = packer.order(packed.lot(), "units", 1);
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.text()).contains("\"requested\":1", "\"labelled\":24", "\"packed\":24");
        printed(packed.lot(), "lot", 24);
        packer.say(run, "voids", "24").created();
        printed(packed.lot(), "units", 1);
        assertThat(packer.order(packed.lot(), "units", 1).status()).isEqualTo(409);
    }

    @Test
    void what_cannot_be_labelled_is_refused_before_anything_is_recorded() throws Exception {
        var packed = packer.packed("5");
        var paddy = packer.paddy();
        assertThat(problem(packer.order(paddy, "units", 1))).isEqualTo("labelling/no-units");
        printed(paddy, "lot", 30);
        assertThat(packer.order("lot-zzzzzzzzzzzzzzzz", "lot", 1).status()).isEqualTo(404);
        assertThat(new Packer(api).order(packed.lot(), "units", 1).status()).isEqualTo(404);
        var large = api.post("/api/label-runs", packer.ordering(packed.lot(), "units", 1, "roll-35x22-2up-203"));
        assertThat(problem(large)).isEqualTo("label/symbol-too-large");
        assertThat(problem(api.post("/api/label-runs", packer.ordering(packed.lot(), "lot", 1, "a4-1"))))
                .isEqualTo("label/unknown-preset");
        assertThat(problem(api.post(
                        "/api/label-runs",
                        packer.ordering(packed.lot(), "lot", 1, "a4-24").replace("'kind'", "'format':'zpl','kind'"))))
                .isEqualTo("label/not-on-sheets");
        assertThat(problem(api.post(
                        "/api/label-runs",
                        packer.ordering(packed.lot(), "lot", 1, "a4-24").replace("'kind'", "'start':'25','kind'"))))
                .isEqualTo("label/no-such-place");
        api.post("/api/lots/" + packed.lot() + "/holds", """
                {'organisation':'%s','reason':'chờ','by':'qc-1','happenedAt':'2026-05-18T09:00:00+07:00'}""".formatted(packer.cooperative()));
        assertThat(problem(packer.order(packed.lot(), "units", 1))).isEqualTo("lot/on-hold");
        assertThat(api.get("/api/label-runs?lot=" + packed.lot()).json().get("runs"))
                .isEmpty();
    }

    @Test
    void offsets_that_lead_off_the_page_are_refused_before_anything_is_recorded() throws Exception {
        var packed = packer.packed("5");
        var sheet = packer.ordering(packed.lot(), "lot", 24, "a4-65");
        var off = api.post("/api/label-runs", sheet.replace("'kind'", "'right':'30','down':'20','kind'"));
        assertThat(problem(off)).isEqualTo("label/off-the-page");
        assertThat(off.status()).isEqualTo(422);
        assertThat(off.text()).contains("\"rightmost\":5.75", "\"lowest\":11.70", "từ -5,75 đến 5,75 mm");
        var roll = packer.ordering(packed.lot(), "lot", 24, "roll-50x30-203");
        assertThat(problem(api.post("/api/label-runs", roll.replace("'kind'", "'format':'zpl','right':'60','kind'"))))
                .isEqualTo("label/off-the-page");
        assertThat(problem(api.get("/api/label-presets/a4-65/calibration.pdf?right=30")))
                .isEqualTo("label/off-the-page");
        assertThat(problem(api.get("/api/label-presets/a4-65/calibration.pdf?right=1e999999999")))
                .isEqualTo("web/unusable-parameter");
        assertThat(api.get("/api/label-presets/a4-65/calibration.pdf?right=-5.75&down=11.7")
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/label-runs?lot=" + packed.lot()).json().get("runs"))
                .isEmpty();
        api.post("/api/label-runs", sheet.replace("'kind'", "'right':'-5.75','down':'11.7','kind'"))
                .created();
    }

    private Answer form(Packer.Packed packed, String fields) {
        return api.send(api.request("/organisations/" + packer.cooperative() + "/labels/" + packed.lot() + "?lang=vi")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", packed.number() + fields.hashCode())
                .POST(BodyPublishers.ofString("kind=units&format=pdf&language=vi&start=1&" + fields)));
    }

    @Test
    void a_form_takes_the_decimal_comma_and_leads_back_to_itself_when_it_is_refused() {
        var packed = packer.packed("5");
        var refused = form(packed, "preset=a4-65&count=20&right=30,5&down=0&by=kho-1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Lệch sang phải 30,5 mm", "Quay lại biểu mẫu");
        var many = form(packed, "preset=a4-65&count=999&right=0&down=0&by=kho-1");
        assertThat(many.text()).contains("(nguồn: quy tắc 17 [I])", "href=\"/rules?lang=vi#17\"");
        var back = refused.text()
                .replaceFirst("(?s).*href=\"([^\"]*)#order\".*", "$1")
                .replace("&amp;", "&");
        assertThat(back).contains("count=20", "right=30%2C5").doesNotContain("by=");
        assertThat(api.get(back).text())
                .contains("value=\"20\"", "value=\"30,5\"", "value=\"a4-65\" selected=\"selected\"");
        var named = form(packed, "preset=a4-24&count=x&right=0,5x&by=" + "Nguy%E1%BB%85n+A");
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.text()).contains("Mã người ghi: “Nguyễn A” không đúng mẫu: từ 1", "Lệch sang phải (mm)");
        var taken = form(packed, "preset=a4-24&count=20&right=1,5&down=-0,25&by=kho-1");
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        api.get(taken.header("Location"));
        var shown = api.get(back.replaceFirst("\\?.*", "?lang=vi")).text();
        assertThat(shown).contains("4 đơn vị chưa có tem riêng").containsPattern("name=\"count\"[^>]* value=\"4\"");
        assertThat(api.get("/api/label-runs?lot=" + packed.lot()).text()).contains("\"right\":1.5,\"down\":-0.25");
        var rest = packer.order(packed.lot(), "units", 4);
        run(rest.created(), rest.header("Log-Position"));
        var full = api.get(back.replaceFirst("\\?.*", "?lang=vi")).text();
        assertThat(full)
                .contains("Mọi đơn vị đều đã có tem riêng", "value=\"lot\" selected")
                .containsPattern("name=\"count\"[^>]* value=\"\"");
    }

    @Test
    void an_order_sent_twice_is_one_run() throws Exception {
        var packed = packer.packed("5");
        var body = packer.ordering(packed.lot(), "units", 24, "a4-24");
        var first = api.post("/api/label-runs", body, "labels-of-" + packed.lot());
        var again = api.post("/api/label-runs", body, "labels-of-" + packed.lot());
        assertThat(again.created()).isEqualTo(first.created());
        assertThat(again.header("Log-Position")).isEqualTo(first.header("Log-Position"));
        var runs = api.get("/api/label-runs?lot=" + packed.lot() + "&after=" + first.header("Log-Position"));
        assertThat(runs.json().get("runs")).hasSize(1);
    }

    @Test
    void void_labels_are_not_used_or_printed_again() throws Exception {
        var packed = packer.packed("5");
        var run = printed(packed.lot(), "units", 24);
        packer.say(run, "voids", "1-2").created();
        assertThat(problem(packer.say(run, "activations", "2-3"))).isEqualTo("labelling/already-void");
        assertThat(problem(packer.say(run, "reprints", "1"))).isEqualTo("labelling/already-void");
        assertThat(problem(packer.say(run, "voids", "25"))).isEqualTo("labelling/no-such-labels");
        packer.say(run, "activations", "3-24").created();
        assertThat(problem(packer.say(run, "activations", "24"))).isEqualTo("labelling/already-activated");
        assertThat(problem(packer.cancel(run))).isEqualTo("labelling/already-printed");
        var nobody = api.post("/api/label-runs/" + run + "/reprints", """
                {'organisation':'%s','labels':'3','by':'kho-1','happenedAt':'2026-05-19T09:00:00+07:00'}""".formatted(packer.cooperative()));
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.text()).contains("/reason");
    }

    @Test
    void a_reprint_has_the_same_serials_and_a_file_of_its_own() throws Exception {
        var packed = packer.packed("5");
        var run = printed(packed.lot(), "units", 24);
        packer.say(run, "reprints", "3, 5").created();
        Await.until(
                "the file is whole",
                () -> api.get("/api/label-runs/" + run + "/file?reprint=1").status() == 200);
        try (var document = Loader.loadPDF(
                api.bytes("/api/label-runs/" + run + "/file?reprint=1").body())) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
            var all = addresses(run);
            assertThat(SymbolTest.decoded(label(page, 0))).isEqualTo(all.get(2));
            assertThat(SymbolTest.decoded(label(page, 1))).isEqualTo(all.get(4));
        }
        assertThat(api.get("/api/label-runs/" + run + "/file?reprint=2").status())
                .isEqualTo(404);
    }

    @Test
    void a_run_that_is_cancelled_is_void_and_has_no_file() throws Exception {
        var packed = packer.packed("0.01");
        var order = packer.order(packed.lot(), "units", 12_000);
        var run = order.created();
        assertThat(api.get("/api/label-runs/" + run + "/file").status()).isIn(503, 404);
        var cancelled = packer.cancel(run);
        cancelled.created();
        assertThat(run(run, cancelled.header("Log-Position"))
                        .json()
                        .get("labels")
                        .toString())
                .isEqualTo("{\"count\":12000,\"activated\":0,\"voided\":12000,\"open\":0}");
        assertThat(problem(api.get("/api/label-runs/" + run + "/file"))).isEqualTo("labelling/already-cancelled");
        assertThat(problem(packer.cancel(run))).isEqualTo("labelling/already-cancelled");
        packer.order(packed.lot(), "units", 12_000).created();
    }

    @Test
    void a_browser_hears_how_far_it_is_and_fetches_parts_of_the_file() throws Exception {
        var packed = packer.packed("0.01");
        var order = packer.order(packed.lot(), "units", 2_000);
        var run = order.created();
        var heard = api.get("/api/label-runs/" + run + "/progress?after=" + order.header("Log-Position"));
        assertThat(heard.header("Content-Type")).startsWith("text/event-stream");
        assertThat(heard.text()).endsWith("data:{\"state\":\"WHOLE\",\"done\":2000,\"count\":2000}\n\n");
        var part = api.get("/api/label-runs/" + run + "/file", "Range", "bytes=0-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("%PDF-");
    }

    @Test
    void presets_calibration_and_preview() throws Exception {
        assertThat(api.get("/api/label-presets").text()).contains("a4-24", "sack-100x75-300");
        assertThat(new String(
                        api.bytes("/api/label-presets/a4-24/calibration.pdf").body(),
                        0,
                        5,
                        java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(problem(api.get("/api/label-presets/roll-50x30-203/calibration.pdf")))
                .isEqualTo("label/not-a-sheet");
        var packed = packer.packed("5");
        assertThat(api.get("/api/lots/" + packed.lot() + "/label.svg?preset=roll-35x22-2up-203&after="
                                + packed.position())
                        .text())
                .startsWith("<svg");
    }

    @Test
    void runs_are_listed_newest_first_in_pages() throws Exception {
        var packed = packer.packed("5");
        var one = packer.order(packed.lot(), "lot", 1).created();
        var two = packer.order(packed.lot(), "lot", 2);
        two.created();
        var first = api.get("/api/label-runs?limit=1&organisation=" + packer.cooperative() + "&after="
                + two.header("Log-Position"));
        assertThat(first.json().get("runs")).hasSize(1);
        var rest = api.get(first.header("Link").replaceFirst("<(.*)>.*", "$1")).json();
        assertThat(first.json().get("runs").get(0).get("id").stringValue()
                        + rest.get("runs").get(0).get("id").stringValue())
                .contains(one, two.created());
        assertThat(rest.has("cursor")).isFalse();
        assertThat(problem(api.get("/api/label-runs"))).isEqualTo("list/parameter-missing");
    }
}
