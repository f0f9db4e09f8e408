package vn.nguongoc.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.nguongoc.eventlog.Followers;
import vn.nguongoc.eventlog.Retries;
import vn.nguongoc.eventlog.SetAside;
import vn.nguongoc.eventlog.SetAsideEvents;
import vn.nguongoc.operation.Operations;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.web.Caller;
import vn.nguongoc.web.Pages;

/**
 * The page of the person who runs the service: followers and dead letters, with a button to try each again. It works
 * without scripts and cookies; what a retry did stands in the address that it leads to.
 */
@Controller
class OperationPage {
    private static final int ON_A_PAGE = 20;

    private final Followers followers;
    private final SetAsideEvents events;
    private final Operations operations;
    private final Pages pages;

    OperationPage(Followers followers, SetAsideEvents events, Operations operations, Pages pages) {
        this.followers = followers;
        this.events = events;
        this.operations = operations;
        this.pages = pages;
    }

    /**
     * @param handled how many events a retry could handle, where the page follows one
     * @param left of how many aggregates events still wait after it
     */
    @GetMapping("/operation")
    String show(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Long handled,
            @RequestParam(required = false) @Nullable Long left,
            Model model,
            Locale language,
            HttpServletResponse response) {
        var page = page(cursor);
        pages.prepare(model, language, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("followers", followers.all());
        model.addAttribute("total", (long) page.sequences());
        model.addAttribute("letters", page.events().stream().map(this::letter).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("handled", handled);
        model.addAttribute("left", left);
        return "operation";
    }

    /** Somebody else's cursor leads to the first page. */
    private SetAsideEvents.Page page(@Nullable String cursor) {
        try {
            return events.page(cursor, ON_A_PAGE);
        } catch (IllegalArgumentException e) {
            return events.page(null, ON_A_PAGE);
        }
    }

    private Letter letter(SetAside event) {
        return new Letter(
                event, events.payload(event.id()).orElse(""), inVietnam(event.since()), inVietnam(event.lastTriedAt()));
    }

    private static OffsetDateTime inVietnam(Instant time) {
        return time.atOffset(Vietnam.OFFSET);
    }

    /** @param payload JSON as it was stored; empty if it was handled a moment ago */
    public record Letter(SetAside event, String payload, OffsetDateTime since, OffsetDateTime lastTriedAt) {}

    /** @param id of the one to try again; absent for all */
    @PostMapping("/operation/retries")
    ResponseEntity<Void> retry(
            @RequestParam(required = false) @Nullable String id, Locale language, HttpServletRequest request) {
        var caller = Caller.of(request);
        var all = id == null
                ? operations.retryAll(caller, null)
                : new Retries.All(operations.retry(caller, id).stream().toList(), 0);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(result(all, language))
                .build();
    }

    private static URI result(Retries.All all, Locale language) {
        return UriComponentsBuilder.fromPath("/operation")
                .queryParam("lang", language.getLanguage())
                .queryParam("handled", all.handled())
                .queryParam("left", all.left())
                .build()
                .toUri();
    }
}
