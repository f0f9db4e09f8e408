package vn.nguongoc.printing.web;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.label.LabelPreset;
import vn.nguongoc.label.Placement;
import vn.nguongoc.printing.Orders;
import vn.nguongoc.printing.Press;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.web.WebRefusal;
import vn.nguongoc.web.Words;

/** Sheets and rolls that labels are printed on, how a printer is aligned with them, and what a label will look like. */
@RestController
class LabelPaperController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Press press;
    private final Orders orders;
    private final Things things;
    private final HistoryProgress progress;
    private final Words words;

    LabelPaperController(Press press, Orders orders, Things things, HistoryProgress progress, Words words) {
        this.press = press;
        this.orders = orders;
        this.things = things;
        this.progress = progress;
        this.words = words;
    }

    @GetMapping("/api/label-presets")
    Presets presets() {
        return new Presets(press.presets().all());
    }

    record Presets(Collection<LabelPreset> presets) {}

    /**
     * @param right millimetres that the printer must print further to the right, as read from an earlier sheet
     * @param down likewise downwards
     */
    @GetMapping("/api/label-presets/{code}/calibration.pdf")
    ResponseEntity<byte[]> calibration(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") String right,
            @RequestParam(defaultValue = "0") String down,
            Locale language) {
        var out = new ByteArrayOutputStream();
        var placement = new Placement(1, offset("right", right), offset("down", down));
        press.printing().calibration(press.presets().preset(code), explanation(language), placement, out);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(out.toByteArray());
    }

    private static double offset(String parameter, String text) {
        try {
            return LabelRequests.offset(text).doubleValue();
        } catch (IllegalArgumentException e) {
            throw new Refused(new WebRefusal.UnusableParameter(parameter, text));
        }
    }

    private List<String> explanation(Locale language) {
        return Stream.of("labels.calibration.1", "labels.calibration.2", "labels.calibration.3")
                .map(key -> words.say(language, key))
                .toList();
    }

    @GetMapping("/api/lots/{id}/label.svg")
    ResponseEntity<String> preview(
            @PathVariable String id,
            @RequestParam String preset,
            @RequestParam(defaultValue = "-1") long after,
            Locale language) {
        progress.awaitSeen(after);
        return ResponseEntity.ok().contentType(SVG).body(orders.preview(lot(id), preset, language));
    }

    private ViewOfLot lot(String id) {
        return things.find(ViewOfLot.class, LogRefusal.named(id, LotId::new))
                .orElseThrow(() -> new Refused(new LogRefusal.NotFound(id)));
    }
}
