package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;

/**
 * A manager sees to the organisation's people and keys on a page, and everybody who may can see afterwards who did
 * what.
 */
@ClosedDoors
class StaffTest {
    private static final Pattern SECRET = Pattern.compile("<code>([^<]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Api visitor;
    private Api administrator;
    private Household.Member manager;

    @BeforeEach
    void household() throws IOException {
        visitor = new Api(port);
        var directory = Path.of(environment.getRequiredProperty("nguongoc.mongo.directory"));
        manager = Household.manager(visitor, directory);
        administrator = Household.administrator(visitor, directory);
    }

    private String page(String what) {
        return "/organisations/" + manager.organisation() + what;
    }

    private Api.Answer form(Api as, String path, String fields) {
        return as.send(as.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(fields)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String secret(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var found = SECRET.matcher(answer.text());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    private static String after(Api.Answer shown) {
        return shown.text().replaceAll("(?s).*after=(\\d+).*", "$1");
    }

    private List<JsonNode> listed(Api as, String what, String after) {
        var answer = as.get("/api/organisations/" + manager.organisation() + "/" + what + "?after=" + after);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get(what).valueStream().toList();
    }

    @Test
    void a_manager_lets_somebody_in_who_then_chooses_a_name_and_a_password() {
        var shown = form(manager.api(), page("/people"), "code=GC-7&duty=recorder");
        var link = secret(shown);
        assertThat(link).contains("/account/join#");
        assertThat(Household.join(visitor, link.replaceFirst(".*#", ""), "n-" + UUID.randomUUID())
                        .status())
                .isEqualTo(303);

        assertThat(listed(manager.api(), "people", after(shown)))
                .extracting(it -> it.get("code").stringValue())
                .containsExactly("GC-7", "QL-1");
        assertThat(manager.api().get(page("/people")).text()).contains("GC-7", "người ghi chép");
    }

    @Test
    void a_duty_that_ended_takes_its_owner_off_the_list_and_the_acts_keep_who_ended_it_and_why() {
        var entered = manager.api()
                .post(
                        "/api/people",
                        "{'code':'GC-8','duty':'recorder','organisation':'" + manager.organisation() + "'}");
        var ended = form(
                manager.api(),
                page("/people/" + entered.created() + "/withdrawals"),
                "duty=recorder&reason=" + encoded("chuyển đi"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(303);
        var after = ended.header("Location").replaceFirst(".*after=", "");

        assertThat(listed(manager.api(), "people", after))
                .extracting(it -> it.get("code").stringValue())
                .containsExactly("QL-1");
        var acts = listed(manager.api(), "acts", after);
        assertThat(acts.getFirst().get("what").stringValue()).isEqualTo("person.duty-withdrawn");
        assertThat(acts.getFirst().get("actorCode").stringValue()).isEqualTo("QL-1");
        assertThat(acts.getFirst().get("aboutCode").stringValue()).isEqualTo("GC-8");
        assertThat(acts.getFirst().get("words").toString()).isEqualTo("[\"recorder\",\"chuyển đi\"]");
        assertThat(manager.api().get(page("/acts")).text()).contains("Thôi vai trò", "chuyển đi", "QL-1");
    }

    @Test
    void a_key_is_shown_once_opens_what_it_is_for_and_is_revoked_on_the_page() {
        var shown = form(
                manager.api(),
                page("/keys"),
                "duties=recorder&verbs=read&verbs=record&purpose=" + encoded("Cân điện tử") + "&until="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(30));
        var key = secret(shown);
        assertThat(visitor.with("Authorization", "Bearer " + key).get("/api/me").status())
                .isEqualTo(200);

        var listed = listed(manager.api(), "keys", after(shown)).getFirst();
        assertThat(listed.get("purpose").stringValue()).isEqualTo("Cân điện tử");
        assertThat(listed.toString()).doesNotContain("digest", key.substring(key.length() - 43));
        assertThat(manager.api().get(page("/people")).text())
                .contains("Cân điện tử", "còn dùng được")
                .doesNotContain(key.substring(key.length() - 43));

        var revoked =
                form(manager.api(), page("/keys/" + listed.get("id").stringValue() + "/revocations"), "reason=mất");
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(303);
        assertThat(visitor.with("Authorization", "Bearer " + key).get("/api/me").status())
                .isEqualTo(401);
        assertThat(manager.api().get(revoked.header("Location")).text()).contains("đã thu hồi");
    }

    @Test
    void an_act_tells_what_a_key_is_for_once_and_a_certificate_by_its_name() {
        var issuing = manager.issuing("read").replace("}", ",'purpose':'Cân điện tử'}");
        manager.api().post("/api/keys", issuing).created();
        var certified = administrator.post("/api/cooperatives/" + manager.organisation() + "/certificates", """
                {'scheme':'vietgap','number':'VG-7','certifier':'X','products':['paddy-st25'],
                 'plots':[{'plot':'plot-0000000000000001','area':{'value':'2','unit':'ha'}}],'area':{'value':'2','unit':'ha'},
                 'validFrom':'2026-01-01','validUntil':'2027-01-01','happenedAt':'2026-01-02T08:00:00+07:00'}""");
        assertThat(certified.status()).as(certified.text()).isEqualTo(201);
        var acts = listed(manager.api(), "acts", certified.header("Log-Position"));
        assertThat(acts.getFirst().get("about").stringValue()).isEqualTo("VG-7");
        assertThat(acts.getFirst().get("words").toString()).isEqualTo("[\"vietgap\"]");
        assertThat(manager.api().get(page("/acts")).text())
                .containsOnlyOnce("Cân điện tử")
                .contains("VG-7", "VietGAP")
                .doesNotContain("vietgap", "HTX thử</b> · ");
    }

    @Test
    void who_only_records_sees_neither_and_another_organisations_manager_finds_nothing_there() throws IOException {
        var recorder = manager.enter("GC-9", "recorder");
        var other = Household.manager(visitor, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        for (var what : List.of("people", "keys", "acts")) {
            var path = "/api/organisations/" + manager.organisation() + "/" + what;
            assertThat(recorder.get(path).status()).isEqualTo(403);
            assertThat(other.api().get(path).status()).isEqualTo(404);
        }
        assertThat(form(recorder, page("/people"), "code=GC-10&duty=manager").status())
                .isEqualTo(403);
        assertThat(form(other.api(), page("/people"), "code=GC-10&duty=manager").status())
                .isEqualTo(404);
    }

    /** Who carries for two cooperatives tells neither of the other. */
    @Test
    void what_somebody_does_for_another_organisation_is_told_to_that_one_alone() throws IOException {
        var other = Household.manager(visitor, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        var person = manager.api()
                .post("/api/people", "{'code':'VC-3','duty':'carrier','organisation':'" + manager.organisation() + "'}")
                .created();
        var granted = administrator.post(
                "/api/people/" + person + "/duties",
                "{'duty':'operator','organisation':'" + other.organisation() + "'}");
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);

        var listed = listed(manager.api(), "people", granted.header("Log-Position")).stream()
                .filter(it -> it.get("code").stringValue().equals("VC-3"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.get("grants")).hasSize(1);
        assertThat(listed.toString()).contains(manager.organisation()).doesNotContain(other.organisation());
    }

    @Test
    void whoever_runs_the_service_sees_every_act_and_their_own_are_among_them() {
        administrator.post("/api/dead-letters/retries", "{}");
        var position = administrator
                .post("/api/people", "{'code':'TT-7','duty':'inspector','wards':['31717']}")
                .header("Log-Position");
        var acts = administrator.get("/api/acts?limit=5&after=" + position).json();
        assertThat(acts.get("acts").valueStream().map(it -> it.get("what").stringValue()))
                .contains("person.entered", "person.duty-granted", "operation.retry-asked");
        assertThat(acts.get("cursor").stringValue()).isNotEmpty();
        assertThat(administrator.get("/operation/acts").text()).contains("Yêu cầu thử lại sự kiện bị gác", "31717");
        assertThat(administrator.get("/operation/people").text()).contains("TT-7", "QT-1");
        assertThat(administrator
                        .get("/api/people")
                        .json()
                        .get("people")
                        .valueStream()
                        .map(it -> it.get("code").stringValue()))
                .contains("TT-7", "QT-1")
                .doesNotContain("QL-1");
    }

    @Test
    void pages_of_acts_follow_each_other_without_a_gap() {
        var all = listed(manager.api(), "acts", "-1").stream()
                .map(it -> it.get("fact").get("position").asLong())
                .toList();
        assertThat(all).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        var first = manager.api().get("/api/organisations/" + manager.organisation() + "/acts?limit=2");
        var second = manager.api().get(first.header("Link").replaceAll("^<|>.*$", ""));
        assertThat(second.json().get("acts").get(0).get("fact").get("position").asLong())
                .isEqualTo(all.get(2));
    }
}
