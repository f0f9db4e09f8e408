package vn.nguongoc.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nguongoc.identity.Handshakes;
import vn.nguongoc.identity.IssuerDoor;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.web.Networks;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.PublicAddress;

/** To the issuer and back: to sign in, to take an invitation, to link; they work without scripts. */
@Controller
@RequestMapping("/account/issuer")
class IssuerPages {
    private final IssuerDoor door;
    private final SessionCookie session;
    private final HandshakeCookie handshake;
    private final BrowserCookie invitation;
    private final Pages pages;

    IssuerPages(IssuerDoor door, SessionCookie session, HandshakeCookie handshake, PublicAddress address, Pages pages) {
        this.door = door;
        this.session = session;
        this.handshake = handshake;
        invitation = new BrowserCookie(address, "nguongoc-invitation", Handshakes.LONGEST);
        this.pages = pages;
    }

    /** @param to path to go on to */
    @PostMapping
    String signIn(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        return send(door.askToSignIn(AccountPages.here(to), Networks.of(request)), model, language, response);
    }

    @PostMapping("/joins")
    String join(
            @RequestParam(name = "invitation", defaultValue = "") String shown,
            HttpServletRequest request,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var secret = new Secret(shown.strip());
        var page = send(door.askToJoin(secret, Networks.of(request)), model, language, response);
        response.addHeader(HttpHeaders.SET_COOKIE, invitation.holding(secret).toString());
        return page;
    }

    @PostMapping("/links")
    String link(HttpServletRequest request, Model model, Locale language, HttpServletResponse response) {
        return send(door.askToLink(session.freshOwner(request)), model, language, response);
    }

    /** Where the issuer sends browsers back to. */
    @GetMapping("/callback")
    ResponseEntity<Void> back(HttpServletRequest request) {
        var shown = new IssuerDoor.Shown(
                invitation.of(request).orElse(HandshakeCookie.NONE),
                session.of(request).orElse(HandshakeCookie.NONE));
        var answered = door.answer(handshake.of(request), parameters(request), shown, Networks.of(request));
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(AccountPages.here(answered.to())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.SET_COOKIE, handshake.none().toString())
                .header(HttpHeaders.SET_COOKIE, invitation.none().toString());
        if (answered.session() != null) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    session.holding(answered.session(), request).toString());
        }
        return answer.build();
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> Arrays.asList(it.getValue())));
    }

    /** By a page that leads there: pages of ours send their forms to nobody else, redirected or not. */
    private String send(IssuerDoor.Asked asked, Model model, Locale language, HttpServletResponse response) {
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Refresh", "0; url=" + asked.at());
        response.addHeader(
                HttpHeaders.SET_COOKIE, handshake.holding(asked.browser()).toString());
        model.addAttribute("at", asked.at());
        model.addAttribute("issuer", door.host().orElseThrow());
        return "issuer";
    }
}
