package vn.nguongoc.buyer.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.nguongoc.buyer.PublicRecord;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.WebRefusal;

/** All that everybody may read of what was recorded of a lot; {@link PublicRecord} says what that is. */
@RestController
class RecordController {
    private final LotHistories histories;
    private final PublicRecord told;

    RecordController(LotHistories histories, PublicRecord told) {
        this.histories = histories;
        this.told = told;
    }

    @GetMapping("/t/{code}/record")
    @Nullable
    ResponseEntity<byte[]> told(@PathVariable String code, WebRequest request) {
        var history = histories.of(lot(code)).orElseThrow(() -> nothing(code));
        if (request.checkNotModified("\"" + history.version() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(told.of(history));
    }

    private static LotId lot(String code) {
        try {
            return new LotId(code);
        } catch (IllegalArgumentException e) {
            throw nothing(code);
        }
    }

    private static Refused nothing(String code) {
        return new Refused(new WebRefusal.NothingHere("/t/" + code + "/record"));
    }
}
