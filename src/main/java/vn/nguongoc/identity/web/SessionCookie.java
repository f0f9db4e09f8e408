package vn.nguongoc.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.identity.Sessions;
import vn.nguongoc.web.PublicAddress;

/**
 * The cookie of a session: no script reads it, no other site's page sends it, and over HTTPS no other host can have set
 * it ({@code __Host-}, RFC 6265bis).
 */
@Component
public final class SessionCookie {
    private final boolean secure;
    private final String name;

    SessionCookie(PublicAddress address) {
        secure = address.base().startsWith("https:");
        name = secure ? "__Host-nguongoc" : "nguongoc";
    }

    /** The secret that a request shows, if it shows one. */
    public Optional<Secret> of(HttpServletRequest request) {
        return cookies(request.getCookies())
                .filter(it -> it.getName().equals(name))
                .map(it -> new Secret(it.getValue()))
                .findFirst();
    }

    private static Stream<Cookie> cookies(Cookie @Nullable [] all) {
        return all == null ? Stream.empty() : Arrays.stream(all);
    }

    ResponseCookie holding(Secret secret) {
        return cookie(secret.text()).maxAge(Sessions.LONGEST).build();
    }

    ResponseCookie none() {
        return cookie("").maxAge(0).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }
}
