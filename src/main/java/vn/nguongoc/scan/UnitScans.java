package vn.nguongoc.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.label.Serial;
import vn.nguongoc.shared.LotId;

/**
 * How one unit was scanned, as far as it is remembered. A session is one device looking at the unit's page, however
 * often, with no break of half an hour.
 *
 * @param first when the first session began
 * @param last when the last one began
 * @param sessions all there were, also on days that are not remembered any more
 * @param boughtOn the day on which a buyer said to have bought it, the first who did
 * @param days in Vietnam, those that are remembered
 */
public record UnitScans(
        Serial serial,
        LotId lot,
        Instant first,
        Instant last,
        int sessions,
        @Nullable LocalDate boughtOn,
        SortedMap<LocalDate, Day> days) {

    /**
     * What is known of one day.
     *
     * @param devices that can be told apart: those of one /24 network with the same browser are one; a device that
     *     changes its network, or comes back another day, is told as another
     * @param sightings where buyers said they were
     * @param countries sessions by country, where the way here tells it
     */
    public record Day(int sessions, int devices, List<Sighting> sightings, Map<String, Integer> countries) {}

    /** Sessions of one day in one place: when the first and the last of them began. */
    public record Sighting(Tile place, Instant first, Instant last, int sessions) {}

    Stream<Sighting> sightings() {
        return days.values().stream().flatMap(day -> day.sightings().stream());
    }

    /** Where the first session was, if its buyer said so. */
    public Optional<Tile> firstPlace() {
        return sightings()
                .filter(it -> it.first().equals(first))
                .map(Sighting::place)
                .findFirst();
    }

    /** Different places, each town once. */
    public SortedSet<String> places(Towns towns) {
        var names = new TreeSet<String>();
        sightings().map(it -> towns.name(it.place())).forEach(names::add);
        return names;
    }

    /** At most; see {@link Day}. */
    public int devices() {
        return devices(days.values());
    }

    static int devices(Collection<Day> some) {
        return some.stream().mapToInt(Day::devices).sum();
    }

    static int sessions(Collection<Day> some) {
        return some.stream().mapToInt(Day::sessions).sum();
    }
}
