package vn.nguongoc.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.organisation.OrganisationCommand.AskClaims;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** Partners and certificates over HTTP, and what the history tells of them. */
@ServiceTest
class OrganisationInTheServiceTest {
    private static final String PLOT = "plot-0000000000000001";
    private static final String TIME = "2026-01-02T08:00:00+07:00";

    @Autowired
    private EventStore log;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private CommandGateway commands;

    private final Api api;
    private final String cooperative;

    OrganisationInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
    }

    private Answer register(String kind) {
        return api.post("/api/partners", """
                {'name':'Trung tâm kiểm nghiệm','kind':'%s','happenedAt':'%s'}""".formatted(kind, TIME));
    }

    private Answer certify(String holder, String number) {
        return api.post(holder + "/certificates", """
                {'scheme':'vietgap','number':'%s','certifier':'Tổ chức','products':['paddy-st25'],
                 'plots':[{'plot':'%s','area':{'value':'2','unit':'ha'}}],'area':{'value':'2','unit':'ha'},
                 'validFrom':'2026-01-01','validUntil':'2028-12-31','happenedAt':'%s'}""".formatted(number, PLOT, TIME));
    }

    private Answer withdraw(String holder, String number) {
        return api.post(holder + "/certificates/withdrawals", """
                {'scheme':'vietgap','number':'%s','from':'2026-06-01','reason':'Không còn đạt','happenedAt':'%s'}""".formatted(number, TIME));
    }

    private JsonNode read(String path) {
        return api.get(path + "?after=" + log.createHeadToken().position().orElse(-1))
                .json();
    }

    private static JsonNode problem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/" + type);
        return answer.json();
    }

    @Test
    void a_partner_is_registered_and_read() {
        var answer = register("laboratory");
        var partner = answer.created();
        assertThat(partner).startsWith("org-");
        assertThat(answer.header("Location")).isEqualTo("/api/partners/" + partner);
        var now = read("/api/partners/" + partner);
        assertThat(now.get("name").stringValue()).isEqualTo("Trung tâm kiểm nghiệm");
        assertThat(now.get("kind").stringValue()).isEqualTo("laboratory");
        assertThat(now.has("gln")).isFalse();
        assertThat(now.has("ward")).isFalse();
        assertThat(now.get("certificates")).isEmpty();
    }

    @Test
    void a_kind_that_is_none_is_a_fault_of_the_field() {
        var problem = problem(register("wizard"), 400, "web/unusable-fields");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/kind");
        assertThat(problem.at("/errors/0/detail").stringValue()).contains("laboratory");
    }

    @Test
    void a_cooperative_shows_its_certificates_and_what_became_of_them() {
        var path = "/api/cooperatives/" + cooperative;
        assertThat(read(path).has("kind")).isFalse();
        assertThat(certify(path, "VG-1").header("Location")).isEqualTo(path);
        assertThat(certify(path, "VG-2").status()).isEqualTo(201);
        assertThat(withdraw(path, "VG-1").status()).isEqualTo(201);

        var certificates = read(path).get("certificates");
        assertThat(certificates).hasSize(2);
        assertThat(certificates.at("/0/certificate/number").stringValue()).isEqualTo("VG-1");
        assertThat(certificates.at("/0/certificate/validUntil").stringValue()).isEqualTo("2028-12-31");
        assertThat(certificates.at("/0/certificate/plots/0/areaSquareMetres").longValue())
                .isEqualTo(20_000);
        assertThat(certificates.at("/0/withdrawnFrom").stringValue()).isEqualTo("2026-06-01");
        assertThat(certificates.at("/0/withdrawnBecause").stringValue()).isEqualTo("Không còn đạt");
        assertThat(certificates.get(1).has("withdrawnFrom")).isFalse();
    }

    @Test
    void a_partner_holds_certificates_too() {
        var path = "/api/partners/" + register("trader").created();
        assertThat(certify(path, "VG-1").status()).isEqualTo(201);
        assertThat(read(path).get("certificates")).hasSize(1);
    }

    @Test
    void a_certificate_that_is_there_is_refused_by_name() {
        var path = "/api/cooperatives/" + cooperative;
        certify(path, "VG-1").created();
        var problem = problem(certify(path, "VG-1"), 409, "organisation/certificate-is-there");
        assertThat(problem.get("detail").stringValue()).contains("VietGAP").contains("VG-1");
        problem(withdraw(path, "VG-9"), 404, "organisation/certificate-not-there");
    }

    @Test
    void every_fault_of_a_certificate_is_told_at_once() {
        var problem = problem(
                api.post("/api/cooperatives/" + cooperative + "/certificates", """
                        {'products':['paddy-st25',' '],'plots':[{'plot':'P1','area':{'value':'0','unit':'ha'}}],
                         'area':{'value':'2','unit':'kg'},'validFrom':'2026','happenedAt':'%s'}""".formatted(TIME)),
                400,
                "web/unusable-fields");
        assertThat(StreamSupport.stream(problem.get("errors").spliterator(), false)
                        .map(it -> it.get("pointer").stringValue()))
                .containsExactlyInAnyOrder(
                        "/scheme",
                        "/number",
                        "/products/1",
                        "/plots/0/plot",
                        "/plots/0/area/value",
                        "/area/unit",
                        "/validFrom",
                        "/validUntil");
    }

    @Test
    void a_partner_is_not_among_the_cooperatives_nor_the_other_way_round() {
        var partner = register("carrier").created();
        problem(api.get("/api/cooperatives/" + partner), 404, "log/not-found");
        problem(api.get("/api/partners/" + cooperative), 404, "log/not-found");
        problem(certify("/api/cooperatives/" + partner, "VG-1"), 404, "log/not-found");
        problem(certify("/api/partners/" + cooperative, "VG-1"), 404, "log/not-found");
        problem(certify("/api/partners/org-zzzzzzzzzzzzzzzz", "VG-1"), 404, "log/not-found");
        problem(certify("/api/partners/nobody", "VG-1"), 404, "log/not-found");
    }

    @Test
    void only_a_cooperative_has_plots() {
        var partner = register("carrier").created();
        var problem = problem(api.post("/api/plots", """
                        {'cooperative':'%s','code':'P1','kind':'rice-field','area':{'value':'2','unit':'ha'},'ward':'31570',
                         'happenedAt':'%s'}""".formatted(partner, TIME)), 422, "organisation/wrong-kind");
        assertThat(problem.get("detail").stringValue())
                .contains("Đơn vị vận chuyển")
                .contains("Hợp tác xã");
        assertThat(problem.get("kind").stringValue()).isEqualTo("carrier");
        assertThat(problem.at("/kinds/0").stringValue()).isEqualTo("cooperative");
    }

    @Test
    void an_organisation_of_many_certificates_answers_from_its_snapshot() {
        var path = "/api/cooperatives/" + cooperative;
        for (int i = 0; i < 55; i++) {
            certify(path, "VG-" + i).created();
            withdraw(path, "VG-" + i).created();
        }
        assertThat(log.readEvents(cooperative).next().getPayload()).isInstanceOf(Organisation.class);
        assertThat(claims(LocalDate.of(2026, 5, 31))).containsExactly("vietgap");
        assertThat(claims(LocalDate.of(2026, 6, 1))).isEmpty();
        database.getCollection("snapshots").deleteOne(Filters.eq(cooperative));
        assertThat(claims(LocalDate.of(2026, 5, 31))).containsExactly("vietgap");
        assertThat(claims(LocalDate.of(2026, 6, 1))).isEmpty();
    }

    private Set<String> claims(LocalDate day) {
        Set<String> claims = commands.sendAndWait(
                new AskClaims(new OrganisationId(cooperative), "paddy-st25", new PlotId(PLOT), 20_000, day));
        return Objects.requireNonNull(claims);
    }
}
