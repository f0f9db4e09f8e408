package vn.nguongoc.buyer.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.trace.TracePictures;
import vn.nguongoc.trace.TraceRequest;
import vn.nguongoc.trace.TraceRequest.Direction;
import vn.nguongoc.trace.Traces;
import vn.nguongoc.trace.Viewpoint;
import vn.nguongoc.web.WebRefusal;

/** The picture on a lot's page: only the way back, since who bought it is nobody's business but theirs. */
@RestController
class WayController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();

    private final Traces traces;
    private final TracePictures pictures;

    WayController(Traces traces, TracePictures pictures) {
        this.traces = traces;
        this.pictures = pictures;
    }

    @GetMapping("/t/{code}/trace.svg")
    @Nullable
    ResponseEntity<String> picture(@PathVariable String code, Locale language, WebRequest request) {
        var trace = traces.of(new TraceRequest(lot(code), Direction.BACK, TraceRequest.DEEPEST, Viewpoint.TODAY));
        if (request.checkNotModified("W/\"" + trace.version() + "-" + language.getLanguage() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CACHED)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(pictures.svg(trace, language, TracePictures.ON_A_PHONE));
    }

    private static LotId lot(String code) {
        try {
            return new LotId(code);
        } catch (IllegalArgumentException e) {
            throw new Refused(new WebRefusal.NothingHere("/t/" + code + "/trace.svg"));
        }
    }
}
