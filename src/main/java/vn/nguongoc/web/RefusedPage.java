package vn.nguongoc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/**
 * What is refused on a page is said in words; the browser's way back leads to the filled form. {@link Problems} comes
 * first, for what is no page. Who has not signed in is led to where one does, and from there back.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusedPage {
    private final Problems problems;
    private final Pages pages;
    private final Rules rules;

    RefusedPage(Problems problems, Pages pages, Rules rules) {
        this.problems = problems;
        this.pages = pages;
        this.rules = rules;
    }

    @ExceptionHandler(Refused.class)
    Object refused(
            Refused refused, HttpServletRequest request, Model model, Locale language, HttpServletResponse response) {
        if (refused.refusal().refusalKind() == Refusal.Kind.UNKNOWN && HttpMethod.GET.matches(request.getMethod())) {
            return signingIn(request, language);
        }
        var problem = problems.of(refused.refusal());
        rules.anchor(problem).ifPresent(it -> model.addAttribute("rule", it));
        return pages.tell(
                String.valueOf(problem.getTitle()),
                problems.inWords(refused.refusal()),
                HttpStatus.valueOf(problem.getStatus()),
                model,
                language,
                response);
    }

    private static ResponseEntity<Void> signingIn(HttpServletRequest request, Locale language) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(signIn(request.getRequestURI(), language))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static URI signIn(String to, Locale language) {
        return UriComponentsBuilder.fromPath("/account/sign-in")
                .queryParam("lang", language.getLanguage())
                .queryParam("to", "{to}")
                .build(to);
    }
}
