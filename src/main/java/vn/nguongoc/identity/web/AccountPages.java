package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nguongoc.identity.Door;
import vn.nguongoc.identity.People;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.identity.Sessions;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Caller;
import vn.nguongoc.web.Networks;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Problems;

/** Signing in and out, taking an invitation, and what one may do; they work without scripts. */
@Controller
@RequestMapping("/account")
class AccountPages {
    private final Door door;
    private final People people;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final WaysModel ways;
    private final Pages pages;
    private final Problems problems;

    AccountPages(
            Door door,
            People people,
            Sessions sessions,
            SessionCookie cookie,
            WaysModel ways,
            Pages pages,
            Problems problems) {
        this.door = door;
        this.people = people;
        this.sessions = sessions;
        this.cookie = cookie;
        this.ways = ways;
        this.pages = pages;
        this.problems = problems;
    }

    /**
     * What whoever has signed in may do, and where to go on.
     *
     * @param to path to go on to, for who has to show more than a password first
     */
    @GetMapping
    String account(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        prepare(model, language, response);
        ways.show(request, model, response);
        model.addAttribute("to", here(to));
        model.addAttribute("rights", door.of(Caller.of(request).actor()).orElse(null));
        return "account";
    }

    /** @param to path to go on to */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        if (cookie.isHalfWay(request)) {
            return UriComponentsBuilder.fromPath("redirect:/account")
                    .queryParam("lang", language.getLanguage())
                    .queryParam("to", "{to}")
                    .build(here(to))
                    .toString();
        }
        return offer(to, model, language, response);
    }

    private String offer(@Nullable String to, Model model, Locale language, HttpServletResponse response) {
        prepare(model, language, response);
        ways.offer(model, response);
        model.addAttribute("to", here(to));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        try {
            return goOn(here(to), cookie.holding(door.signIn(name, password, Networks.of(request)), request));
        } catch (Refused refused) {
            saying(refused, model, response);
            return offer(to, model, language, response);
        }
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.of(request).ifPresent(sessions::end);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return goOn("/", cookie.none());
    }

    @GetMapping("/join")
    String join(Model model, Locale language, HttpServletResponse response) {
        prepare(model, language, response);
        ways.offer(model, response);
        return "join";
    }

    @PostMapping("/join")
    Object join(
            @RequestParam(defaultValue = "") String invitation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        try {
            PersonId person = people.join(new Secret(invitation.strip()), name, password);
            return goOn("/account", cookie.holding(sessions.begin(person, CredentialKind.PASSWORD), request));
        } catch (Refused refused) {
            saying(refused, model, response);
            model.addAttribute("invitation", invitation);
            return join(model, language, response);
        }
    }

    private void saying(Refused refused, Model model, HttpServletResponse response) {
        var problem = problems.of(refused.refusal());
        response.setStatus(problem.getStatus());
        model.addAttribute("refusal", problems.inWords(refused.refusal()));
    }

    private void prepare(Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** A path of this service; wherever else it would lead, to one's own account. */
    static String here(@Nullable String to) {
        return to != null && to.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*") ? to : "/account";
    }

    private static ResponseEntity<Void> goOn(String to, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(to))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
