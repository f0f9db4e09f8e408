package vn.nguongoc.step;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.nguongoc.Requests.kg;
import static vn.nguongoc.Requests.lot;

import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Chain;
import vn.nguongoc.Requests;
import vn.nguongoc.ServiceTest;

/** A step that cannot have been so is told so, with the numbers, in Vietnamese, and leaves nothing behind. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedStepsTest {
    private static final String MAY = "2026-05-20T08:00:00+07:00";

    private final Api api;
    private final Requests requests;

    @Autowired
    RefusedStepsTest(@LocalServerPort int port, EventStore log) {
        api = new Api(port);
        requests = new Requests(api, log);
    }

    @BeforeAll
    void lotsAndAStep() {
        var chain = new Chain(api);
        var cooperative = api.cooperative();
        requests.name("htx", cooperative);
        requests.name("lab", chain.partner("laboratory"));
        for (var name : new String[] {"paddy", "other"}) {
            requests.name(name, chain.paddy(cooperative, "1000"));
        }
        requests.name("wetPlot", api.sownPlot(cooperative));
        requests.name("wet", "/api/lots", """
                {'cooperative':'<htx>','plot':'<wetPlot>','product':'paddy-st25','quantity':{'value':'1000','unit':'kg'},
                 'moisturePercent':'24.5','happenedAt':'2026-04-24T08:00:00+07:00'}""");
        requests.made(
                step(
                        "milling",
                        lot("paddy", "500"),
                        out("head-rice", "200") + "," + out("bran", "50") + "," + out("husk", "250"),
                        ""),
                "head",
                "bran",
                "husk");
        var stored = requests.post("/api/steps", step("storage", lot("other", "200"), out("paddy-st25", "200"), ""));
        requests.name("step", stored.created());
        requests.name("stored", stored.json().at("/lots/0").stringValue());
    }

    private static String step(String kind, String inputs, String outputs, String losses) {
        return step(kind, inputs, outputs, losses, "");
    }

    private static String step(String kind, String inputs, String outputs, String losses, String more) {
        return "{'organisation':'<htx>','kind':'%s','inputs':[%s],'outputs':[%s],'losses':[%s],%s'happenedAt':'%s'}"
                .formatted(kind, inputs, outputs, losses, more, MAY);
    }

    private static String out(String product, String kilograms) {
        return "{'product':'%s','quantity':%s}".formatted(product, kg(kilograms));
    }

    private static String out(String product, String kilograms, String moisture) {
        return "{'product':'%s','quantity':%s,'moisturePercent':'%s'}".formatted(product, kg(kilograms), moisture);
    }

    private static String loss(String kind, String kilograms) {
        return "{'kind':'%s','quantity':%s}".formatted(kind, kg(kilograms));
    }

    private static String[] words(String... words) {
        return words;
    }

    // ---- kinds of steps, products, losses

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments(
                        "unknown-kind",
                        step("pressing", lot("paddy", "1"), out("paddy-st25", "1"), ""),
                        words("pressing", "milling")),
                arguments(
                        "does-not-take",
                        step("milling", lot("bran", "1"), out("husk", "1"), ""),
                        words("không nhận Cám", "Lúa ST25")),
                arguments(
                        "does-not-make",
                        step("milling", lot("paddy", "1"), out("packed-rice", "1"), ""),
                        words("không làm ra Gạo đóng túi", "Gạo nguyên ST25")),
                arguments(
                        "does-not-lose",
                        step("storage", lot("paddy", "2"), out("paddy-st25", "1"), loss("water", "1")),
                        words("Nước bay hơi", "Hao kho")),
                arguments(
                        "nothing-came-out",
                        step("milling", lot("paddy", "1"), "", loss("unexplained", "1")),
                        words("ít nhất một lô")),
                arguments(
                        "lot-drawn-twice",
                        step("storage", lot("paddy", "1") + "," + lot("paddy", "1"), out("paddy-st25", "2"), ""),
                        words("<paddy>")),
                arguments(
                        "not-of-the-variety",
                        step("grading", lot("head", "1"), out("graded-rice-st25", "1"), ""),
                        words("<head>")),
                arguments(
                        "variety-not-proved",
                        step("blending", lot("paddy", "1") + "," + lot("other", "1"), out("paddy-st25", "2"), ""),
                        words("12 tháng", "20/05/2025", "không có")),
                arguments(
                        "ends-before-it-begins",
                        step(
                                "storage",
                                lot("paddy", "1"),
                                out("paddy-st25", "1"),
                                "",
                                "'startedAt':'2026-05-20T08:01:00+07:00',"),
                        words("20/05/2026 08:01", "20/05/2026 08:00")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void what_does_not_belong_into_a_step_is_refused(String type, String body, String[] words) {
        requests.expectRefusal("/api/steps", body, 422, "step/" + type, words);
    }

    // ---- masses and moisture

    static Stream<Arguments> weights() {
        return Stream.of(
                arguments(
                        "does-not-balance",
                        step("storage", lot("paddy", "100"), out("paddy-st25", "99.499"), ""),
                        words("100 kg", "99,499 kg", "0,5 %")),
                arguments(
                        "more-than-went-in",
                        step(
                                "storage",
                                lot("husk", "10") + "," + lot("bran", "10"),
                                out("husk", "10.051") + "," + out("bran", "9.949"),
                                ""),
                        words("10,051 kg", "vào 10 kg", "0,5 %")),
                arguments(
                        "share-impossible",
                        step(
                                "milling",
                                lot("paddy", "100"),
                                out("head-rice", "65.001") + "," + out("husk", "34.999"),
                                ""),
                        words("65,001 kg", "giới hạn là 65 kg", "65 %")),
                arguments(
                        "moisture-impossible",
                        step("milling", lot("wet", "100"), out("head-rice", "60") + "," + out("husk", "40"), ""),
                        words("24,5 %", "15 %")),
                arguments(
                        "moisture-missing",
                        step("drying", lot("wet", "100"), out("paddy-st25", "88"), loss("water", "12")),
                        words("độ ẩm")),
                arguments(
                        "gains-dry-matter",
                        step("drying", lot("wet", "100"), out("paddy-st25", "90", "14"), loss("water", "10")),
                        words("90 kg", "24,5 %", "14 %", "88,")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("weights")
    void weights_that_cannot_be_are_refused_with_the_limit(String type, String body, String[] words) {
        requests.expectRefusal("/api/steps", body, 422, "step/" + type, words);
    }

    // ---- corrections

    private static String correct(String outputs, String happenedAt) {
        return "{'organisation':'<htx>','outputs':[%s],'reason':'ghi nhầm','by':'NV-01','happenedAt':'%s'}"
                .formatted(outputs, happenedAt);
    }

    static Stream<Arguments> corrections() {
        return Stream.of(
                arguments("not-an-output", correct(lot("paddy", "199"), MAY), words("<paddy>", "<stored>")),
                arguments(
                        "weighed-twice",
                        correct(lot("stored", "199") + "," + lot("stored", "199.5"), MAY),
                        words("<stored>")),
                arguments(
                        "gains-dry-matter",
                        correct("{'lot':'<stored>','quantity':%s,'moisturePercent':'5'}".formatted(kg("200")), MAY),
                        words("200 kg", "5 %")),
                arguments("nothing-to-correct", correct(lot("stored", "200"), MAY), words("<step>")),
                arguments(
                        "corrected-too-early",
                        correct(lot("stored", "199.5"), "2026-05-20T07:59:00+07:00"),
                        words("20/05/2026 07:59", "20/05/2026 08:00")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrections")
    void a_correction_that_cannot_be_changes_nothing(String type, String body, String[] words) {
        requests.expectRefusal("/api/steps/<step>/corrections", body, 422, "step/" + type, words);
    }

    // ---- shrimp

    @Test
    void a_measurement_that_such_a_step_cannot_have_is_refused() {
        shrimp();
        var injected = step(
                "sorting",
                lot("shrimp", "10"),
                out("black-tiger-hoso", "10"),
                "",
                "'measurements':{'impuritySamplesPositive':'1'},");
        requests.expectRefusal(
                "/api/steps",
                injected,
                422,
                "step/measurement-impossible",
                "ghi 1",
                "giới hạn là 0",
                "quy tắc về tôm [V]");
    }

    private void shrimp() {
        requests.name("pond", "/api/plots", """
                {'cooperative':'<htx>','code':'A1','kind':'extensive-pond','area':{'value':'2.4','unit':'ha'},'ward':'31717',
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""");
        requests.post("/api/seed-lots", """
                {'cooperative':'<htx>','number':'PL','product':'black-tiger-hoso','pieces':'96000','supplier':'Trại giống (thử)',
                 'happenedAt':'2026-01-02T08:00:00+07:00'}""").created();
        requests.post("/api/seed-lots/<htx>/PL/tests", """
                {'pathogens':['wssv','ahpnd','ehp'],'outcome':'NEGATIVE','laboratory':'<lab>','sampledOn':'2026-01-03',
                 'happenedAt':'2026-01-03T08:00:00+07:00'}""").created();
        requests.post("/api/plots/<pond>/cycles", """
                {'cooperative':'<htx>','product':'black-tiger-hoso','season':'all-year','seedLot':'PL','pieces':'96000',
                 'happenedAt':'2026-01-04T08:00:00+07:00'}""").created();
        requests.post("/api/plots/<pond>/activities", """
                {'cooperative':'<htx>','kind':'stocking','fields':{'pieces':'96000'},'happenedAt':'2026-01-05T08:00:00+07:00'}""").created();
        requests.name("shrimp", "/api/lots", """
                {'cooperative':'<htx>','plot':'<pond>','product':'black-tiger-hoso','quantity':{'value':'100','unit':'kg'},
                 'countPerKilogram':'30','happenedAt':'2026-05-20T05:00:00+07:00'}""");
    }
}
