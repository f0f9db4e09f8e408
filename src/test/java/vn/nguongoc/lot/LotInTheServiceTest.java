package vn.nguongoc.lot;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.nguongoc.Requests.kg;
import static vn.nguongoc.Requests.lot;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
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

/** What a lot says no to reaches whoever asked, with the numbers, in Vietnamese, and leaves nothing behind. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LotInTheServiceTest {
    private static final String MAY = "2026-05-20T08:00:00+07:00";

    private final Api api;
    private final Requests requests;

    @Autowired
    LotInTheServiceTest(@LocalServerPort int port, EventStore log) {
        api = new Api(port);
        requests = new Requests(api, log);
    }

    @BeforeAll
    void lotsInEveryCondition() {
        var chain = new Chain(api);
        var cooperative = api.cooperative();
        requests.name("htx", cooperative);
        requests.name("lab", chain.partner("laboratory"));
        requests.name("trader", chain.partner("trader"));
        for (var name : new String[] {"paddy", "held", "failed", "banned", "sprayed", "drawn", "sent"}) {
            requests.name(name, chain.paddy(cooperative, "1000"));
        }
        hold("held");
        requests.post("/api/lots/<held>/releases", release("1", "NV-01", MAY)).created();
        test("failed", "FAIL", "");
        test("banned", "PASS", "{'substance':'carbendazim','milligramsPerKilogram':'0.02'}");
        test("sprayed", "PASS", "{'substance':'tricyclazole','milligramsPerKilogram':'0.02'}");
        requests.name(
                "part",
                chain.split(cooperative, requests.of("drawn"), List.of("400"))
                        .json()
                        .at("/lots/0")
                        .stringValue());
        requests.name(
                "shipment",
                chain.send(cooperative, requests.of("trader"), requests.of("sent"), "100")
                        .created());
        pack();
        pick(cooperative);
    }

    private void hold(String lot) {
        requests.post("/api/lots/<" + lot + ">/holds", """
                {'organisation':'<htx>','reason':'mốc','by':'NV-01','happenedAt':'%s'}""".formatted(MAY)).created();
    }

    private void test(String lot, String verdict, String finding) {
        requests.post("/api/lots/<" + lot + ">/lab-results", """
                {'organisation':'<htx>','test':'residue','verdict':'%s','laboratory':'<lab>','findings':[%s],
                 'happenedAt':'%s'}""".formatted(verdict, finding, MAY))
                .created();
    }

    private void pack() {
        requests.made(step("milling", lot("paddy", "500"), """
                {'product':'head-rice-st25','quantity':%s},{'product':'husk','quantity':%s}""".formatted(kg("300"), kg("200"))), "head");
        requests.made(step("grading", lot("head", "300"), """
                {'product':'graded-rice-st25','quantity':%s}""".formatted(kg("300"))), "graded");
        requests.made(
                step(
                        "packing",
                        lot("graded", "100"),
                        packed("'item':{'gtin':'9520001000010','number':'%s','unit':%s,'bestBefore':'2027-05-18'}"
                                .formatted("L" + UUID.randomUUID().toString().substring(0, 8), kg("5")))),
                "packed");
    }

    private static String packed(String item) {
        return "{'product':'packed-rice-st25','quantity':%s,%s}".formatted(kg("100"), item);
    }

    private static String step(String kind, String inputs, String outputs) {
        return "{'organisation':'<htx>','kind':'%s','inputs':[%s],'outputs':[%s],'happenedAt':'%s'}"
                .formatted(kind, inputs, outputs, MAY);
    }

    private void pick(String cooperative) {
        requests.name("orchard", "/api/plots", """
                {'cooperative':'%s','code':'F1','kind':'orchard','area':{'value':'0.8','unit':'ha'},'ward':'31528',
                 'blocks':[{'code':'A','trees':'120'}],'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative));
        requests.post("/api/plots/<orchard>/cycles", """
                {'cooperative':'<htx>','product':'pomelo-nam-roi','season':'all-year',
                 'happenedAt':'2026-01-02T08:00:00+07:00'}""").created();
        requests.name("pomelo", "/api/lots", """
                {'cooperative':'<htx>','plot':'<orchard>','product':'pomelo-nam-roi','quantity':{'value':'100','unit':'kg'},
                 'block':'A','happenedAt':'2026-05-01T08:00:00+07:00'}""");
    }

    private static String release(String hold, String by, String happenedAt) {
        return "{'organisation':'<htx>','hold':'%s','by':'%s','reason':'đã xử lý','happenedAt':'%s'}"
                .formatted(hold, by, happenedAt);
    }

    private static String ship(String market, String line) {
        return "{'organisation':'<htx>','to':'Siêu thị','market':'%s','lines':[%s],'happenedAt':'%s'}"
                .formatted(market, line, MAY);
    }

    private static String correct(String changes) {
        return "{'organisation':'<htx>',%s,'reason':'ghi nhầm','by':'NV-01','happenedAt':'%s'}".formatted(changes, MAY);
    }

    private static String split(String kilograms, String happenedAt) {
        return "{'organisation':'<htx>','portions':[{'quantity':%s}],'happenedAt':'%s'}"
                .formatted(kg(kilograms), happenedAt);
    }

    // ---- what leaves a lot

    static Stream<Arguments> leaving() {
        return Stream.of(
                arguments(
                        "not-enough-left",
                        409,
                        "/api/lots/<part>/splits",
                        split("400.001", MAY),
                        words("400,001 kg", "chỉ còn 400 kg (nguồn: quy tắc 1 [I]).")),
                arguments(
                        "not-whole-units",
                        422,
                        "/api/shipments",
                        ship("vn", lot("packed", "7")),
                        words("túi, thùng 5 kg", "7 kg")),
                arguments(
                        "before-it-existed",
                        422,
                        "/api/lots/<paddy>/splits",
                        split("1", "2026-04-24T07:59:00+07:00"),
                        words("24/04/2026 07:59", "24/04/2026 08:00")),
                arguments(
                        "on-hold",
                        409,
                        "/api/lots/<held>/splits",
                        split("1", MAY),
                        words("20/05/2026", "mốc", "(nguồn: quy tắc 18 [I]).")),
                arguments(
                        "unknown-market", 422, "/api/shipments", ship("mars", lot("paddy", "1")), words("mars", "eu")),
                arguments(
                        "market-closed",
                        422,
                        "/api/shipments",
                        ship("eu", lot("sprayed", "1")),
                        words("<sprayed>", "tricyclazole", "0,01 mg/kg; nguồn: quy tắc 7 [K]")),
                arguments(
                        "claims-missing",
                        422,
                        "/api/shipments",
                        ship("eu", lot("pomelo", "1")),
                        words("<pomelo>", "mã số cơ sở đóng gói cho Liên minh châu Âu", "quy tắc về trái cây [K]")),
                arguments(
                        "packaging-does-not-fit",
                        422,
                        "/api/steps",
                        step("packing", lot("graded", "100"), packed("'label':'T'")),
                        words("GTIN")),
                arguments(
                        "more-than-was-sent",
                        422,
                        "/api/shipments/<shipment>/receipts",
                        "{'organisation':'<trader>','by':'kho-1','lines':[%s],'happenedAt':'2026-05-21T08:00:00+07:00'}"
                                .formatted(lot("sent", "100.501")),
                        words("100,501 kg", "100 kg", "0,5 %")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaving")
    void what_cannot_leave_stays(String type, int status, String path, String body, String[] words) {
        requests.expectRefusal(path, body, status, "lot/" + type, words);
    }

    // ---- holds

    static Stream<Arguments> releases() {
        return Stream.of(
                arguments("no-such-hold", "held", release("2", "NV-02", MAY), words("lệnh giữ 2", "hiện nay: 1")),
                arguments("held-for-good", "banned", release("1", "NV-01", MAY), words("<banned>", "lệnh giữ 1")),
                arguments(
                        "second-person-needed",
                        "held",
                        release("1", "NV-01", MAY),
                        words("NV-01", "(nguồn: quy tắc 16 [I]).")),
                arguments(
                        "before-the-hold",
                        "held",
                        release("1", "NV-02", "2026-05-20T07:59:00+07:00"),
                        words("20/05/2026 07:59", "20/05/2026 08:00")),
                arguments("pass-needed", "failed", release("1", "NV-01", MAY), words("<failed>", "20/05/2026")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    void what_is_held_is_not_released_by_the_wrong_word(String type, String lot, String body, String[] words) {
        requests.expectRefusal("/api/lots/<" + lot + ">/releases", body, 422, "lot/" + type, words);
    }

    // ---- what is written of a lot

    static Stream<Arguments> corrections() {
        return Stream.of(
                arguments("less-than-was-drawn", "drawn", "'quantity':" + kg("399.999"), words("399,999 kg", "400 kg")),
                arguments("corrected-elsewhere", "part", "'quantity':" + kg("399"), words("<part>", "<drawn>")),
                arguments("nothing-to-correct", "paddy", "'moisturePercent':'14.50'", words("<paddy>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrections")
    void a_correction_that_cannot_be_changes_nothing(String type, String lot, String changes, String[] words) {
        requests.expectRefusal("/api/lots/<" + lot + ">/corrections", correct(changes), 422, "lot/" + type, words);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                arguments(
                        "unknown-product",
                        "/api/lots",
                        "{'cooperative':'<htx>','plot':'<orchard>','product':'gold','quantity':%s,'happenedAt':'%s'}"
                                .formatted(kg("1"), MAY),
                        words("gold", "paddy-st25")),
                arguments(
                        "unknown-test",
                        "/api/lots/<paddy>/lab-results",
                        "{'organisation':'<htx>','test':'gold','verdict':'PASS','laboratory':'<lab>','happenedAt':'%s'}"
                                .formatted(MAY),
                        words("gold", "residue")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void what_the_catalogue_does_not_know_is_told_with_what_it_knows(
            String type, String path, String body, String[] words) {
        requests.expectRefusal(path, body, 422, "lot/" + type, words);
    }

    private static String[] words(String... words) {
        return words;
    }
}
