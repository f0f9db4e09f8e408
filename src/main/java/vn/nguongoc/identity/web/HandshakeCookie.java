package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.Handshakes;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.web.PublicAddress;

/** The cookie of a browser that was asked something and has not answered yet. */
@Component
final class HandshakeCookie {
    /** What opens nothing. */
    static final Secret NONE = new Secret("");

    private final BrowserCookie cookie;

    HandshakeCookie(PublicAddress address) {
        cookie = new BrowserCookie(address, "nguongoc-handshake", Handshakes.LONGEST);
    }

    /** What a request shows; what opens nothing if it shows nothing. */
    Secret of(HttpServletRequest request) {
        return cookie.of(request).orElse(NONE);
    }

    ResponseCookie holding(Secret secret) {
        return cookie.holding(secret);
    }

    ResponseCookie none() {
        return cookie.none();
    }
}
