package vn.nguongoc.scan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Vietnam;

/** How often a lot was scanned, day by day, and where. */
@Component
public class LotScans {
    private final LotDays store;
    private final Towns towns;
    private final Clock clock;

    LotScans(LotDays store, Towns towns, Clock clock) {
        this.store = store;
        this.towns = towns;
        this.clock = clock;
    }

    /**
     * One day of a lot.
     *
     * @param ofLot sessions with the code that its units share
     * @param ofUnits sessions with codes of single units
     */
    public record ScanDay(LocalDate day, int ofLot, int ofUnits) {
        public int sessions() {
            return ofLot + ofUnits;
        }
    }

    /** Sessions whose buyers said they were near this town. */
    public record AtPlace(String place, int sessions) {}

    /**
     * A day on which networks asked for many serials that were never issued.
     *
     * @param serials so many together
     */
    public record Unknown(LocalDate day, int serials, int networks) {}

    /**
     * @param today in Vietnam
     * @param days oldest first, those with scans only
     * @param places the one with most first
     * @param unknown of the GTIN, not of the lot alone; oldest first
     */
    public record Scans(LocalDate today, List<ScanDay> days, List<AtPlace> places, List<Unknown> unknown) {
        public int sessions() {
            return days.stream().mapToInt(ScanDay::sessions).sum();
        }
    }

    /**
     * @param gtin under which it is sold, if it is
     * @param last so many days, today included
     */
    public Scans of(LotId lot, @Nullable Gs1 gtin, int last) {
        var today = Vietnam.day(clock.instant().atOffset(Vietnam.OFFSET));
        var from = today.minusDays(last - 1L);
        var days = store.days(lot, from);
        return new Scans(
                today,
                days.entrySet().stream()
                        .map(it -> new ScanDay(
                                it.getKey(),
                                it.getValue().ofLot(),
                                it.getValue().ofUnits()))
                        .toList(),
                places(days.values().stream().map(LotDays.LotDay::places).toList()),
                gtin == null ? List.of() : unknown(gtin, from));
    }

    private List<AtPlace> places(List<Map<Tile, Integer>> all) {
        var byName = new HashMap<String, Integer>();
        all.forEach(day -> day.forEach((place, number) -> byName.merge(towns.name(place), number, Integer::sum)));
        return byName.entrySet().stream()
                .map(it -> new AtPlace(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingInt(AtPlace::sessions).reversed().thenComparing(AtPlace::place))
                .toList();
    }

    private List<Unknown> unknown(Gs1 gtin, LocalDate from) {
        return store.bursts(gtin, from).entrySet().stream()
                .map(it -> new Unknown(
                        it.getKey(), it.getValue().serials(), it.getValue().networks()))
                .toList();
    }
}
