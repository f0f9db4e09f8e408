package vn.nguongoc.buyer.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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
        if (path.startsWith("/api/") || Answering.isForPrograms(request)) {
            return ResponseEntity.status(problem.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var said = HttpStatus.valueOf(problem.getStatus());
        return pages.say(words(said, cause), value(said, problem, request), said, model, language, response);
    }

    private static String words(HttpStatus status, @Nullable Throwable cause) {
        if (Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(InvalidParameterException.class::isInstance)) {
            return "page.unreadable";
        }
        return switch (status) {
            case NOT_FOUND -> "page.notFound";
            case METHOD_NOT_ALLOWED -> "page.method";
            case SERVICE_UNAVAILABLE -> "page.away";
            default -> status.is5xxServerError() ? "page.fault" : "page.unusable";
        };
    }

    private Object value(HttpStatus status, ProblemDetail problem, HttpServletRequest request) {
        return switch (status) {
            case METHOD_NOT_ALLOWED -> String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD));
            case INTERNAL_SERVER_ERROR -> String.valueOf(problem.getInstance());
            default -> pages.base();
        };
    }
}
