package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.nguongoc.identity.IssuerDoor;
import vn.nguongoc.identity.PasskeyDoor;
import vn.nguongoc.identity.Sessions;
import vn.nguongoc.identity.WaysIn;
import vn.nguongoc.web.PageStyle;

/** What the pages of an account show beside names and passwords: passkeys, the issuer, and where one is signed in. */
@Component
class WaysModel {
    /** For {@code passkeys.js}, which asks this service. */
    private static final String SCRIPT = "; script-src 'self'; connect-src 'self'";

    private final PasskeyDoor passkeys;
    private final IssuerDoor issuer;
    private final WaysIn ways;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final PageStyle style;

    WaysModel(
            PasskeyDoor passkeys,
            IssuerDoor issuer,
            WaysIn ways,
            SessionCookie cookie,
            Sessions sessions,
            PageStyle style) {
        this.passkeys = passkeys;
        this.issuer = issuer;
        this.ways = ways;
        this.cookie = cookie;
        this.sessions = sessions;
        this.style = style;
    }

    /** What one may sign in by. */
    void offer(Model model, HttpServletResponse response) {
        model.addAttribute("passkeys", passkeys.areOffered());
        model.addAttribute("issuer", issuer.host().orElse(null));
        response.setHeader("Content-Security-Policy", style.policy() + SCRIPT);
    }

    /** And what the one who has signed in on this browser signs in by. */
    void show(HttpServletRequest request, Model model, HttpServletResponse response) {
        offer(model, response);
        model.addAttribute("ways", cookie.owner(request).map(ways::of).orElse(null));
        model.addAttribute("sessions", cookie.of(request).map(sessions::beside).orElse(List.of()));
        model.addAttribute("halfWay", cookie.isHalfWay(request));
    }
}
