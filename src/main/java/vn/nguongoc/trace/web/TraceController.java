package vn.nguongoc.trace.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.nguongoc.history.HistoryProgress;
import vn.nguongoc.trace.Trace;
import vn.nguongoc.trace.Traces;

/** Where lots came from and where they went. */
@RestController
class TraceController {
    private final Traces traces;
    private final HistoryProgress progress;
    private final Clock clock;

    TraceController(Traces traces, HistoryProgress progress, Clock clock) {
        this.traces = traces;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/api/lots/{id}/trace")
    @Nullable
    ResponseEntity<Trace> trace(
            @PathVariable String id,
            Asked asked,
            @RequestParam(defaultValue = "-1") long after,
            WebRequest request) {
        progress.awaitSeen(after);
        var trace = traces.of(asked.read(id, progress.position(), clock.instant()));
        return request.checkNotModified("W/\"" + trace.position() + "\"") ? null : ResponseEntity.ok(trace);
    }
}
