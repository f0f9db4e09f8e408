package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.identity.Door;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.Rights;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Caller;

/** {@code GET /api/me}: who one is to this service, and what one may do. */
@RestController
class MeController {
    private final Door door;

    MeController(Door door) {
        this.door = door;
    }

    @GetMapping("/api/me")
    Rights me(HttpServletRequest request) {
        return door.of(Caller.of(request).actor()).orElseThrow(() -> new Refused(new IdentityRefusal.NotSignedIn()));
    }
}
