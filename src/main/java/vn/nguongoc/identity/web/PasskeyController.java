package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.identity.PasskeyDoor;
import vn.nguongoc.identity.PasskeyOptions;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.web.Form;
import vn.nguongoc.web.Networks;

/** {@code /account/passkeys}: what {@code passkeys.js} asks for and sends. Only a browser that was asked can answer. */
@RestController
@RequestMapping("/account/passkeys")
class PasskeyController {
    private static final int LONGEST_NAME = 60;

    private final PasskeyDoor door;
    private final SessionCookie session;
    private final HandshakeCookie handshake;

    PasskeyController(PasskeyDoor door, SessionCookie session, HandshakeCookie handshake) {
        this.door = door;
        this.session = session;
        this.handshake = handshake;
    }

    /** Asks for any passkey. */
    @PostMapping("/challenges")
    ResponseEntity<PasskeyOptions> askToSignIn(HttpServletRequest request) {
        return asking(door.askToSignIn(Networks.of(request)));
    }

    /**
     * Signs in by one.
     *
     * @param to path to go on to
     * @return where to go on
     */
    @PostMapping("/sign-ins")
    ResponseEntity<Map<String, String>> signIn(
            @RequestBody JsonNode answer,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request) {
        var secret = door.signIn(handshake.of(request), answer.toString(), Networks.of(request));
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, handshake.none().toString())
                .header(HttpHeaders.SET_COOKIE, session.holding(secret, request).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("to", AccountPages.here(to)));
    }

    /** Asks for a new one. */
    @PostMapping("/new/challenges")
    ResponseEntity<PasskeyOptions> askToAdd(HttpServletRequest request) {
        return asking(door.askToAdd(session.freshOwner(request)));
    }

    /** @param name what its owner calls it; at most {@value #LONGEST_NAME} characters */
    record Adding(@Nullable String name, @Nullable JsonNode answer) {
        String said() {
            var form = new Form();
            var read = form.of("/name", name, Adding::called);
            form.refuseFaults();
            return read.get();
        }

        private static String called(String name) {
            if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
                throw new Refusal.WrongForm("at-most-letters", String.valueOf(LONGEST_NAME));
            }
            return name.strip();
        }

        String answered() {
            return (answer == null ? JsonMapper.shared().createObjectNode() : answer).toString();
        }
    }

    @PostMapping("/new")
    ResponseEntity<Void> add(@RequestBody Adding adding, HttpServletRequest request) {
        door.add(session.freshOwner(request), handshake.of(request), adding.said(), adding.answered());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, handshake.none().toString())
                .build();
    }

    private ResponseEntity<PasskeyOptions> asking(PasskeyDoor.Asked asked) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        handshake.holding(asked.browser()).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(asked.options());
    }
}
