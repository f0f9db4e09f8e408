package vn.nguongoc.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * The issuer of {@link IssuerSettings}: what it says about itself (OpenID Connect Discovery 1.0) and its keys. It is
 * asked when somebody first needs it, for {@value #PATIENCE} ms at most, and not again for {@link #PAUSE} if it did not
 * answer: a service of somebody else's that is down holds nobody up who does not need it.
 */
@Component
@EnableConfigurationProperties(IssuerSettings.class)
class TrustedIssuer {
    /** What it may sign with; neither nothing nor a secret that both know. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    static final int PATIENCE = 2000;
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(TrustedIssuer.class);
    private static final int MOST_BYTES = 200_000;
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_KEPT_WITHOUT_IT = Duration.ofHours(1);
    private static final Duration BETWEEN_TWO_LOOKS = Duration.ofSeconds(30);

    private final IssuerSettings settings;
    private final Clock clock;
    private volatile @Nullable Known known;
    private Instant next = Instant.MIN;

    TrustedIssuer(IssuerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param keys those that it has now: an unknown one is looked for, but not for everybody who makes one up */
    record Known(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys) {}

    IssuerSettings settings() {
        return settings;
    }

    /** @throws Refused if it does not answer */
    Known known() {
        var now = known;
        return now == null ? ask() : now;
    }

    private synchronized Known ask() {
        var now = known;
        if (now == null) {
            if (clock.instant().isBefore(next)) {
                throw away();
            }
            next = clock.instant().plus(PAUSE);
            now = discovered();
            known = now;
        }
        return now;
    }

    private Known discovered() {
        try {
            var issuer = new Issuer(Objects.requireNonNull(settings.issuer()));
            return known(OIDCProviderMetadata.resolve(issuer, TrustedIssuer::straight));
        } catch (IOException | GeneralException e) {
            log.warn("The issuer {} does not answer: {}", settings.issuer(), e.toString());
            throw away();
        }
    }

    /** Whoever is trusted is trusted where they are, not wherever they send us. */
    private static void straight(HTTPRequest request) {
        request.setConnectTimeout(PATIENCE);
        request.setReadTimeout(PATIENCE);
        request.setFollowRedirects(false);
    }

    /** The same for keys. */
    private static final class Straight extends DefaultResourceRetriever {
        private Straight() {
            super(PATIENCE, PATIENCE, MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            var connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }

    private static Known known(OIDCProviderMetadata metadata) throws MalformedURLException {
        var keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), new Straight())
                .cache(KEYS_KEPT.toMillis(), PATIENCE)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_TWO_LOOKS.toMillis())
                .outageTolerant(KEYS_KEPT_WITHOUT_IT.toMillis())
                .build();
        return new Known(metadata, new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    }

    static Refused away() {
        return new Refused(new IdentityRefusal.IssuerAway(PAUSE.toSeconds()));
    }
}
