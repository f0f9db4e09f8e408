package vn.nguongoc.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.web.PublicAddress;

/**
 * A cookie that holds a secret: no script reads it, no other site's page sends it, and over HTTPS no other host can
 * have set it ({@code __Host-}, RFC 6265bis).
 */
final class BrowserCookie {
    private final boolean secure;
    private final String name;
    private final Duration longest;

    BrowserCookie(PublicAddress address, String name, Duration longest) {
        secure = address.base().startsWith("https:");
        this.name = secure ? "__Host-" + name : name;
        this.longest = longest;
    }

    /** The secret that a request shows, if it shows one. */
    Optional<Secret> of(HttpServletRequest request) {
        return cookies(request.getCookies())
                .filter(it -> it.getName().equals(name))
                .map(it -> new Secret(it.getValue()))
                .findFirst();
    }

    private static Stream<Cookie> cookies(Cookie @Nullable [] all) {
        return all == null ? Stream.empty() : Arrays.stream(all);
    }

    ResponseCookie holding(Secret secret) {
        return cookie(secret.text()).maxAge(longest).build();
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
