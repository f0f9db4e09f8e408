package vn.nguongoc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.nguongoc.Refusals.refusalOf;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.shared.Refused;

/** Access tokens: of the issuer alone, for this service alone, and while they last. */
class AccessTokensTest {
    private final LocalIssuer issuer = new LocalIssuer();
    private Duration later = Duration.ZERO;
    private final Clock clock = ((InstantSource) () -> Instant.now().plus(later)).withZone(ZoneOffset.UTC);
    private final AccessTokens tokens = tokens(issuer.address());

    private AccessTokens tokens(String address) {
        var settings = new IssuerSettings(URI.create(address), LocalIssuer.AUDIENCE, null, null);
        return new AccessTokens(new TrustedIssuer(settings, clock), clock);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private boolean isTaken(SignedJWT token) {
        return tokens.subject(token.serialize()).isPresent();
    }

    private SignedJWT token(JWTClaimsSet.Builder claims) throws JOSEException {
        return issuer.signed("at+jwt", claims.build());
    }

    @Test
    void a_token_of_the_issuers_says_who_shows_it() throws JOSEException {
        var subject = new Subject(issuer.address(), "sub-1");
        assertThat(tokens.subject(token(issuer.access("sub-1")).serialize())).contains(subject);
        assertThat(tokens.subject(
                        issuer.signed("JWT", issuer.access("sub-1").build()).serialize()))
                .contains(subject);
    }

    @Test
    void a_token_for_somebody_else_or_of_somebody_else_is_not_taken() throws JOSEException {
        assertThat(isTaken(token(issuer.access("sub-1").audience(LocalIssuer.CLIENT))))
                .isFalse();
        assertThat(isTaken(token(issuer.access("sub-1").issuer("https://evil.example"))))
                .isFalse();
        assertThat(isTaken(token(issuer.access("sub-1").subject(null)))).isFalse();
        assertThat(isTaken(issuer.signed("id+jwt", issuer.access("sub-1").build())))
                .isFalse();
    }

    @Test
    void a_token_lasts_a_minute_longer_and_begins_a_minute_earlier_than_it_says() throws JOSEException {
        assertThat(isTaken(token(issuer.access("sub-1").expirationTime(seconds(-50)))))
                .isTrue();
        assertThat(isTaken(token(issuer.access("sub-1").expirationTime(seconds(-61)))))
                .isFalse();
        assertThat(isTaken(token(issuer.access("sub-1").expirationTime(null)))).isFalse();
        assertThat(isTaken(token(issuer.access("sub-1").notBeforeTime(seconds(50)))))
                .isTrue();
        assertThat(isTaken(token(issuer.access("sub-1").notBeforeTime(seconds(70)))))
                .isFalse();
    }

    private static Date seconds(long fromNow) {
        return Date.from(Instant.now().plusSeconds(fromNow));
    }

    @Test
    void what_nobody_signed_or_everybody_could_have_is_not_taken() throws JOSEException {
        var claims = issuer.access("sub-1").build();
        assertThat(tokens.subject(new PlainJWT(claims).serialize())).isEmpty();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(issuer.key().getKeyID())
                        .build(),
                claims);
        forged.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        assertThat(isTaken(forged)).isFalse();
        RSAKey another =
                new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();
        assertThat(isTaken(LocalIssuer.signed("at+jwt", claims, another))).isFalse();
        for (var text : new String[] {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            assertThat(tokens.subject(text)).isEmpty();
        }
    }

    @Test
    void a_new_key_is_known_at_once_and_the_old_one_no_more() throws JOSEException {
        var old = token(issuer.access("sub-1"));
        assertThat(isTaken(old)).isTrue();
        issuer.rotate();
        assertThat(isTaken(token(issuer.access("sub-1")))).isTrue();
        assertThat(isTaken(token(issuer.access("sub-2")))).isTrue();
        assertThat(issuer.keysAsked()).isEqualTo(2);
    }

    @Test
    void keys_that_somebody_makes_up_are_not_looked_for_again_and_again() throws JOSEException {
        assertThat(isTaken(token(issuer.access("sub-1")))).isTrue();
        var another = new RSAKeyGenerator(2048).keyID("k-0").generate();
        for (int i = 0; i < 20; i++) {
            var claims = issuer.access("sub-1").build();
            var key = new RSAKey.Builder(another).keyID("k-" + i).build();
            refusalOrNothing(() -> assertThat(isTaken(LocalIssuer.signed("at+jwt", claims, key)))
                    .isFalse());
        }
        assertThat(issuer.keysAsked()).isLessThanOrEqualTo(2);
        assertThat(isTaken(token(issuer.access("sub-1")))).isTrue();
    }

    private interface Try {
        void run() throws JOSEException;
    }

    private static void refusalOrNothing(Try it) throws JOSEException {
        try {
            it.run();
        } catch (Refused e) {
            assertThat(e.refusal()).isInstanceOf(IdentityRefusal.IssuerAway.class);
        }
    }

    @Test
    void an_issuer_that_is_down_is_asked_again_after_a_pause() throws JOSEException {
        issuer.isDown(true);
        var token = token(issuer.access("sub-1"));
        assertThat(refusalOf(() -> isTaken(token))).isEqualTo(new IdentityRefusal.IssuerAway(10));
        issuer.isDown(false);
        assertThat(refusalOf(() -> isTaken(token))).isEqualTo(new IdentityRefusal.IssuerAway(10));
        later = TrustedIssuer.PAUSE.plusSeconds(1);
        assertThat(isTaken(token)).isTrue();
    }

    @Test
    void what_is_known_of_an_issuer_goes_on_while_it_is_down() throws JOSEException {
        assertThat(isTaken(token(issuer.access("sub-1")))).isTrue();
        issuer.isDown(true);
        assertThat(isTaken(token(issuer.access("sub-2")))).isTrue();
    }

    @Test
    void an_issuer_that_says_nothing_is_not_waited_for_long() throws IOException, JOSEException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + silent.getLocalPort();
            var token = token(issuer.access("sub-1").issuer(address));
            var began = Instant.now();
            assertThat(refusalOf(() -> tokens(address).subject(token.serialize())))
                    .isEqualTo(new IdentityRefusal.IssuerAway(10));
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Whoever is trusted is trusted where they are: a redirect may be somebody else's work. */
    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/keys"})
    void nobody_goes_where_an_issuer_sends_them(String path) throws JOSEException {
        issuer.leadsElsewhere(path);
        var token = token(issuer.access("sub-1"));
        assertThat(refusalOf(() -> isTaken(token))).isInstanceOf(IdentityRefusal.IssuerAway.class);
        assertThat(issuer.followed()).isZero();
    }

    @Test
    void nothing_is_asked_of_anybody_for_what_is_no_token_of_the_issuers() throws JOSEException {
        issuer.isDown(true);
        assertThat(isTaken(token(issuer.access("sub-1").issuer("https://evil.example"))))
                .isFalse();
    }

    @Test
    void settings_that_would_believe_too_much_are_refused() {
        var good = URI.create("https://issuer.example");
        for (var wrong : Map.of(
                        "http://issuer.example", "api",
                        "https://issuer.example/1", "client",
                        "ftp://localhost", "api")
                .entrySet()) {
            assertThat(catchThrowable(
                            () -> new IssuerSettings(URI.create(wrong.getKey()), wrong.getValue(), "client", null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new IssuerSettings(good, "api", "client", null).issuer()).isEqualTo(good);
    }
}
