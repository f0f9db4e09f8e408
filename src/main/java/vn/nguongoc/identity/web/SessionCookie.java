package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.SecondFactor;
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
    private final SecondFactor factor;

    SessionCookie(PublicAddress address, Sessions sessions, SecondFactor factor) {
        cookie = new BrowserCookie(address, "nguongoc", Sessions.LONGEST);
        this.sessions = sessions;
        this.factor = factor;
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
     * @throws Refused if nobody did: neither a key nor an old session changes how somebody signs in, nor less than who
     *     runs the service signs in by
     */
    PersonId freshOwner(HttpServletRequest request) {
        return factor.whoMayChange(of(request).orElseThrow(() -> new Refused(new IdentityRefusal.NotSignedIn())));
    }

    /** Whether who has signed in on this browser must show more before they do what their duties are. */
    boolean isHalfWay(HttpServletRequest request) {
        return of(request).filter(factor::isMissing).isPresent();
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
