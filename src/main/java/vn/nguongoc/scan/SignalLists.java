package vn.nguongoc.scan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Serial;
import vn.nguongoc.lists.Cursor;
import vn.nguongoc.lists.Page;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/**
 * Units whose scans are unusual, those first that became so last. A unit stays where it stands; what is unusual about
 * it is told from its scans and its lot as they are when somebody reads, so one whose dispatch was recorded late may
 * have nothing unusual left and is left out.
 */
@Component
public class SignalLists {
    private static final int HEX = 16;

    private final ScanStore store;
    private final LotDays days;
    private final LotsOfScans lots;
    private final Clock clock;

    SignalLists(ScanStore store, LotDays days, LotsOfScans lots, Clock clock) {
        this.store = store;
        this.days = days;
        this.lots = lots;
        this.clock = clock;
    }

    // ---- writing

    /** Units that were just scanned enter the lists if that is unusual. */
    void look(Collection<Serial> scanned) {
        if (scanned.isEmpty()) {
            return;
        }
        var facts = new HashMap<LotId, Optional<LotFacts>>();
        store.units(scanned)
                .values()
                .forEach(scans -> facts.computeIfAbsent(scans.lot(), lots::facts)
                        .filter(lot ->
                                !Signals.of(scans, lot, SignalThresholds.CHOSEN).isEmpty())
                        .ifPresent(lot -> enter(scans, lot)));
    }

    private void enter(UnitScans scans, LotFacts lot) {
        var place = place(store.raise(scans.serial(), clock.instant()), scans.serial());
        store.enter(List.of(list(lot.organisation()) + place, list(scans.lot()) + place), scans.serial());
    }

    private static String list(Object of) {
        return of + "/";
    }

    /** The one raised last comes first. */
    private static String place(Instant raised, Serial serial) {
        return "%016x".formatted(Long.MAX_VALUE - raised.toEpochMilli()) + serial.value();
    }

    /** Unknown serials of a GTIN that lots of ours have; of another nothing is written. */
    void burst(LocalDate day, Gs1 gtin, UnknownSerials.Burst burst) {
        if (lots.isKnown(gtin)) {
            days.writeBurst(day, gtin, burst);
        }
    }

    // ---- reading

    /**
     * Of an organisation's lots.
     *
     * @param cursor of the page before; absent for the first
     * @throws Refused if the cursor is not of this list
     */
    public Page<Suspect> of(OrganisationId organisation, @Nullable String cursor, int limit) {
        return page(list(organisation), cursor, limit);
    }

    /** Of one lot; as {@link #of(OrganisationId, String, int)}. */
    public Page<Suspect> of(LotId lot, @Nullable String cursor, int limit) {
        return page(list(lot), cursor, limit);
    }

    private Page<Suspect> page(String list, @Nullable String cursor, int limit) {
        var after = cursor == null ? list : list + Cursor.read(list, cursor) + "0";
        var entries = store.entries(after, list.substring(0, list.length() - 1) + "0", limit + 1);
        var keys = entries.keySet().stream().limit(limit).toList();
        var found = store.units(keys.stream().map(entries::get).toList());
        var facts = new HashMap<LotId, Optional<LotFacts>>();
        var items = keys.stream()
                .flatMap(key -> Optional.ofNullable(found.get(entries.get(key)))
                        .flatMap(scans -> suspect(raised(key, list), scans, facts))
                        .stream())
                .toList();
        strikeErased(keys, entries, found);
        return new Page<>(
                items,
                entries.size() > limit ? Cursor.write(list, keys.getLast().substring(list.length())) : null);
    }

    private static Instant raised(String key, String list) {
        return Instant.ofEpochMilli(
                Long.MAX_VALUE - Long.parseLong(key.substring(list.length(), list.length() + HEX), HEX));
    }

    private Optional<Suspect> suspect(Instant since, UnitScans scans, Map<LotId, Optional<LotFacts>> facts) {
        return facts.computeIfAbsent(scans.lot(), lots::facts)
                .map(lot -> new Suspect(since, scans, Signals.of(scans, lot, SignalThresholds.CHOSEN)))
                .filter(it -> !it.signals().isEmpty());
    }

    /** Entries of units that were erased since. */
    private void strikeErased(List<String> keys, Map<String, Serial> entries, Map<Serial, UnitScans> found) {
        store.strike(keys.stream()
                .filter(key -> !found.containsKey(entries.get(key)))
                .toList());
    }

    /**
     * A unit whose scans are unusual.
     *
     * @param since when they became so
     */
    public record Suspect(Instant since, UnitScans scans, List<Signal> signals) {}
}
