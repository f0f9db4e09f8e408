package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** A cooperative's recorder enters what a farmer did in the field: both stand in the record. */
@ServiceTest
class OnBehalfInTheServiceTest {
    private static final String AT = "'happenedAt':'2026-02-01T08:00:00+07:00'";

    @LocalServerPort
    int port;

    private Api api;
    private String organisation;
    private String farmers;
    private String plot;

    @BeforeEach
    void plot() {
        api = new Api(port);
        organisation = api.cooperative();
        farmers = "/api/organisations/" + organisation + "/farmers";
        plot = api.sownPlot(organisation);
        api.post(farmers, "{'code':'ND-1','name':'Trần Thị Mười'," + AT + "}").created();
    }

    private Api.Answer drained(String onBehalfOf) {
        return api.post("/api/plots/" + plot + "/activities", """
                {'cooperative':'%s','kind':'drainage','onBehalfOf':'%s',%s}""".formatted(organisation, onBehalfOf, AT));
    }

    private JsonNode activities(String after) {
        return api.get("/api/plots/" + plot + "/cycles/1?after=" + after).json().get("milestones");
    }

    @Test
    void what_a_farmer_did_names_the_farmer_and_who_recorded_it() {
        var recorded = drained("ND-1");
        recorded.created();
        var work = activities(recorded.header("Log-Position"))
                .valueStream()
                .filter(it -> it.path("kind").asString("").equals("drainage"))
                .findFirst()
                .orElseThrow();
        assertThat(work.get("onBehalfOf").stringValue()).isEqualTo("ND-1");
        assertThat(work.at("/fact/actor").stringValue()).isNotBlank();
        assertThat(api.get(farmers + "/ND-1/export")
                        .json()
                        .get("records")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactly(plot + "/" + work.get("number").asInt());
    }

    @Test
    void whom_nobody_knows_and_who_was_erased_nothing_is_recorded_for() {
        assertThat(drained("ND-9").status()).isEqualTo(404);
        api.post(farmers + "/ND-1/requests", "{'kind':'erasure','by':'GC-1'," + AT + "}")
                .created();
        var erased = api.post(farmers + "/ND-1/erasure", "{'by':'GC-1'," + AT + "}");
        assertThat(drained("ND-1").json().get("type").stringValue()).endsWith("/farmer/erased");
        assertThat(activities(erased.header("Log-Position")).toString()).doesNotContain("drainage");
    }

    @Test
    void a_code_that_is_none_is_told_by_its_field() {
        assertThat(drained("Trần Thị Mười")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .stringValue())
                .isEqualTo("/onBehalfOf");
    }
}
