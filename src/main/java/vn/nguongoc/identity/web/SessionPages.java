package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nguongoc.identity.PasswordChange;
import vn.nguongoc.identity.Sessions;
import vn.nguongoc.web.Networks;

/** Another password, and signing out elsewhere, by forms of the account's page. */
@Controller
@RequestMapping("/account")
class SessionPages {
    private final PasswordChange password;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionPages(PasswordChange password, Sessions sessions, SessionCookie cookie) {
        this.password = password;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** @param now the password that they have */
    @PostMapping("/password")
    ResponseEntity<Void> change(
            @RequestParam(defaultValue = "") String now,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        var person = cookie.freshOwner(request);
        password.change(cookie.of(request).orElseThrow(), person, now, next, Networks.of(request));
        return back();
    }

    /** However long ago this browser signed in: who has lost a phone should not have to look for a password first. */
    @PostMapping("/sessions/{id}/removals")
    ResponseEntity<Void> end(@PathVariable String id, HttpServletRequest request) {
        cookie.of(request).ifPresent(here -> sessions.endBeside(here, id));
        return back();
    }

    @PostMapping("/sessions/removals")
    ResponseEntity<Void> endOthers(HttpServletRequest request) {
        cookie.of(request).ifPresent(here -> sessions.endBeside(here, null));
        return back();
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/account"))
                .build();
    }
}
