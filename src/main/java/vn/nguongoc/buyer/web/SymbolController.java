package vn.nguongoc.buyer.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.buyer.LotPages;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.Symbol;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.WebRefusal;

/** The QR code of a lot: its content is the lot's public address. */
@RestController
class SymbolController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    /** Four dots a module are 0.50 mm on a 203 dpi printer, above GS1's smallest of 0.396 mm. */
    private static final int DOTS = 4;

    private final Things things;
    private final LotPages pages;
    private final HistoryProgress progress;

    SymbolController(Things things, LotPages pages, HistoryProgress progress) {
        this.things = things;
        this.pages = pages;
        this.progress = progress;
    }

    @GetMapping("/api/lots/{id}/qr.svg")
    ResponseEntity<String> svg(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return ResponseEntity.ok().contentType(SVG).body(symbol(id, after).svg());
    }

    @GetMapping("/api/lots/{id}/qr.png")
    ResponseEntity<byte[]> png(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(symbol(id, after).png(DOTS));
    }

    private Symbol symbol(String id, long after) {
        progress.awaitSeen(after);
        try {
            return things.find(ViewOfLot.class, new LotId(id))
                    .map(pages::addressOf)
                    .map(Symbol::of)
                    .orElseThrow(() -> nothing(id));
        } catch (IllegalArgumentException e) {
            throw nothing(id);
        }
    }

    private static Refused nothing(String id) {
        return new Refused(new WebRefusal.NothingHere("/api/lots/" + id));
    }
}
