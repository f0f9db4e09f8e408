package vn.nguongoc.scan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nguongoc.generations.Things;
import vn.nguongoc.lists.ListRefusal;
import vn.nguongoc.lists.Page;
import vn.nguongoc.lists.web.ListQuery;
import vn.nguongoc.scan.LotScans;
import vn.nguongoc.scan.Signal;
import vn.nguongoc.scan.SignalLists;
import vn.nguongoc.scan.SignalLists.Suspect;
import vn.nguongoc.scan.Towns;
import vn.nguongoc.scan.UnitScans;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.web.WebRefusal;

/** Scans for whoever packed the goods: a lot's by the day, and units whose scans are unusual, with the evidence. */
@RestController
class ScanController {
    private static final String SIGNALS = "/api/scan-signals";
    private static final String ORGANISATION = "organisation";
    private static final String LOT = "lot";
    private static final int DAYS = 90;
    private static final int MOST_DAYS = 400;

    private final SignalLists lists;
    private final LotScans scans;
    private final Things things;
    private final Towns towns;

    ScanController(SignalLists lists, LotScans scans, Things things, Towns towns) {
        this.lists = lists;
        this.scans = scans;
        this.things = things;
        this.towns = towns;
    }

    /** Of an organisation's lots, or of one lot; what became unusual last comes first. */
    @GetMapping(SIGNALS)
    ResponseEntity<Units> signals(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new ListQuery(parameters, List.of(ORGANISATION, LOT));
        var lot = query.one(LOT, List.of(), this::lot);
        var page = lot == null ? ofOrganisation(query) : lists.of(lot, query.cursor(), query.limit());
        return query.answer(SIGNALS, page.cursor())
                .body(new Units(page.items().stream().map(this::unit).toList(), page.cursor()));
    }

    private Page<Suspect> ofOrganisation(ListQuery query) {
        query.required(ORGANISATION);
        var organisation = query.one(ORGANISATION, List.of(), this::organisation);
        return lists.of(Objects.requireNonNull(organisation), query.cursor(), query.limit());
    }

    private Optional<LotId> lot(String text) {
        return found(ViewOfLot.class, text).map(ViewOfLot::id);
    }

    private Optional<OrganisationId> organisation(String text) {
        return found(ViewOfOrganisation.class, text).map(ViewOfOrganisation::id);
    }

    private <V extends View> Optional<V> found(Class<V> type, String text) {
        try {
            return things.find(type, type == ViewOfLot.class ? new LotId(text) : new OrganisationId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Unit unit(Suspect suspect) {
        var it = suspect.scans();
        return new Unit(
                it.serial().value(),
                it.lot(),
                suspect.since(),
                it.first(),
                it.last(),
                it.sessions(),
                it.devices(),
                it.places(towns),
                suspect.signals(),
                it.days());
    }

    /** @param cursor of the next page; absent on the last */
    record Units(List<Unit> units, @Nullable String cursor) {}

    /**
     * @param since when its scans became unusual
     * @param devices at most
     * @param places where buyers said they were
     * @param days in Vietnam, as far as they are kept
     */
    record Unit(
            String serial,
            LotId lot,
            Instant since,
            Instant first,
            Instant last,
            int sessions,
            int devices,
            SortedSet<String> places,
            List<Signal> signals,
            Map<LocalDate, UnitScans.Day> days) {}

    /** @param days how many, today included, at most 400 */
    @GetMapping("/api/lots/{id}/scans")
    LotScans.Scans scans(@PathVariable String id, @RequestParam(defaultValue = "" + DAYS) int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused(new ListRefusal.LimitOutOfRange(days, 1, MOST_DAYS));
        }
        var lot = found(ViewOfLot.class, id)
                .orElseThrow(() -> new Refused(new WebRefusal.NothingHere("/api/lots/" + id + "/scans")));
        return scans.of(lot.id(), lot.item() == null ? null : lot.item().gtin(), days);
    }
}
