package vn.nguongoc.doors;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.IdentityEvent.CredentialRemoved;
import vn.nguongoc.identity.event.IdentityEvent.CredentialSet;

/** Passkeys: what signs somebody in, and all that does not. */
@ClosedDoors
class PasskeysTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Autowired
    MongoDatabase database;

    @Autowired
    EventStore log;

    private Api api;
    private Household.Member manager;
    private SoftAuthenticator phone;

    @BeforeEach
    void household() throws IOException, GeneralSecurityException {
        api = new Api(port);
        manager = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        phone = new SoftAuthenticator("http://localhost:" + port);
    }

    private Visit visit(String... cookies) {
        return new Visit(port, cookies);
    }

    private Visit signedIn() {
        return visit(manager.cookie());
    }

    private SoftAuthenticator added() throws GeneralSecurityException {
        assertThat(phone.addTo(signedIn()).status()).isEqualTo(201);
        return phone;
    }

    private static String session(Api.Answer answer) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("nguongoc="))
                .findFirst()
                .orElseThrow()
                .replaceFirst(";.*", "");
    }

    private static String problem(Api.Answer answer) {
        return answer.json().get("type").stringValue().replaceFirst(".*/", "");
    }

    @Test
    void a_passkey_signs_in_whoever_added_it_without_a_name() throws GeneralSecurityException {
        var answer = added().signIn(visit());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("to").stringValue()).isEqualTo("/account");
        var signedIn = api.with("Cookie", session(answer)).get("/api/me");
        assertThat(signedIn.json()).isEqualTo(manager.api().get("/api/me").json());
    }

    static Stream<Arguments> what_proves_nobody() {
        return Stream.of(
                twist("another site's page", it -> it.origin = "https://evil.example"),
                twist("another port", it -> it.origin = "http://localhost:1"),
                twist("another site's key", it -> it.site = "evil.example"),
                twist("nobody's finger", it -> it.flags = SoftAuthenticator.PRESENT),
                twist("another signature", it -> it.tampers = true),
                twist("another owner", it -> it.owner = "cGVyc29uLTAwMDAwMDAwMDAwMDAwMDk"),
                twist("a copy that counted less", it -> it.counter = -1),
                twist("a copy that counted as far", it -> it.counter = 0));
    }

    private static Arguments twist(String name, Consumer<SoftAuthenticator> twist) {
        return Arguments.of(name, twist);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_proves_nobody(String name, Consumer<SoftAuthenticator> twist) throws GeneralSecurityException {
        var key = added();
        twist.accept(key);
        var answer = key.signIn(visit());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(problem(answer)).isEqualTo("passkey-not-accepted");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    static Stream<Arguments> what_makes_no_passkey() {
        return what_proves_nobody().limit(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_makes_no_passkey(String name, Consumer<SoftAuthenticator> twist) throws GeneralSecurityException {
        twist.accept(phone);
        assertThat(problem(phone.addTo(signedIn()))).isEqualTo("passkey-not-made");
    }

    @Test
    void an_answer_is_good_once() throws GeneralSecurityException {
        var key = added();
        var visit = visit();
        var signed =
                key.signed(visit.postJson("/account/passkeys/challenges", "{}").json());
        var same = visit(visit.cookie("nguongoc-handshake"));
        assertThat(visit.postJson("/account/passkeys/sign-ins", signed).status())
                .isEqualTo(200);
        assertThat(same.postJson("/account/passkeys/sign-ins", signed).status()).isEqualTo(401);
    }

    @Test
    void an_answer_is_good_for_the_browser_that_was_asked() throws GeneralSecurityException {
        var key = added();
        var asked = visit().postJson("/account/passkeys/challenges", "{}").json();
        var other = visit();
        other.postJson("/account/passkeys/challenges", "{}");
        assertThat(other.postJson("/account/passkeys/sign-ins", key.signed(asked))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_answer_that_takes_longer_than_five_minutes_is_too_late() throws GeneralSecurityException {
        var key = added();
        var visit = visit();
        var asked = visit.postJson("/account/passkeys/challenges", "{}").json();
        database.getCollection("handshakes")
                .updateOne(
                        eq("challenge", asked.get("challenge").stringValue()),
                        Updates.set("ends", Date.from(Instant.now())));
        assertThat(visit.postJson("/account/passkeys/sign-ins", key.signed(asked))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_passkey_that_nobody_added_is_nobodys() throws GeneralSecurityException {
        phone.owner = "cGVyc29uLTAwMDAwMDAwMDAwMDAwMDk";
        assertThat(phone.signIn(visit()).status()).isEqualTo(401);
    }

    @Test
    void a_passkey_is_one_persons() throws GeneralSecurityException, IOException {
        added();
        var other = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        assertThat(problem(phone.addTo(visit(other.cookie())))).isEqualTo("passkey-known");
    }

    @Test
    void what_is_no_answer_is_refused_in_words() {
        var visit = visit();
        for (var body : List.of("{}", "[]", "{\"id\":7}", "null")) {
            visit.postJson("/account/passkeys/challenges", "{}");
            assertThat(visit.postJson("/account/passkeys/sign-ins", body).status())
                    .as(body)
                    .isBetween(400, 401);
        }
    }

    @Test
    void whoever_signed_in_a_while_ago_adds_and_removes_nothing() throws GeneralSecurityException {
        var visit = signedIn();
        assertThat(phone.addTo(visit).status()).isEqualTo(201);
        var sessions = database.getCollection("sessions");
        sessions.updateMany(
                eq("person", manager.api().get("/api/me").json().get("actor").stringValue()),
                Updates.set("ends", Date.from(Instant.now().plusSeconds(13 * 86_400))));
        assertThat(problem(visit.postJson("/account/passkeys/new/challenges", "{}")))
                .isEqualTo("sign-in-again");
        assertThat(remove(manager.api(), phone.id()).status()).isEqualTo(403);
        assertThat(manager.api().get("/api/me").status()).isEqualTo(200);
    }

    /** The library that reads what authenticators sign also reads CBOR; nobody else is to speak it here. */
    @Test
    void bodies_are_in_json_alone() {
        var sent = manager.api()
                .send(manager.api()
                        .request("/account/passkeys/new")
                        .header("Content-Type", "application/cbor")
                        .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xa0})));
        assertThat(sent.status()).isEqualTo(415);
        assertThat(manager.api().get("/api/me", "Accept", "application/cbor").status())
                .isEqualTo(406);
    }

    @Test
    void a_machines_key_adds_no_passkey() {
        var key = manager.key("record").get("key").stringValue();
        var asked = api.with("Authorization", "Bearer " + key).post("/account/passkeys/new/challenges", "{}");
        assertThat(problem(asked)).isEqualTo("not-signed-in");
    }

    private static Api.Answer remove(Api by, String id) {
        return by.send(by.request("/account/passkeys/" + id + "/removals").POST(BodyPublishers.noBody()));
    }

    @Test
    void a_removed_passkey_opens_nothing_and_only_its_owner_removes_it() throws GeneralSecurityException, IOException {
        var key = added();
        var other = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        assertThat(remove(other.api(), key.id()).status()).isEqualTo(404);
        assertThat(key.signIn(visit()).status()).isEqualTo(200);
        assertThat(remove(manager.api(), key.id()).status()).isEqualTo(303);
        assertThat(key.signIn(visit()).status()).isEqualTo(401);
    }

    @Test
    void the_last_way_in_stays() throws GeneralSecurityException {
        var key = added();
        var person = manager.api().get("/api/me").json().get("actor").stringValue();
        database.getCollection("logins").deleteOne(eq("person", person));
        assertThat(remove(manager.api(), key.id()).status()).isEqualTo(409);
        assertThat(key.signIn(visit()).status()).isEqualTo(200);
    }

    @Test
    void whoever_left_comes_in_by_no_passkey() throws GeneralSecurityException, IOException {
        var key = added();
        var person = manager.api().get("/api/me").json().get("actor").stringValue();
        Household.administrator(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")))
                .post("/api/people/" + person + "/leavings", "{'reason':'nghỉ việc'}")
                .created();
        assertThat(key.signIn(visit()).status()).isEqualTo(401);
        assertThat(database.getCollection("passkeys").find(eq("person", person)).first())
                .isNull();
    }

    @Test
    void adding_and_removing_is_told_in_the_log() throws GeneralSecurityException {
        var key = added();
        remove(manager.api(), key.id());
        var person = manager.api().get("/api/me").json().get("actor").stringValue();
        assertThat(log.readEvents(person).asStream().map(it -> (Object) it.getPayload()))
                .filteredOn(it -> (it instanceof CredentialSet set && set.kind() == CredentialKind.PASSKEY)
                        || (it instanceof CredentialRemoved removed && removed.kind() == CredentialKind.PASSKEY))
                .hasExactlyElementsOfTypes(CredentialSet.class, CredentialRemoved.class);
    }

    @Test
    void whoever_asks_again_and_again_waits() {
        var visit = visit();
        for (int i = 0; i < 20; i++) {
            assertThat(visit.postJson("/account/passkeys/challenges", "{}").status())
                    .isEqualTo(200);
        }
        assertThat(visit.postJson("/account/passkeys/challenges", "{}").status())
                .isEqualTo(429);
    }
}
