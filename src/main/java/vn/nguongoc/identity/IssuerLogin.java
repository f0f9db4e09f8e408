package vn.nguongoc.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.PublicAddress;
import vn.nguongoc.web.WebRefusal;

/**
 * Signing in at the issuer's: the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), state and
 * nonce, as RFC 9700 asks for.
 */
@Component
class IssuerLogin {
    /** Where the issuer sends browsers back to. */
    static final String CALLBACK = "/account/issuer/callback";

    private final TrustedIssuer issuer;
    private final PublicAddress address;

    IssuerLogin(TrustedIssuer issuer, PublicAddress address) {
        this.issuer = issuer;
        this.address = address;
    }

    /** What one browser was sent to the issuer with; none of it is used twice. */
    record Question(String state, String nonce, String verifier) {
        static Question fresh() {
            return new Question(
                    Secret.fresh().text(), Secret.fresh().text(), Secret.fresh().text());
        }
    }

    boolean isThere() {
        return issuer.settings().clientId() != null;
    }

    /**
     * Where a browser is sent to.
     *
     * @throws Refused if no issuer is configured, or it does not answer
     */
    URI address(Question question) {
        if (!isThere()) {
            throw new Refused(new WebRefusal.NothingHere(CALLBACK));
        }
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid"), client(), callback())
                .endpointURI(issuer.known().metadata().getAuthorizationEndpointURI())
                .state(new State(question.state()))
                .nonce(new Nonce(question.nonce()))
                .codeChallenge(new CodeVerifier(question.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who came back.
     *
     * @param answer parameters that the browser came back with
     * @throws Refused if it answers another question, or not as an issuer does, or the issuer is down
     */
    Subject subject(Question question, Map<String, List<String>> answer) {
        try {
            var claims = new IDTokenValidator(
                            new Issuer(issuerAddress()),
                            client(),
                            issuer.known().keys(),
                            null)
                    .validate(token(code(question, answer), question), new Nonce(question.nonce()));
            var party = claims.getAuthorizedParty();
            if (party != null && !party.getValue().equals(client().getValue())) {
                throw notAccepted(); // made for another service, and for this one to look at
            }
            return new Subject(
                    claims.getIssuer().getValue(), claims.getSubject().getValue());
        } catch (IOException | KeySourceException e) {
            throw TrustedIssuer.away();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw notAccepted();
        }
    }

    private AuthorizationCode code(Question question, Map<String, List<String>> answer) throws ParseException {
        var said = AuthenticationResponseParser.parse(callback(), answer);
        var from = said.getIssuer();
        // RFC 9207: not the answer of another issuer that the browser was also at.
        var another = from != null && !from.getValue().equals(issuerAddress().toString());
        if (another || !said.indicatesSuccess() || !new State(question.state()).equals(said.getState())) {
            throw notAccepted();
        }
        return Objects.requireNonNullElseGet(said.toSuccessResponse().getAuthorizationCode(), () -> {
            throw notAccepted();
        });
    }

    private JWT token(AuthorizationCode code, Question question) throws ParseException, IOException {
        var grant = new AuthorizationCodeGrant(code, callback(), new CodeVerifier(question.verifier()));
        var endpoint = issuer.known().metadata().getTokenEndpointURI();
        var file = issuer.settings().clientSecretFile();
        var request = (file == null
                        ? new TokenRequest.Builder(endpoint, client(), grant)
                        : new TokenRequest.Builder(endpoint, new ClientSecretBasic(client(), secret(file)), grant))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(TrustedIssuer.PATIENCE);
        request.setReadTimeout(TrustedIssuer.PATIENCE);
        request.setFollowRedirects(false);
        if (OIDCTokenResponseParser.parse(request.send()) instanceof OIDCTokenResponse tokens) {
            return tokens.getOIDCTokens().getIDToken();
        }
        throw notAccepted();
    }

    private static com.nimbusds.oauth2.sdk.auth.Secret secret(Path file) {
        try {
            return new com.nimbusds.oauth2.sdk.auth.Secret(
                    Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("nguongoc.oidc.client-secret-file", e);
        }
    }

    private URI issuerAddress() {
        return Objects.requireNonNull(issuer.settings().issuer());
    }

    private ClientID client() {
        return new ClientID(Objects.requireNonNull(issuer.settings().clientId()));
    }

    private URI callback() {
        return URI.create(address.base() + CALLBACK);
    }

    static Refused notAccepted() {
        return new Refused(new IdentityRefusal.IssuerAnswerNotAccepted());
    }
}
