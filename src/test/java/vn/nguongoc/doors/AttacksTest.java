package vn.nguongoc.doors;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.nguongoc.Api;

/** What is tried at every door on the internet. */
@ClosedDoors
class AttacksTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    MongoDatabase database;

    private Api api;
    private Household.Member manager;

    @BeforeEach
    void household() throws IOException {
        api = new Api(port);
        manager = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
    }

    private Api.Answer signIn(String name, String password, String... headers) {
        var request = api.request("/account/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + encoded(name) + "&password=" + encoded(password)));
        return api.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_name_may_be_wrong_five_times_and_then_waits() {
        var name = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(name, "sai mật khẩu rồi").status()).isEqualTo(401);
        }
        assertThat(signIn(name, "sai mật khẩu rồi").status()).isEqualTo(429);
    }

    @Test
    void whoever_is_right_is_not_counted() {
        for (int i = 0; i < 7; i++) {
            assertThat(signIn(manager.name(), Household.PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void signing_in_hardens_what_was_hashed_weakly_and_being_wrong_does_not() {
        var logins = database.getCollection("logins");
        var name = eq(manager.name());
        var weak = new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(Household.PASSWORD);
        logins.updateOne(name, Updates.set("hash", weak));
        assertThat(signIn(manager.name(), "sai mật khẩu rồi").status()).isEqualTo(401);
        assertThat(logins.find(name).first()).containsEntry("hash", weak);
        assertThat(signIn(manager.name(), Household.PASSWORD).status()).isEqualTo(303);
        assertThat(String.valueOf(logins.find(name).first())).contains("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn(manager.name(), Household.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void a_wrong_name_and_a_wrong_password_look_the_same() {
        var wrongName = signIn("nobody-" + UUID.randomUUID(), Household.PASSWORD);
        var wrongPassword = signIn(manager.name(), "sai mật khẩu rồi");
        assertThat(wrongName.status()).isEqualTo(wrongPassword.status());
        assertThat(wrongName.text()).isEqualTo(wrongPassword.text());
    }

    @Test
    void signing_in_gives_a_session_that_nobody_can_have_planted() {
        var planted = "nguongoc=" + "A".repeat(43);
        var answer = signIn(manager.name(), Household.PASSWORD, "Cookie", planted);
        var cookie = answer.header("Set-Cookie");
        assertThat(cookie).doesNotStartWith(planted).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(api.with("Cookie", planted).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void whoever_signed_out_is_out_even_with_the_old_cookie() {
        var cookie =
                signIn(manager.name(), Household.PASSWORD).header("Set-Cookie").replaceFirst(";.*", "");
        var signedIn = api.with("Cookie", cookie);
        assertThat(signedIn.get("/api/me").status()).isEqualTo(200);
        signedIn.send(signedIn.request("/account/sign-out").POST(BodyPublishers.noBody()));
        assertThat(signedIn.get("/api/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void another_sites_page_records_nothing_in_ones_name(String site) {
        var sent = manager.api()
                .send(manager.api()
                        .request("/api/plots")
                        .header("Sec-Fetch-Site", site)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(manager.plot())));
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.json().get("type").stringValue()).endsWith("/identity/from-elsewhere");
    }

    @Test
    void a_browser_that_says_only_where_it_comes_from_is_judged_by_that() {
        assertThat(plotFrom("https://evil.example").status()).isEqualTo(403);
        assertThat(plotFrom("http://127.0.0.1:" + port).status()).isEqualTo(201);
    }

    private Api.Answer plotFrom(String origin) {
        return manager.api()
                .send(manager.api()
                        .request("/api/plots")
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(manager.plot())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y"
            })
    void signing_in_leads_to_no_other_site(String to) {
        var answer = api.send(api.request("/account/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + encoded(manager.name()) + "&password="
                        + encoded(Household.PASSWORD) + "&to=" + encoded(to))));
        assertThat(answer.header("Location")).isEqualTo("/account");
        assertThat(answer.response().headers().allValues("Set-Cookie")).hasSize(1);
    }

    @Test
    void an_invitation_is_good_once() {
        var invitation = manager.invite("recorder");
        assertThat(Household.join(api, invitation, "n-" + UUID.randomUUID()).status())
                .isEqualTo(303);
        var again = Household.join(api, invitation, "n-" + UUID.randomUUID());
        assertThat(again.status()).isEqualTo(422);
    }

    @Test
    void an_invitation_ends_with_the_last_duty_of_whom_it_invites() {
        var entered = manager.api().post("/api/people", """
                {'code':'X-1','duty':'recorder','organisation':'%s'}""".formatted(manager.organisation()));
        manager.api()
                .post("/api/people/" + entered.created() + "/duties/withdrawals", """
                        {'duty':'recorder','organisation':'%s','reason':'thử'}""".formatted(manager.organisation()))
                .created();
        var invitation = entered.json().get("invitation").stringValue().replaceFirst(".*#", "");
        assertThat(Household.join(api, invitation, "n-" + UUID.randomUUID()).status())
                .isEqualTo(422);
    }

    @Test
    void an_invitation_is_not_lost_by_a_bad_choice() {
        var invitation = manager.invite("recorder");
        assertThat(Household.join(api, invitation, manager.name()).status()).isEqualTo(409);
        assertThat(Household.join(api, invitation, "n-" + UUID.randomUUID()).status())
                .isEqualTo(303);
    }

    @Test
    void a_revoked_key_opens_nothing_from_then_on() {
        var issued = manager.key("read");
        var machine = api.with("Authorization", "Bearer " + issued.get("key").stringValue());
        assertThat(machine.get("/api/me").status()).isEqualTo(200);
        manager.api()
                .post("/api/keys/" + issued.get("id").stringValue() + "/revocations", """
                        {'organisation':'%s','reason':'thử'}""".formatted(
                                manager.organisation()))
                .created();
        assertThat(machine.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void a_key_is_shown_once_however_often_it_is_asked_for() {
        var body = manager.issuing("read");
        var idempotency = UUID.randomUUID().toString();
        assertThat(manager.api().post("/api/keys", body, idempotency).status()).isEqualTo(201);
        var again = manager.api().post("/api/keys", body, idempotency);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").stringValue()).endsWith("/identity/key-shown-once");
    }

    @Test
    void a_withdrawn_duty_is_gone_at_once() {
        var recorder = manager.enter("GC-1", "recorder");
        assertThat(recorder.post("/api/plots", manager.plot()).status()).isEqualTo(201);
        manager.api()
                .post(
                        "/api/people/"
                                + recorder.get("/api/me").json().get("actor").stringValue() + "/duties/withdrawals",
                        """
                        {'duty':'recorder','organisation':'%s','reason':'thử'}""".formatted(manager.organisation()))
                .created();
        assertThat(recorder.post("/api/plots", manager.plot()).status()).isEqualTo(404);
    }

    @Test
    void nobody_signs_with_another_ones_code() {
        var recorder = manager.enter("GC-1", "recorder");
        var lot = recorder.post("/api/lots/lot-0000000000000009/holds", """
                {'organisation':'%s','reason':'x','by':'QL-1','happenedAt':'2026-06-01T08:00:00+07:00'}""".formatted(manager.organisation()));
        assertThat(lot.status()).isEqualTo(403);
        assertThat(lot.json().get("yours").stringValue()).isEqualTo("GC-1");
    }

    /** A bad network sends again and again; it is one record. */
    @Test
    void one_key_sent_fifty_times_at_once_is_one_record() throws Exception {
        var body = manager.plot();
        var idempotency = UUID.randomUUID().toString();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> send =
                    () -> manager.api().post("/api/plots", body, idempotency).created();
            var sent = pool.invokeAll(IntStream.range(0, 50).mapToObj(i -> send).toList());
            var ids = new java.util.HashSet<String>();
            for (var answer : sent) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void one_persons_idempotency_key_is_not_anothers() {
        var idempotency = UUID.randomUUID().toString();
        var recorder = manager.enter("GC-2", "recorder");
        var first =
                manager.api().post("/api/plots", manager.plot(), idempotency).created();
        var second = recorder.post("/api/plots", manager.plot(), idempotency).created();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void whoever_asks_what_may_be_asked_hears_nothing_and_breaks_nothing() {
        for (var path : new String[] {"/api/lots", "/account", "/api/people", "/nowhere"}) {
            var answer = api.send(api.request(path).method("OPTIONS", BodyPublishers.noBody()));
            assertThat(answer.status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void signing_in_again_ends_the_session_that_this_browser_had() {
        var cookie =
                signIn(manager.name(), Household.PASSWORD).header("Set-Cookie").replaceFirst(";.*", "");
        var again = signIn(manager.name(), Household.PASSWORD, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
        assertThat(again.status()).isEqualTo(303);
        assertThat(api.with("Cookie", cookie).get("/api/me").status()).isEqualTo(401);
    }

    // ---- another password

    private static Api.Answer change(Visit phone, String now, String next) {
        return phone.postForm("/account/password", "now=" + encoded(now) + "&next=" + encoded(next));
    }

    private static int signIn(Visit from, String name, String password) {
        return from.postForm("/account/sign-in", "name=" + encoded(name) + "&password=" + encoded(password))
                .status();
    }

    @Test
    void another_password_takes_the_one_before_and_signs_out_everywhere_else() {
        var phone = new Visit(port, manager.cookie());
        var desk = new Visit(port);
        assertThat(signIn(desk, manager.name(), Household.PASSWORD)).isEqualTo(303);
        var next = "lúa chín vàng đồng " + UUID.randomUUID();
        assertThat(change(phone, next, next).status()).isEqualTo(401);
        assertThat(change(phone, Household.PASSWORD, "ngắn quá").status()).isEqualTo(422);
        assertThat(desk.get("/api/me").status()).as("nothing has changed").isEqualTo(200);

        assertThat(change(phone, Household.PASSWORD, next).status()).isEqualTo(303);
        assertThat(desk.get("/api/me").status()).isEqualTo(401);
        assertThat(phone.get("/api/me").status()).isEqualTo(200);
        assertThat(signIn(desk, manager.name(), Household.PASSWORD)).isEqualTo(401);
        assertThat(signIn(desk, manager.name(), next)).isEqualTo(303);
    }

    @Test
    void whoever_found_a_phone_cannot_try_passwords_on_it_for_ever() {
        var phone = new Visit(port, manager.cookie());
        var next = "lúa chín vàng đồng";
        for (int i = 0; i < 5; i++) {
            assertThat(change(phone, "sai mật khẩu rồi", next).status()).isEqualTo(401);
        }
        assertThat(change(phone, Household.PASSWORD, next).status()).isEqualTo(429);
    }
}
