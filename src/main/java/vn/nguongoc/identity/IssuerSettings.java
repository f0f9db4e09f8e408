package vn.nguongoc.identity;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Somebody else's service that this one believes about who people are; without {@code nguongoc.oidc.issuer} there is
 * none.
 *
 * @param issuer its address, as it stands in its tokens; over HTTPS, or on this machine
 * @param audience what access tokens for this service are made out to; without it none are taken
 * @param clientId what this service is called there; without it nobody signs in there
 * @param clientSecretFile a file with the secret that this service shows there; none for a public client
 */
@ConfigurationProperties("nguongoc.oidc")
record IssuerSettings(
        @Nullable URI issuer,
        @Nullable String audience,
        @Nullable String clientId,
        @Nullable Path clientSecretFile) {

    IssuerSettings {
        if (issuer == null && (audience != null || clientId != null)) {
            throw new IllegalArgumentException("nguongoc.oidc.issuer is missing");
        }
        if (issuer != null && !isSafe(issuer)) {
            throw new IllegalArgumentException("nguongoc.oidc.issuer begins with https: " + issuer);
        }
        if (audience != null && audience.equals(clientId)) {
            throw new IllegalArgumentException("nguongoc.oidc.audience and client-id differ: what says who somebody is"
                    + " would open the API, whoever it was made for");
        }
    }

    private static boolean isSafe(URI address) {
        var host = String.valueOf(address.getHost());
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && (host.equals("localhost") || host.equals("127.0.0.1")));
    }
}
