package vn.nguongoc.doors;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;
import vn.nguongoc.identity.LocalIssuer;

/** Coming in by an issuer: whom it names is somebody here only after an invitation or a link. */
@ClosedDoors
class IssuerTest {
    private static final LocalIssuer ISSUER = LocalIssuer.Believed.ISSUER;
    private static final LocalIssuer.IdTokens AS_IT_SHOULD = ISSUER.idTokens;

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
        ISSUER.subject = "sub-" + UUID.randomUUID();
    }

    @AfterEach
    void as_it_should() {
        ISSUER.idTokens = AS_IT_SHOULD;
        ISSUER.isDown(false);
        ISSUER.leadsElsewhere(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where a browser that was sent to the issuer comes back to. */
    private static String back(Api.Answer sent, Visit visit) {
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        var at = sent.header("Refresh").replaceFirst("^0; url=", "");
        assertThat(sent.text()).contains(at.replace("&", "&amp;"));
        var back = visit.get(at).header("Location");
        assertThat(back).startsWith("http://localhost:");
        return back.replaceFirst("^http://localhost:\\d+", "");
    }

    private Api.Answer signIn(Visit visit) {
        return visit.get(back(visit.postForm("/account/issuer", ""), visit));
    }

    private Visit linked() {
        var visit = new Visit(port, manager.cookie());
        var answer = visit.get(back(visit.postForm("/account/issuer/links", ""), visit));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return visit;
    }

    private static String words(Api.Answer page) {
        return page.text().replaceAll("(?s).*<main>(.*)</main>.*", "$1").replaceAll("<[^>]+>", " ");
    }

    @Test
    void whom_nobody_let_in_is_told_how_and_stays_outside() {
        var visit = new Visit(port);
        var answer = signIn(visit);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(words(answer)).contains("chưa liên kết", "thư mời");
        assertThat(visit.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void whoever_linked_their_account_signs_in_by_it_as_who_they_are() {
        linked();
        var visit = new Visit(port);
        var answer = signIn(visit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/account");
        assertThat(visit.get("/api/me").json())
                .isEqualTo(manager.api().get("/api/me").json());
    }

    /** How it made sure of them is its own affair; it is trusted with that. */
    @Test
    void who_runs_the_service_and_signs_in_by_the_issuer_is_asked_for_no_more() {
        var entered = administrator().post("/api/people", "{'code':'QT-3','duty':'administrator'}");
        var invitation = entered.json().get("invitation").stringValue().replaceFirst(".*#", "");
        var visit = new Visit(port);
        var sent = visit.postForm("/account/issuer/joins", "invitation=" + invitation);
        assertThat(visit.get(back(sent, visit)).status()).isEqualTo(303);
        assertThat(visit.get("/api/rebuilds").status()).isEqualTo(200);
        assertThat(visit.postForm("/account/issuer/links/removals", "").status())
                .as("it is the last way in")
                .isEqualTo(409);
    }

    @Test
    void an_invited_person_needs_no_password() {
        var visit = new Visit(port);
        var sent = visit.postForm("/account/issuer/joins", "invitation=" + manager.invite("recorder"));
        assertThat(visit.get(back(sent, visit)).status()).isEqualTo(303);
        assertThat(visit.get("/api/me").json().get("code").stringValue()).isEqualTo("X-1");
        assertThat(signIn(new Visit(port)).status()).isEqualTo(303);
    }

    @Test
    void an_invitation_that_is_no_good_lets_nobody_in() {
        var visit = new Visit(port);
        var sent = visit.postForm("/account/issuer/joins", "invitation=" + "x".repeat(43));
        assertThat(visit.get(back(sent, visit)).status()).isEqualTo(422);
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
    }

    @Test
    void an_invitation_taken_again_ends_every_other_way_in() {
        var person = linked().get("/api/me").json().get("actor").stringValue();
        var administrator = administrator();
        var entered = administrator.post("/api/people/" + person + "/invitations", "{}");
        var invitation = entered.json().get("invitation").stringValue().replaceFirst(".*#", "");
        assertThat(Household.join(api, invitation, "n-" + UUID.randomUUID()).status())
                .isEqualTo(303);
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
    }

    private Api administrator() {
        try {
            return Household.administrator(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void one_account_there_is_one_person_here() throws IOException {
        linked();
        var other = Household.manager(api, Path.of(environment.getRequiredProperty("nguongoc.mongo.directory")));
        var visit = new Visit(port, other.cookie());
        assertThat(visit.get(back(visit.postForm("/account/issuer/links", ""), visit))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void who_unlinked_or_left_comes_in_so_no_more() {
        var visit = linked();
        assertThat(visit.postForm("/account/issuer/links/removals", "").status())
                .isEqualTo(303);
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
        linked();
        var person = visit.get("/api/me").json().get("actor").stringValue();
        administrator()
                .post("/api/people/" + person + "/leavings", "{'reason':'nghỉ việc'}")
                .created();
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
    }

    @Test
    void the_last_way_in_stays() {
        var visit = linked();
        database.getCollection("logins")
                .deleteOne(eq("person", visit.get("/api/me").json().get("actor").stringValue()));
        assertThat(visit.postForm("/account/issuer/links/removals", "").status())
                .isEqualTo(409);
    }

    static Stream<Arguments> what_the_issuer_did_not_say_to_this_question() {
        return Stream.of(
                answer(
                        "another nonce",
                        nonce -> ISSUER.signed("JWT", ISSUER.id("x").build())),
                answer(
                        "no nonce",
                        nonce -> ISSUER.signed(
                                "JWT", ISSUER.id(nonce).claim("nonce", null).build())),
                answer(
                        "for us, of another",
                        it -> ISSUER.signed(
                                "JWT", ISSUER.id(it).claim("azp", "another").build())),
                answer(
                        "for another",
                        it -> ISSUER.signed(
                                "JWT", ISSUER.id(it).audience("another").build())),
                answer(
                        "for two, of another",
                        it -> ISSUER.signed(
                                "JWT",
                                ISSUER.id(it)
                                        .audience(List.of(LocalIssuer.CLIENT, "another"))
                                        .claim("azp", "another")
                                        .build())),
                answer(
                        "expired",
                        it -> ISSUER.signed(
                                "JWT",
                                ISSUER.id(it)
                                        .expirationTime(Date.from(Instant.now().minusSeconds(61)))
                                        .build())),
                answer(
                        "of another issuer",
                        it -> ISSUER.signed(
                                "JWT",
                                ISSUER.id(it).issuer("https://evil.example").build())),
                answer("signed by nobody", it -> new PlainJWT(ISSUER.id(it).build())),
                answer("signed by what everybody has", IssuerTest::signedByThePublicKey),
                answer(
                        "signed by another",
                        it -> LocalIssuer.signed(
                                "JWT",
                                ISSUER.id(it).build(),
                                new RSAKeyGenerator(2048)
                                        .keyID(ISSUER.key().getKeyID())
                                        .generate())));
    }

    private static Arguments answer(String name, LocalIssuer.IdTokens tokens) {
        return Arguments.of(name, tokens);
    }

    private static SignedJWT signedByThePublicKey(String nonce) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(ISSUER.key().getKeyID())
                .build();
        var token = new SignedJWT(header, ISSUER.id(nonce).build());
        token.sign(new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded()));
        return token;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_the_issuer_did_not_say_to_this_question(String name, LocalIssuer.IdTokens tokens) {
        linked();
        ISSUER.idTokens = tokens;
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
    }

    /** The code and this service's secret are for the issuer alone. */
    @Test
    void nobody_goes_where_the_issuer_sends_them_for_a_token() {
        linked();
        ISSUER.leadsElsewhere("/token");
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
        assertThat(ISSUER.followed()).isZero();
    }

    @Test
    void an_answer_is_good_once_for_the_browser_that_was_sent_and_to_its_question() {
        linked();
        var visit = new Visit(port);
        var back = back(visit.postForm("/account/issuer", ""), visit);
        assertThat(new Visit(port).get(back).status()).isEqualTo(403);
        var other = new Visit(port);
        other.postForm("/account/issuer", "");
        assertThat(other.get(back).status()).isEqualTo(403);
        var copy = new Visit(port, visit.cookie("nguongoc-handshake"));
        assertThat(visit.get(back).status()).isEqualTo(303);
        assertThat(copy.get(back).status()).isEqualTo(403);
    }

    @Test
    void what_comes_back_without_a_code_or_from_another_issuer_is_refused() {
        linked();
        for (var change : List.of("&error=access_denied", "&iss=https://evil.example", "&state=x", "&code=x")) {
            var visit = new Visit(port);
            var back = back(visit.postForm("/account/issuer", ""), visit);
            var name = change.replaceFirst("&(\\w+)=.*", "$1");
            var changed =
                    back.replaceFirst("[?&]" + name + "=[^&]*", "").replaceFirst("callback&", "callback?") + change;
            assertThat(visit.get(changed).status()).as(changed).isEqualTo(403);
        }
        assertThat(new Visit(port).get("/account/issuer/callback").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void the_way_through_the_issuer_leads_to_no_other_site(String to) {
        linked();
        var visit = new Visit(port);
        var answer = visit.get(back(visit.postForm("/account/issuer", "to=" + encoded(to)), visit));
        assertThat(answer.header("Location")).isEqualTo("/account");
    }

    @Test
    void nobody_links_for_somebody_else() {
        assertThat(new Visit(port).postForm("/account/issuer/links", "").status())
                .isEqualTo(401);
        var visit = new Visit(port, manager.cookie());
        var back = back(visit.postForm("/account/issuer/links", ""), visit);
        var stranger =
                new Visit(port, visit.cookie("nguongoc-handshake")).get(back).header("Location");
        assertThat(stranger).startsWith("/account/sign-in?");
        assertThat(signIn(new Visit(port)).status()).isEqualTo(403);
    }

    // ---- tokens at the API

    private Api bearing(SignedJWT token) {
        return api.with("Authorization", "Bearer " + token.serialize());
    }

    @Test
    void an_access_token_opens_what_its_persons_duties_open_whatever_it_says_of_them() throws JOSEException {
        linked();
        var claims = ISSUER.access(ISSUER.subject)
                .claim("roles", List.of("administrator"))
                .claim("scope", "administrator");
        var asked = bearing(ISSUER.signed("at+jwt", claims.build()));
        assertThat(asked.get("/api/me").json())
                .isEqualTo(manager.api().get("/api/me").json());
        assertThat(asked.post("/api/plots", manager.plot()).status()).isEqualTo(201);
        assertThat(asked.get("/api/rebuilds").status()).isEqualTo(403);
    }

    @Test
    void an_access_token_of_whom_nobody_let_in_is_refused_in_words() throws JOSEException {
        var asked = bearing(ISSUER.signed("at+jwt", ISSUER.access("sub-nobody").build()))
                .get("/api/me");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.json().get("type").stringValue()).endsWith("/identity/subject-unknown");
    }

    @Test
    void what_says_who_somebody_is_opens_no_api() throws JOSEException {
        linked();
        assertThat(bearing(ISSUER.signed("JWT", ISSUER.id("x").build()))
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_issuer_that_is_down_stops_no_key_of_ours() throws JOSEException {
        linked();
        var key = manager.key("record").get("key").stringValue();
        ISSUER.isDown(true);
        var machine = api.with("Authorization", "Bearer " + key);
        assertThat(machine.post("/api/plots", manager.plot()).status()).isEqualTo(201);
        var unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        var asked = bearing(LocalIssuer.signed(
                        "at+jwt", ISSUER.access(ISSUER.subject).build(), unknown))
                .get("/api/me");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(bearing(ISSUER.signed("at+jwt", ISSUER.access(ISSUER.subject).build()))
                        .get("/api/me")
                        .status())
                .isEqualTo(200);
        var visit = new Visit(port);
        var answer = signIn(visit);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(words(answer)).contains("không trả lời");
    }
}
