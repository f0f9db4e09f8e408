package vn.nguongoc.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * Access tokens of the issuer's (RFC 9068, and those of type {@code JWT} that many issuers make): who they say somebody
 * is, and nothing that they say of what one may do.
 */
@Component
final class AccessTokens {
    /** How far the issuer's clock may be from ours. */
    static final int SKEW_SECONDS = 60;

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final TrustedIssuer issuer;
    private final Clock clock;

    AccessTokens(TrustedIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Who shows this token; nothing if it is no good.
     *
     * @throws Refused if the issuer has to be asked and does not answer
     */
    Optional<Subject> subject(String token) {
        var settings = issuer.settings();
        if (settings.audience() == null || !isMeant(token, String.valueOf(settings.issuer()))) {
            return Optional.empty();
        }
        try {
            var claims = processor(String.valueOf(settings.issuer()), settings.audience())
                    .process(token, null);
            return Optional.of(new Subject(claims.getIssuer(), claims.getSubject()));
        } catch (KeySourceException e) {
            throw TrustedIssuer.away();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** Whether it looks like the issuer's at all, so that for what does not nobody is asked. */
    private static boolean isMeant(String token, String issuer) {
        try {
            return issuer.equals(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
        } catch (ParseException e) {
            return false;
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(String issuer, String audience) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(this.issuer.known().keys());
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN, JOSEObjectType.JWT));
        processor.setJWTClaimsSetVerifier(claims(issuer, audience));
        return processor;
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims(String issuer, String audience) {
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(SKEW_SECONDS);
        return claims;
    }
}
