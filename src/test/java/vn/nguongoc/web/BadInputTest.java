package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;

/** What cannot be is answered with the rule and the numbers, in the caller's language, and nothing is stored. */
@ServiceTest
class BadInputTest {
    @Autowired
    private EventStore log;

    private final Api api;
    private final String cooperative;
    private final String plot;
    private long before;

    BadInputTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
        plot = api.sownPlot(cooperative);
    }

    @BeforeEach
    void rememberTheHead() {
        before = head();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(head()).isEqualTo(before);
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private static JsonNode problem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + type);
        assertThat(answer.json().get("title").stringValue()).isNotBlank();
        return answer.json();
    }

    private static JsonNode onlyError(Answer answer, int status, String pointer, String type) {
        var errors = problem(answer, status, "web/unusable-fields").get("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("pointer").stringValue()).isEqualTo(pointer);
        assertThat(errors.get(0).get("type").stringValue()).endsWith("/problems/field/" + type);
        return errors.get(0);
    }

    private Answer harvest(String product, String quantity, String happenedAt) {
        return api.post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'%s','quantity':%s,'happenedAt':'%s'}""".formatted(cooperative, plot, product, quantity, happenedAt));
    }

    private static final String SOME = "{'value':'100','unit':'kg'}";
    private static final String APRIL = "2026-04-24T08:00:00+07:00";

    @Test
    void an_unknown_product() {
        var problem = problem(harvest("gold", SOME, APRIL), 422, "lot/unknown-product");
        assertThat(problem.get("detail").stringValue())
                .startsWith("Danh mục không có sản phẩm gold.")
                .contains("paddy-st25");
    }

    // ---- what is shown by its name

    @Test
    void what_may_be_written_instead_is_listed_with_its_names() {
        var unknown = api.post("/api/plots", """
                {'cooperative':'%s','code':'P9','kind':'field','area':{'value':'1','unit':'ha'},'ward':'31570',
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative));
        assertThat(problem(unknown, 422, "plot/unknown-kind").get("detail").stringValue())
                .isEqualTo(
                        "Không có loại thửa field. Các loại: extensive-pond (Ao quảng canh), lined-pond (Ao lót bạt),"
                                + " orchard (Vườn), pond (Ao), rice-field (Ruộng), rice-shrimp (Ruộng lúa–tôm).");
        assertThat(problem(sampled("dna"), 422, "lot/unknown-test")
                        .get("detail")
                        .stringValue())
                .contains("residue (Dư lượng thuốc BVTV)");
        before = head();
    }

    private Answer sampled(String test) {
        var lot = api.harvest(cooperative, plot, "1").created();
        return api.post("/api/lots/" + lot + "/lab-results", """
                {'organisation':'%s','test':'%s','verdict':'PASS','laboratory':'org-zzzzzzzzzzzzzzzz','happenedAt':'%s'}""".formatted(cooperative, test, APRIL));
    }

    @Test
    void what_is_on_a_plot_is_called_by_its_name() {
        var stocked = api.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'stocking','fields':{'pieces':'1'},'happenedAt':'%s'}""".formatted(cooperative, APRIL));
        assertThat(problem(stocked, 422, "plot/not-done-here").get("detail").stringValue())
                .isEqualTo("Việc “Thả giống” không làm ở loại thửa Ruộng, chỉ ở: Ao quảng canh, Ao lót bạt, Ao, Ruộng"
                        + " lúa–tôm.");
        assertThat(problem(harvest("paddy", SOME, APRIL), 422, "plot/another-crop")
                        .get("detail")
                        .stringValue())
                .isEqualTo("Ghi thu hoạch Lúa, nhưng vụ này trồng Lúa ST25 (nguồn: quy tắc 9 [I]).");
    }

    @Test
    void a_plot_of_another_cooperative_answers_like_one_that_is_not_there() {
        var stranger = "htx-zzzzzzzzzzzzzzzz";
        var foreign = api.harvest(stranger, plot, "100");
        var missing = api.harvest(stranger, "plot-zzzzzzzzzzzzzzzz", "100");
        problem(foreign, 404, "log/not-found");
        assertThat(foreign.text().replace(plot, "it")).isEqualTo(missing.text().replace("plot-zzzzzzzzzzzzzzzz", "it"));
    }

    @Test
    void a_quantity_with_a_comma() {
        var error = onlyError(
                harvest("paddy-st25", "{'value':'1,5','unit':'t'}", APRIL), 400, "/quantity/value", "decimal-comma");
        assertThat(error.get("detail").stringValue()).contains("1,5").contains("1.5");
    }

    @Test
    void a_negative_quantity() {
        onlyError(harvest("paddy-st25", "{'value':'-5','unit':'kg'}", APRIL), 422, "/quantity/value", "not-positive");
    }

    @Test
    void a_quantity_of_nothing() {
        onlyError(harvest("paddy-st25", "{'value':'0','unit':'kg'}", APRIL), 422, "/quantity/value", "not-positive");
    }

    @Test
    void a_quantity_in_litres() {
        var error = onlyError(
                harvest("paddy-st25", "{'value':'5','unit':'l'}", APRIL), 422, "/quantity/unit", "unit-does-not-fit");
        assertThat(error.at("/facts/known")).hasSize(4);
    }

    @Test
    void a_quantity_as_a_json_number() {
        var problem = problem(harvest("paddy-st25", "{'value':5,'unit':'kg'}", APRIL), 400, "web/wrong-type");
        assertThat(problem.get("pointer").stringValue()).isEqualTo("/quantity/value");
        assertThat(problem.get("detail").stringValue()).contains("/quantity/value", "chữ trong dấu ngoặc kép");
    }

    @Test
    void a_local_time_without_offset() {
        var error = onlyError(
                harvest("paddy-st25", SOME, "2026-04-24T08:00:00"), 400, "/happenedAt", "time-without-offset");
        assertThat(error.at("/facts/meant").stringValue()).isEqualTo("2026-04-24T08:00:00+07:00");
    }

    @Test
    void what_has_not_happened_yet() {
        var error = onlyError(harvest("paddy-st25", SOME, "2999-01-01T00:00:00Z"), 422, "/happenedAt", "in-the-future");
        assertThat(error.get("detail").stringValue()).endsWith(" (nguồn: quy tắc 13 [I]).");
        assertThat(error.at("/facts/source").stringValue()).isEqualTo("rules.md 13 [I]");
        assertThat(error.at("/facts/rule").stringValue()).endsWith("/rules#13");
    }

    @Test
    void every_fault_is_told_at_once() {
        var answer = api.post("/api/lots", "{'quantity':{'value':'x','unit':'stone'}}");
        var pointers = problem(answer, 400, "web/unusable-fields")
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue());
        assertThat(pointers)
                .containsExactly(
                        "/cooperative", "/plot", "/product", "/quantity/value", "/quantity/unit", "/happenedAt");
    }

    @Test
    void malformed_json() {
        var problem = problem(api.post("/api/lots", "{'cooperative':"), 400, "web/unreadable-body");
        assertThat(problem.get("line").intValue()).isEqualTo(1);
        assertThat(problem.get("column").intValue()).isEqualTo(16);
    }

    @Test
    void a_body_that_is_no_object() {
        for (var body : List.of("[]", "'x'", "{} {}", "[".repeat(2_000))) {
            problem(api.post("/api/lots", body), 400, "web/unreadable-body");
        }
    }

    @Test
    void a_field_twice() {
        var problem = problem(
                harvest("paddy-st25", "{'value':'5','unit':'kg','value':'6'}", APRIL), 400, "web/unreadable-body");
        assertThat(problem.get("detail").stringValue()).contains("mỗi ô ghi một lần");
    }

    @Test
    void a_number_of_two_thousand_digits() {
        var problem = problem(
                api.post("/api/lots", "{'moisturePercent':" + "1".repeat(2_000) + "}"), 400, "web/unreadable-body");
        assertThat(problem.get("line").intValue()).isEqualTo(1);
    }

    @Test
    void other_types_of_values() {
        assertThat(typeOf("{'product':['paddy']}")).isEqualTo("TEXT");
        assertThat(typeOf("{'quantity':'5'}")).isEqualTo("OBJECT");
        assertThat(typeOf("{'evidence':'x'}")).isEqualTo("LIST");
    }

    private String typeOf(String body) {
        return problem(api.post("/api/lots", body), 400, "web/wrong-type")
                .get("expected")
                .stringValue();
    }

    @Test
    void a_field_that_nobody_knows() {
        var problem = problem(api.post("/api/lots", "{'quantitty':'5'}"), 400, "web/unknown-field");
        assertThat(problem.get("pointer").stringValue()).isEqualTo("/quantitty");
        assertThat(problem.get("detail").stringValue()).contains("quantitty", "quantity", "happenedAt");
    }

    @Test
    void no_body() {
        problem(api.post("/api/lots", ""), 400, "web/no-body");
        problem(api.post("/api/lots", "null"), 400, "web/no-body");
    }

    /** No library's sentence and no class of ours: what cannot be read is told in the reader's words. */
    @Test
    void what_is_read_by_people_is_in_their_language() {
        for (var body : List.of("", "{", "[]", "'x'", "{'product':5}", "{'nope':1}", "{} {}")) {
            assertThat(api.post("/api/lots", body).text())
                    .doesNotContain("vn.nguongoc", "Jackson", "JsonToken", "Cannot", "Unexpected", "JSON body");
        }
    }

    @Test
    void a_body_past_a_mebibyte() {
        problem(api.post("/api/lots", " ".repeat(1 << 20) + "{}"), 400, "web/body-too-large");
    }

    @Test
    void a_write_without_a_key() {
        var request = api.request("/api/cooperatives")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        problem(api.send(request), 400, "web/key-missing");
    }

    @Test
    void more_than_the_field_bears() {
        var problem = problem(api.harvest(cooperative, plot, "17000.001"), 422, "plot/more-than-the-field-bears");
        assertThat(problem.get("requested").stringValue()).isEqualTo("17000.001 kg");
        assertThat(problem.get("limit").stringValue()).isEqualTo("17000 kg");
        assertThat(problem.get("detail").stringValue())
                .contains("17.000,001 kg")
                .contains("17.000 kg");
    }

    @Test
    void a_harvest_before_the_sprays_waiting_time_is_over() {
        api.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'pesticide','fields':{'active':'tricyclazole'},
                 'happenedAt':'2026-04-01T08:00:00+07:00'}""".formatted(cooperative))
                .created();
        rememberTheHead();
        var problem = problem(api.harvest(cooperative, plot, "100"), 422, "plot/before-harvest-is-allowed");
        assertThat(problem.get("requested").stringValue()).isEqualTo("2026-04-24");
        assertThat(problem.get("allowedFrom").stringValue()).isEqualTo("2026-04-29");
        assertThat(problem.get("detail").stringValue())
                .isEqualTo(
                        "Ghi thu hoạch ngày 24/04/2026, nhưng vì đã dùng tricyclazole ngày 01/04/2026 nên chỉ được thu"
                                + " hoạch từ ngày 29/04/2026 (nguồn: quy tắc 7 [K]).");
    }

    @Test
    void a_lot_drawn_twice() {
        var lot = api.harvest(cooperative, plot, "100").created();
        rememberTheHead();
        var inOneStep = api.post("/api/steps", """
                {'organisation':'%1$s','kind':'storage',
                 'inputs':[{'lot':'%2$s','quantity':{'value':'50','unit':'kg'}},
                           {'lot':'%2$s','quantity':{'value':'50','unit':'kg'}}],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'100','unit':'kg'}}],
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative, lot));
        problem(inOneStep, 422, "step/lot-drawn-twice");
        assertThat(head()).isEqualTo(before);
        assertThat(api.store(cooperative, lot, "100").status()).isEqualTo(201);
        rememberTheHead();
        var again = problem(api.store(cooperative, lot, "100"), 409, "lot/not-enough-left");
        assertThat(again.get("requested").stringValue()).isEqualTo("100 kg");
        assertThat(again.get("available").stringValue()).isEqualTo("0 kg");
    }

    @Test
    void the_answer_is_in_the_callers_language() {
        var request = api.request("/api/lots")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "english")
                .header("Accept-Language", "en-GB,en;q=0.9")
                .POST(BodyPublishers.ofString("{}"));
        var problem = problem(api.send(request), 400, "web/unusable-fields");
        assertThat(problem.get("title").stringValue()).isEqualTo("Some fields cannot be used");
        assertThat(problem.at("/errors/0/detail").stringValue()).isEqualTo("This field is missing.");
    }

    @Test
    void holes_in_lists() {
        var step = api.post("/api/steps", """
                {'organisation':'%s','kind':'storage','inputs':[null],'outputs':[null],'losses':[null],
                 'happenedAt':'2026-04-25T08:00:00+07:00'}""".formatted(cooperative));
        assertThat(problem(step, 400, "web/unusable-fields")
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue()))
                .containsExactly("/inputs/0", "/outputs/0", "/losses/0");
        problem(api.post("/api/shipments", "{'lines':[null]}"), 400, "web/unusable-fields");
    }

    private Answer register(String area, String boundary) {
        return api.post("/api/plots", """
                {'cooperative':'%s','code':'P9','kind':'rice-field','area':%s,'ward':'31570','boundary':%s,
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative, area, boundary));
    }

    private static String polygon(String coordinates) {
        return "{'type':'Polygon','coordinates':" + coordinates + "}";
    }

    @Test
    void outlines_that_enclose_nothing() {
        var area = "{'value':'1','unit':'ha'}";
        for (var coordinates : new String[] {
            "[]",
            "[null]",
            "[[null]]",
            "[[[1]]]",
            "[[[1,2],[3,4],[1,2]]]",
            "[[[1,2],[3,4],[5,6],[7,8]]]",
            "[[[105.9,9.6],[1e-99999999,9.6],[105.8,9.7],[105.9,9.6]]]",
            "[[[181,9],[3,4],[5,6],[181,9]]]"
        }) {
            onlyError(register(area, polygon(coordinates)), 400, "/boundary", "not-of-the-form");
        }
    }

    @Test
    void areas_that_no_plot_has() {
        onlyError(register("{'value':'0.4','unit':'m²'}", "null"), 400, "/area/value", "not-of-the-form");
        onlyError(register("{'value':'999999999999999','unit':'ha'}", "null"), 422, "/area/value", "too-large");
        onlyError(register("{'value':'1','unit':'kg'}", "null"), 422, "/area/unit", "unit-does-not-fit");
    }

    @Test
    void half_a_character() {
        var answer = api.post("/api/cooperatives", """
                {'name':'\\ud83d','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}""");
        onlyError(answer, 400, "/name", "not-of-the-form");
    }

    @Test
    void a_lot_number_that_is_a_path() {
        var answer = api.post("/api/steps", """
                {'organisation':'%s','kind':'packing','inputs':[{'lot':'lot-zzzzzzzzzzzzzzzz','quantity':{'value':'5','unit':'kg'}}],
                 'outputs':[{'product':'packed-rice-st25','quantity':{'value':'5','unit':'kg'},
                             'item':{'gtin':'9520001000010','number':'..','unit':{'value':'5','unit':'kg'},
                                     'bestBefore':'2027-05-18'}}],
                 'happenedAt':'2026-05-18T08:00:00+07:00'}""".formatted(cooperative));
        onlyError(answer, 400, "/outputs/0/item/number", "not-of-the-form");
    }

    @Test
    void parameters_that_are_no_numbers() {
        problem(api.get("/api/lots?limit=many"), 400, "web/unusable-parameter");
        problem(api.get("/api/lots?cursor=x"), 400, "list/cursor-unreadable");
        problem(api.get("/api/lots/lot-zzzzzzzzzzzzzzzz?after=x"), 400, "web/unusable-parameter");
    }

    @Test
    void what_is_not_there() {
        problem(api.get("/api/lots/lot-zzzzzzzzzzzzzzzz"), 404, "log/not-found");
        problem(api.get("/api/lots/nonsense/history"), 404, "log/not-found");
        problem(api.get("/api/nothing"), 404, "web/nothing-here");
    }

    @Test
    void a_wrong_method() {
        var answer = api.get("/api/steps");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().get("detail").stringValue()).contains("Allow");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(api.get("/api/steps").header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void an_address_or_headers_longer_than_is_read_are_told_the_limit() {
        var address = api.get("/api/lots?text=" + "a".repeat(9_000));
        assertThat(address.status()).isEqualTo(414);
        var headers = api.get("/api/lots", "X-Something", "a".repeat(9_000));
        assertThat(headers.status()).isEqualTo(431);
        for (var answer : List.of(address, headers)) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().get("status").intValue()).isEqualTo(answer.status());
            assertThat(answer.json().get("detail").stringValue()).contains("8192 byte mà", "8192 bytes");
        }
    }
}
