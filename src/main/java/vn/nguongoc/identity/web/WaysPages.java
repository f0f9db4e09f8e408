package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.nguongoc.identity.IssuerDoor;
import vn.nguongoc.identity.PasskeyDoor;

/** Taking away ways to sign in, by forms of the account's page. */
@Controller
@RequestMapping("/account")
class WaysPages {
    private final PasskeyDoor passkeys;
    private final IssuerDoor issuer;
    private final SessionCookie session;

    WaysPages(PasskeyDoor passkeys, IssuerDoor issuer, SessionCookie session) {
        this.passkeys = passkeys;
        this.issuer = issuer;
        this.session = session;
    }

    @PostMapping("/passkeys/{id}/removals")
    ResponseEntity<Void> remove(@PathVariable String id, HttpServletRequest request) {
        passkeys.remove(session.freshOwner(request), id);
        return back();
    }

    @PostMapping("/issuer/links/removals")
    ResponseEntity<Void> unlink(HttpServletRequest request) {
        issuer.unlink(session.freshOwner(request));
        return back();
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/account"))
                .build();
    }
}
