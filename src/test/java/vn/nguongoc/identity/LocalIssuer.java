package vn.nguongoc.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * An issuer on this machine: discovery, keys, and the code flow with PKCE. Whoever comes is the subject it was told.
 */
public final class LocalIssuer implements AutoCloseable {
    public static final String AUDIENCE = "nguongoc-api";
    public static final String CLIENT = "nguongoc";

    private static final String SECRET = "bí mật của " + UUID.randomUUID();

    private final HttpServer server;
    private final Map<String, URI> asked = new ConcurrentHashMap<>();
    private final AtomicInteger keysAsked = new AtomicInteger();

    private volatile RSAKey key;
    private final AtomicInteger followed = new AtomicInteger();
    private volatile boolean down;
    private volatile @Nullable String leading;

    /** What it answers for a code. */
    public volatile IdTokens idTokens = this::idToken;

    /** Whoever comes. */
    public volatile String subject = "sub-1";

    /** Makes an ID token that answers a nonce. */
    public interface IdTokens {
        JWT of(String nonce) throws JOSEException;
    }

    public LocalIssuer() {
        try {
            key = freshKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", it -> answer(it, json(metadata())));
        server.createContext("/keys", it -> {
            keysAsked.incrementAndGet();
            answer(it, new JWKSet(key.toPublicJWK()).toString());
        });
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/elsewhere", it -> {
            followed.incrementAndGet();
            it.sendResponseHeaders(404, -1);
        });
        server.start();
    }

    private static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public RSAKey key() {
        return key;
    }

    /** Signs by a new key from now on, and the old one is gone. */
    public void rotate() {
        key = freshKey();
    }

    public void isDown(boolean now) {
        down = now;
    }

    /** @param path for which it sends whoever asks elsewhere from now on; null for none */
    public void leadsElsewhere(@Nullable String path) {
        leading = path;
        followed.set(0);
    }

    /** How often somebody went where it sent them. */
    public int followed() {
        return followed.get();
    }

    int keysAsked() {
        return keysAsked.get();
    }

    // ---- tokens

    /** An access token for this service that is good for five minutes. */
    public JWTClaimsSet.Builder access(String name) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(name)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public JWTClaimsSet.Builder id(String nonce) {
        return access(subject).audience(CLIENT).claim("nonce", nonce);
    }

    private JWT idToken(String nonce) throws JOSEException {
        return signed("JWT", id(nonce).build());
    }

    public SignedJWT signed(String type, JWTClaimsSet claims) throws JOSEException {
        return signed(type, claims, key);
    }

    public static SignedJWT signed(String type, JWTClaimsSet claims, RSAKey by) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(by.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(by));
        return token;
    }

    // ---- HTTP

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", address(),
                "authorization_endpoint", address() + "/authorize",
                "token_endpoint", address() + "/token",
                "jwks_uri", address() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var code = UUID.randomUUID().toString();
        var question = parameters(exchange.getRequestURI());
        asked.put(code, exchange.getRequestURI());
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        question.get("redirect_uri") + "?code=" + code + "&state=" + question.get("state") + "&iss="
                                + address());
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        if (down) {
            exchange.close();
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var grant = parameters(URI.create("http://x/?" + body));
        var known = asked.remove(said(grant, "code"));
        if (known == null) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        var question = parameters(known);
        var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(said(grant, "code_verifier")));
        var client = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        if (!challenge.getValue().equals(question.get("code_challenge"))
                || !said(question, "redirect_uri").equals(grant.get("redirect_uri"))
                || !("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        try {
            answer(
                    exchange,
                    json(Map.of(
                            "access_token",
                            "x",
                            "token_type",
                            "Bearer",
                            "id_token",
                            idTokens.of(said(question, "nonce")).serialize())));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }

    private static String said(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static String json(Map<String, Object> value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        if (down) {
            exchange.close();
            return;
        }
        if (exchange.getHttpContext().getPath().equals(leading)) {
            exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            return;
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One for all tests of the service behind closed doors, which believes it. */
    public static final class Believed implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        public static final LocalIssuer ISSUER = new LocalIssuer();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var file = Files.writeString(Files.createTempFile("client-secret", ""), SECRET + "\n");
                TestPropertyValues.of(
                                "nguongoc.oidc.issuer=" + ISSUER.address(),
                                "nguongoc.oidc.audience=" + AUDIENCE,
                                "nguongoc.oidc.client-id=" + CLIENT,
                                "nguongoc.oidc.client-secret-file=" + file)
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
