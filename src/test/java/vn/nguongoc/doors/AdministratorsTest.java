package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;

/** Whoever runs the service does it with a passkey: whoever finds their password finds a page that asks for more. */
@ClosedDoors
class AdministratorsTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Api first;
    private Visit visit;
    private String password;
    private SoftAuthenticator phone;

    @BeforeEach
    void a_second_administrator() throws IOException, GeneralSecurityException {
        var api = new Api(port);
        first = Household.administrator(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        visit = new Visit(port);
        password = "name=n-" + UUID.randomUUID() + "&password=lua-thom-cay-trai-ngon";
        var entered = first.post("/api/people", "{'code':'QT-2','duty':'administrator'}");
        var invitation = entered.json().get("invitation").stringValue().replaceFirst(".*#", "");
        assertThat(visit.postForm("/account/join", password + "&invitation=" + invitation)
                        .status())
                .isEqualTo(303);
        phone = new SoftAuthenticator("http://localhost:" + port);
    }

    private static String problem(Api.Answer answer) {
        return answer.json().get("type").stringValue().replaceFirst(".*/", "");
    }

    private Visit byPassword() {
        var another = new Visit(port);
        assertThat(another.postForm("/account/sign-in", password).status()).isEqualTo(303);
        return another;
    }

    private Api as(Visit visitor) {
        return new Api(port).with("Cookie", visitor.cookie("nguongoc"));
    }

    private Api.Answer letIn(Visit by) {
        return as(by).post("/api/people", "{'code':'TT-3','duty':'inspector','wards':['31717']}");
    }

    private static Api.Answer remove(Visit by, SoftAuthenticator passkey) {
        return by.postForm("/account/passkeys/" + passkey.id() + "/removals", "");
    }

    @Test
    void by_a_password_alone_one_reaches_ones_account_and_nothing_else() {
        for (var path : new String[] {"/api/rebuilds", "/api/acts", "/api/lots?holder=htx-0000000000000001"}) {
            var asked = visit.get(path);
            assertThat(asked.status()).as(path).isEqualTo(401);
            assertThat(problem(asked)).isEqualTo("more-than-a-password");
        }
        assertThat(problem(letIn(visit))).isEqualTo("more-than-a-password");
        assertThat(visit.postForm("/operation/retries", "").status()).isEqualTo(401);
        assertThat(visit.get("/api/me").status()).isEqualTo(200);
        assertThat(visit.postForm("/account/sign-out", "").status()).isEqualTo(303);
        assertThat(visit.get("/api/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "vi,Còn một bước nữa,Bạn chưa có khóa nào",
        "en,One more step,You have no passkey yet",
        "km,នៅសល់មួយជំហានទៀត,អ្នកមិនទាន់មាន passkey ទេ"
    })
    void the_page_says_what_to_do_and_leads_on_to_where_one_was_going(String language, String title, String words) {
        var sent = visit.get("/operation?lang=" + language).header("Location");
        assertThat(sent).startsWith("/account/sign-in?");
        var led = visit.get(sent).header("Location").replaceFirst("^http://[^/]+", "");
        assertThat(led).startsWith("/account?");
        assertThat(visit.get(led).text()).contains(title, words).doesNotContain("/operation/people");
    }

    @Test
    void whoever_signs_in_by_the_passkey_that_they_added_does_what_their_duty_is() throws GeneralSecurityException {
        assertThat(phone.addTo(visit).status()).isEqualTo(201);
        assertThat(problem(letIn(visit))).as("it was added, not shown").isEqualTo("more-than-a-password");
        assertThat(visit.get("/account?to=/operation").text()).contains("passkey-sign-in\" data-to=\"/operation\"");
        assertThat(phone.signIn(visit).status()).isEqualTo(200);
        assertThat(letIn(visit).status()).isEqualTo(201);
        assertThat(visit.get("/operation").status()).isEqualTo(200);
        assertThat(visit.get("/account").text()).contains("/operation/people").doesNotContain("Còn một bước nữa");
    }

    @Test
    void whoever_finds_the_password_adds_no_passkey_of_their_own_and_removes_none() throws GeneralSecurityException {
        phone.addTo(visit);
        var finder = byPassword();
        assertThat(problem(new SoftAuthenticator("http://localhost:" + port).addTo(finder)))
                .isEqualTo("more-than-a-password");
        assertThat(remove(finder, phone).status()).isEqualTo(401);
        assertThat(finder.postForm("/account/issuer/links", "").status()).isEqualTo(401);
        assertThat(finder.get("/account").text())
                .contains("passkey-sign-in", "hãy đăng nhập lại")
                .doesNotContain("passkey-add");
        assertThat(phone.signIn(finder).status()).isEqualTo(200);
    }

    @Test
    void the_last_passkey_stays_and_one_before_it_goes() throws GeneralSecurityException {
        phone.addTo(visit);
        phone.signIn(visit);
        assertThat(remove(visit, phone).status()).isEqualTo(409);
        var other = new SoftAuthenticator("http://localhost:" + port);
        assertThat(other.addTo(visit).status()).isEqualTo(201);
        assertThat(remove(visit, phone).status()).isEqualTo(303);
        assertThat(phone.signIn(new Visit(port)).status()).isEqualTo(401);
        assertThat(other.signIn(new Visit(port)).status()).isEqualTo(200);
    }

    @Test
    void whoever_is_asked_to_run_the_service_too_must_show_more_from_then_on() throws IOException {
        var manager =
                Household.manager(new Api(port), Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        var recorder = manager.enter("GC-11", "recorder");
        assertThat(recorder.post("/api/plots", manager.plot()).status()).isEqualTo(201);
        var person = recorder.get("/api/me").json().get("actor").stringValue();
        var granted = first.post("/api/people/" + person + "/duties", "{'duty':'administrator'}");
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        assertThat(problem(recorder.post("/api/plots", manager.plot()))).isEqualTo("more-than-a-password");
    }

    /** No key has an administrator's duty, so what machines do is as it was. */
    @Test
    void a_machines_key_is_asked_for_no_passkey_and_runs_no_service() throws IOException {
        var manager =
                Household.manager(new Api(port), Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        var machine = new Api(port)
                .with(
                        "Authorization",
                        "Bearer " + manager.key("record").get("key").stringValue());
        assertThat(machine.post("/api/plots", manager.plot()).status()).isEqualTo(201);
        assertThat(manager.api()
                        .post("/api/keys", manager.issuing("read").replace("recorder", "administrator"))
                        .status())
                .isBetween(400, 499);
    }
}
