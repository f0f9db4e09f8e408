package vn.nguongoc.trace.web;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.trace.Trace;
import vn.nguongoc.trace.TracePictures;
import vn.nguongoc.trace.TraceRequest;
import vn.nguongoc.trace.Traces;

/** Where lots came from and where they went. */
@RestController
class TraceController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Traces traces;
    private final TracePictures pictures;
    private final HistoryProgress progress;
    private final Clock clock;

    TraceController(Traces traces, TracePictures pictures, HistoryProgress progress, Clock clock) {
        this.traces = traces;
        this.pictures = pictures;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/api/lots/{id}/trace")
    @Nullable
    ResponseEntity<Trace> trace(
            @PathVariable String id, Asked asked, @RequestParam(defaultValue = "-1") long after, WebRequest request) {
        var trace = traces.of(read(id, asked, after));
        return request.checkNotModified("W/\"" + trace.version() + "\"") ? null : ResponseEntity.ok(trace);
    }

    @GetMapping("/api/lots/{id}/trace.svg")
    @Nullable
    ResponseEntity<String> picture(
            @PathVariable String id,
            Asked asked,
            @RequestParam(defaultValue = "-1") long after,
            Locale language,
            WebRequest request) {
        var trace = traces.of(read(id, asked, after));
        if (request.checkNotModified("W/\"" + trace.version() + "-" + language.getLanguage() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(SVG)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(pictures.svg(trace, language, TracePictures.ON_A_SCREEN));
    }

    private TraceRequest read(String id, Asked asked, long after) {
        progress.awaitSeen(after);
        return asked.read(id, progress.position(), clock.instant());
    }
}
