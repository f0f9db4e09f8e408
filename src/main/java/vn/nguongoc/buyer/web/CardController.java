package vn.nguongoc.buyer.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.buyer.ShareCard;
import vn.nguongoc.generations.Things;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.WebRefusal;
import vn.nguongoc.web.Words;

/** What goes with a lot's page: the picture of a shared link, and the style sheet that no cache may keep. */
@RestController
class CardController {
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    /** It says whether the lot is recalled, so whoever keeps it asks each time. */
    private static final CacheControl CACHED = CacheControl.noCache().cachePublic();

    /** Takes away the verdict that a cache may have kept, and shows the one that is true now. */
    private static final String RECALLED = ".verdict{display:none!important}.recalled-now{display:flex!important}";

    /** Pictures of some 40 kB each. */
    private static final int MOST_CARDS = 200;

    private final LotHistories histories;
    private final Things things;
    private final LotPages pages;
    private final Cache<Card, byte[]> cards =
            Caffeine.newBuilder().maximumSize(MOST_CARDS).build();

    CardController(LotHistories histories, Things things, LotPages pages) {
        this.histories = histories;
        this.things = things;
        this.pages = pages;
    }

    private record Card(LotId lot, long version, Locale language) {}

    /** In Vietnamese, or in the other language that has all words. */
    @GetMapping("/t/{code}/card.png")
    @Nullable
    ResponseEntity<byte[]> card(@PathVariable String code, Locale asked, WebRequest request) {
        var lot = lot(code);
        var language = Words.WHOLE.contains(asked) ? asked : Words.insteadOf(asked);
        var history = histories.of(lot).orElseThrow(() -> nothing(code));
        if (request.checkNotModified("\"" + history.version() + "-" + language.getLanguage() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CACHED)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(cards.get(
                        new Card(lot, history.version(), language),
                        it -> ShareCard.png(pages.page(history, language))));
    }

    /** Nothing, or that the lot is recalled: asked for each time the page is shown. See docs/adr/0009. */
    @GetMapping("/t/{code}/status.css")
    ResponseEntity<String> status(@PathVariable String code) {
        var recalled = things.find(ViewOfLot.class, lot(code)).orElseThrow(() -> nothing(code)).holds().stream()
                .anyMatch(hold -> hold.cause() == HoldCause.RECALL);
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.noStore())
                .body(recalled ? RECALLED : "");
    }

    private static LotId lot(String code) {
        try {
            return new LotId(code);
        } catch (IllegalArgumentException e) {
            throw nothing(code);
        }
    }

    private static Refused nothing(String code) {
        return new Refused(new WebRefusal.NothingHere("/t/" + code));
    }
}
