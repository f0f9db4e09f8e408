package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.identity.Sessions;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.PublicAddress;

/** The cookie of a session. */
@Component
public final class SessionCookie {
    private final BrowserCookie cookie;
    private final Sessions sessions;

    SessionCookie(PublicAddress address, Sessions sessions) {
        cookie = new BrowserCookie(address, "nguongoc", Sessions.LONGEST);
        this.sessions = sessions;
    }

    /** The secret that a request shows, if it shows one. */
    public Optional<Secret> of(HttpServletRequest request) {
        return cookie.of(request);
    }

    /** Who has signed in on this browser. */
    Optional<PersonId> owner(HttpServletRequest request) {
        return of(request).flatMap(sessions::of);
    }

    /**
     * Who signed in on this browser a moment ago.
     *
     * @throws Refused if nobody did: neither a key nor an old session changes how somebody signs in
     */
    PersonId freshOwner(HttpServletRequest request) {
        return sessions.ofFresh(of(request).orElseThrow(() -> new Refused(new IdentityRefusal.NotSignedIn())));
    }

    /** Holds a session that has just begun; the one that this browser had is over. */
    ResponseCookie holding(Secret secret, HttpServletRequest request) {
        of(request).ifPresent(sessions::end);
        return cookie.holding(secret);
    }

    ResponseCookie none() {
        return cookie.none();
    }
}
