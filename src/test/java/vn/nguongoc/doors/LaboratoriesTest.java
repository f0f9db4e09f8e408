package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;

/** A laboratory sees the lots that it was asked to test, and finds those that wait for it in a list. */
@ClosedDoors
class LaboratoriesTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Api administrator;
    private Household.Member farm;
    private String laboratory;
    private Api chemist;

    @BeforeEach
    void enter() throws IOException {
        var visitor = new Api(port);
        var directory = Path.of(environment.getRequiredProperty("nguongoc.mongo.directory"));
        administrator = Household.administrator(visitor, directory);
        farm = Household.manager(visitor, directory);
        laboratory = laboratory();
        chemist = chemist(visitor, laboratory);
    }

    private String laboratory() {
        return administrator.post("/api/partners", """
                {'name':'Phòng kiểm nghiệm','kind':'laboratory','happenedAt':'2026-01-01T08:00:00+07:00'}""").created();
    }

    private Api chemist(Api visitor, String of) {
        var entered =
                administrator.post("/api/people", "{'code':'KN-1','duty':'laboratory','organisation':'" + of + "'}");
        entered.created();
        return Household.joined(visitor, entered);
    }

    private String lot() {
        return farm.api()
                .harvest(farm.organisation(), farm.api().sownPlot(farm.organisation()), "1000")
                .created();
    }

    private String order(String lot, String tests, String day) {
        var ordered = farm.api()
                .post("/api/lots/" + lot + "/test-orders", """
                {'organisation':'%s','laboratory':'%s','tests':[%s],'by':'QL-1','happenedAt':'2026-04-%sT08:00:00+07:00'}""".formatted(farm.organisation(), laboratory, tests, day));
        ordered.created();
        return ordered.header("Log-Position");
    }

    private String pass(String lot, String test) {
        var told =
                chemist.post("/api/lots/" + lot + "/lab-results", """
                {'organisation':'%s','test':'%s','verdict':'PASS','laboratory':'%s',
                 'happenedAt':'2026-04-28T08:00:00+07:00'}""".formatted(farm.organisation(), test, laboratory));
        told.created();
        return told.header("Log-Position");
    }

    private List<JsonNode> waiting(String after) {
        var answer = chemist.get("/api/test-orders?laboratory=" + laboratory + "&after=" + after);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("lots").spliterator(), false)
                .toList();
    }

    @Test
    void what_it_was_asked_to_test_it_sees_and_nobody_else_does() {
        var lot = lot();
        var other = chemist(new Api(port), laboratory());
        // signing a result opens nothing
        var after = pass(lot, "residue");
        assertThat(chemist.get("/api/lots/" + lot + "?after=" + after).status()).isEqualTo(404);
        after = order(lot, "'residue'", "25");
        assertThat(chemist.get("/api/lots/" + lot + "/history?after=" + after).status())
                .isEqualTo(200);
        assertThat(other.get("/api/lots/" + lot + "/history?after=" + after).status())
                .isEqualTo(404);
        assertThat(other.get("/api/test-orders?laboratory=" + laboratory).status())
                .isEqualTo(404);
    }

    @Test
    void a_lot_waits_until_each_test_is_told_of_oldest_first() {
        var late = lot();
        var early = lot();
        order(late, "'residue','variety-dna'", "26");
        var after = order(early, "'residue'", "25");
        assertThat(waiting(after)).extracting(it -> it.get("lot").stringValue()).containsExactly(early, late);
        after = pass(late, "residue");
        assertThat(waiting(after))
                .extracting(it -> it.get("lot").stringValue() + it.get("tests"))
                .containsExactly(early + "[\"residue\"]", late + "[\"variety-dna\"]");
        pass(late, "variety-dna");
        after = pass(early, "residue");
        assertThat(waiting(after)).isEmpty();
        // what is ordered again waits again
        after = order(early, "'residue'", "27");
        assertThat(waiting(after)).hasSize(1);
    }

    @Test
    void the_list_pages() {
        for (var day : List.of("25", "26", "27")) {
            order(lot(), "'residue'", day);
        }
        var first = chemist.get(
                "/api/test-orders?limit=2&laboratory=" + laboratory + "&after=" + order(lot(), "'residue'", "28"));
        assertThat(first.json().get("lots")).hasSize(2);
        var rest = chemist.get("/api/test-orders?limit=2&laboratory=" + laboratory + "&cursor="
                + first.json().get("cursor").stringValue());
        assertThat(rest.json().get("lots")).hasSize(2);
        assertThat(rest.json().get("cursor")).isNull();
    }
}
