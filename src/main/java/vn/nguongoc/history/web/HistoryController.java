package vn.nguongoc.history.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.eventlog.Versions;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Things;
import vn.nguongoc.history.CropCycle;
import vn.nguongoc.history.CropCycles;
import vn.nguongoc.history.Journeys;
import vn.nguongoc.history.LotHistories;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.history.NamedFarmer;
import vn.nguongoc.history.NamedFarmers;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.Journey;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfPlot;
import vn.nguongoc.view.ViewOfRecall;
import vn.nguongoc.view.ViewOfSeedLot;
import vn.nguongoc.view.ViewOfStep;
import vn.nguongoc.web.Tags;

/** What is, and how it came to be. Every GET takes {@code after}: the {@code Log-Position} that it must have seen. */
@RestController
class HistoryController {
    /** A lot that was blended of more harvests names no more of them. */
    private static final int MOST_FARMERS = 500;

    private final LotHistories histories;
    private final Things things;
    private final Journeys journeys;
    private final CropCycles cycles;
    private final NamedFarmers named;
    private final JsonMapper json;
    private final HistoryProgress progress;
    private final Versions versions;

    HistoryController(
            LotHistories histories,
            Things things,
            Journeys journeys,
            CropCycles cycles,
            NamedFarmers named,
            JsonMapper json,
            HistoryProgress progress,
            Versions versions) {
        this.histories = histories;
        this.things = things;
        this.journeys = journeys;
        this.cycles = cycles;
        this.named = named;
        this.json = json;
        this.progress = progress;
        this.versions = versions;
    }

    @GetMapping("/api/lots/{id}/history")
    ResponseEntity<byte[]> history(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        var lot = LogRefusal.named(id, LotId::new);
        var told = histories.of(lot).orElseThrow(() -> notFound(id));
        if (!told.farmers().isEmpty()) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(withFarmers(told));
        }
        var history = histories.written(lot).orElseThrow(() -> notFound(id));
        return ResponseEntity.ok()
                .eTag("history-" + history.version()) // no version of the lot: a history is told of many things
                .contentType(MediaType.APPLICATION_JSON)
                .body(history.body());
    }

    /** Written anew each time, and kept nowhere: who withdraws a consent is not named any more. */
    private byte[] withFarmers(LotHistory history) {
        var farmers = named.of(history, MOST_FARMERS, Purpose.SHOW_NAME, Purpose.SHARE);
        return json.writeValueAsBytes(new WithFarmers(history, farmers));
    }

    /** @param farmers on whose behalf it was harvested, named as far as they agreed */
    record WithFarmers(@JsonUnwrapped LotHistory history, List<NamedFarmer> farmers) {}

    @GetMapping("/api/lots/{id}")
    ResponseEntity<ViewOfLot> lot(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return thing(ViewOfLot.class, id, LotId::new, after);
    }

    @GetMapping("/api/cooperatives/{id}")
    ResponseEntity<ViewOfOrganisation> cooperative(
            @PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return thing(ViewOfOrganisation.class, id, it -> organisation(it, true), after);
    }

    @GetMapping("/api/partners/{id}")
    ResponseEntity<ViewOfOrganisation> partner(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return thing(ViewOfOrganisation.class, id, it -> organisation(it, false), after);
    }

    private static OrganisationId organisation(String text, boolean cooperative) {
        var id = new OrganisationId(text);
        if (id.isCooperative() != cooperative) {
            throw notFound(text);
        }
        return id;
    }

    @GetMapping("/api/seed-lots/{cooperative}/{number}")
    ResponseEntity<ViewOfSeedLot> seedLot(
            @PathVariable String cooperative,
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") long after) {
        var id = cooperative + "/" + number;
        return thing(ViewOfSeedLot.class, id, it -> SeedLotKey.read("seed/" + it), after);
    }

    @GetMapping("/api/plots/{id}")
    ResponseEntity<ViewOfPlot> plot(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return thing(ViewOfPlot.class, id, PlotId::new, after);
    }

    @GetMapping("/api/plots/{id}/cycles/{cycle}")
    ResponseEntity<CropCycle> cycle(
            @PathVariable String id, @PathVariable int cycle, @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        return ResponseEntity.ok(
                cycles.of(LogRefusal.named(id, PlotId::new), cycle).orElseThrow(() -> notFound(id)));
    }

    @GetMapping("/api/steps/{id}")
    ResponseEntity<ViewOfStep> step(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return thing(ViewOfStep.class, id, StepId::new, after);
    }

    @GetMapping("/api/shipments/{id}")
    ResponseEntity<Journey> shipment(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        progress.awaitSeen(after);
        var key = LogRefusal.named(id, ShipmentId::new);
        var version = versions.asOf(key, progress.position());
        var journey = journeys.of(key).orElseThrow(() -> notFound(id));
        return ResponseEntity.ok()
                .eTag(Tags.of(version, journey.state(), journey.daysOnTheWay(), journey.overdue()))
                .body(journey);
    }

    @GetMapping("/api/recalls/{id}")
    ResponseEntity<ViewOfRecall> recall(@PathVariable String id, @RequestParam(defaultValue = "-1") long after) {
        return thing(ViewOfRecall.class, id, RecallId::new, after);
    }

    /**
     * The version is asked for first: what is read then may be newer than its tag, which is refused, but never older.
     */
    private <V extends View> ResponseEntity<V> thing(
            Class<V> type, String id, Function<String, Object> read, long after) {
        progress.awaitSeen(after);
        var key = LogRefusal.named(id, read);
        var version = versions.asOf(key, progress.position());
        return ResponseEntity.ok()
                .eTag(Tags.of(version))
                .body(things.find(type, key).orElseThrow(() -> notFound(id)));
    }

    private static Refused notFound(String id) {
        return new Refused(new LogRefusal.NotFound(id));
    }
}
