package vn.nguongoc.operation.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.Followers;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Retries;
import vn.nguongoc.eventlog.SetAside;
import vn.nguongoc.eventlog.SetAsideEvents;
import vn.nguongoc.lists.web.ListQuery;
import vn.nguongoc.operation.OperationRefusal;
import vn.nguongoc.operation.Operations;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.Caller;
import vn.nguongoc.web.WebRefusal;

/**
 * What the followers of the log set aside, and trying it again. A retry is no fact of the farm: it takes no
 * {@code Idempotency-Key}, and a second one finds less to do.
 */
@RestController
class DeadLetterController {
    private static final String PATH = "/api/dead-letters";

    private final SetAsideEvents events;
    private final Operations operations;
    private final Followers followers;

    DeadLetterController(SetAsideEvents events, Operations operations, Followers followers) {
        this.events = events;
        this.operations = operations;
        this.followers = followers;
    }

    @GetMapping(PATH)
    ResponseEntity<DeadLetters> list(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of());
        var page = page(query.cursor(), query.limit());
        return query.answer(PATH, page.next())
                .cacheControl(CacheControl.noStore())
                .body(new DeadLetters(page.events(), page.sequences(), page.next()));
    }

    private SetAsideEvents.Page page(@Nullable String cursor, int size) {
        try {
            return events.page(cursor, size);
        } catch (IllegalArgumentException e) {
            throw new Refused(new WebRefusal.UnusableParameter("cursor", String.valueOf(cursor)));
        }
    }

    /**
     * @param total of all pages
     * @param cursor of the next page; absent on the last
     */
    record DeadLetters(
            List<SetAside> deadLetters, int total, @Nullable String cursor) {}

    @GetMapping("/api/dead-letters/{id}")
    ResponseEntity<Opened> open(@PathVariable String id) {
        var event = events.find(id).orElseThrow(notFound(id));
        var payload = events.payload(id).orElseThrow(notFound(id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Opened(event, payload));
    }

    /** @param payload as the log holds it, of the event's own revision */
    record Opened(
            @JsonUnwrapped SetAside event, @JsonRawValue String payload) {}

    @PostMapping("/api/dead-letters/{id}/retries")
    Retries.Retried retry(@PathVariable String id, HttpServletRequest request) {
        if (events.find(id).isEmpty()) {
            throw notFound(id).get();
        }
        return operations.retry(Caller.of(request), id).orElseThrow(notFound(id));
    }

    @PostMapping("/api/dead-letters/retries")
    Retries.All retryAll(@RequestBody(required = false) @Nullable Which which, HttpServletRequest request) {
        var group = which == null ? null : which.group();
        if (group != null && !followers.names().contains(group)) {
            throw new Refused(new OperationRefusal.NoSuchFollower(group, List.copyOf(followers.names())));
        }
        return operations.retryAll(Caller.of(request), group);
    }

    /** @param group the follower whose dead letters are tried again; absent for all followers */
    record Which(@Nullable String group) {}

    private static Supplier<Refused> notFound(String id) {
        return () -> new Refused(new LogRefusal.NotFound(id));
    }
}
