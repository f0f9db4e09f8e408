package vn.nguongoc.buyer.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.nguongoc.web.Pages;
import vn.nguongoc.web.Problems;

/** What no controller answered: a page for people, a problem for programs; neither says more than it must. */
@Controller
class ErrorPages implements ErrorController {
    private final Problems problems;
    private final Pages pages;

    ErrorPages(Problems problems, Pages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model, Locale language) {
        var status = HttpStatus.valueOf(
                (int) Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 404));
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var problem = problems.of(status, path, cause);
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(problem.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return switch (HttpStatus.valueOf(problem.getStatus())) {
            case SERVICE_UNAVAILABLE ->
                pages.say("page.away", pages.base(), HttpStatus.SERVICE_UNAVAILABLE, model, language, response);
            case HttpStatus fault
            when fault.is5xxServerError() ->
                pages.say("page.fault", String.valueOf(problem.getInstance()), fault, model, language, response);
            default -> pages.say("page.notFound", pages.base(), HttpStatus.NOT_FOUND, model, language, response);
        };
    }
}
