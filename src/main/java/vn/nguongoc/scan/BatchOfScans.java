package vn.nguongoc.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.LotDays.LotDay;
import vn.nguongoc.scan.ScanStore.UnitDay;
import vn.nguongoc.scan.UnitScans.Sighting;
import vn.nguongoc.shared.LotId;

/** Sessions that are written together, summed up by unit and day, and by lot and day. */
record BatchOfScans(Collection<UnitDay> units, Map<String, LotDay> lots) {

    static BatchOfScans of(List<Scan> scans, Caps caps) {
        var units = new LinkedHashMap<String, Summing>();
        var lots = new LinkedHashMap<String, LotDay>();
        for (var scan : scans) {
            lots.merge(LotDay.id(scan), ofLot(scan), BatchOfScans::plus);
            switch (scan) {
                case Scan.OfLot _ -> {}
                case Scan.OfUnit it -> summing(units, it.serial(), it).add(it, caps);
                case Scan.Said it -> summing(units, it.serial(), it).add(it, caps);
            }
        }
        return new BatchOfScans(units.values().stream().map(Summing::sum).toList(), lots);
    }

    private static Summing summing(Map<String, Summing> units, Serial serial, Scan scan) {
        return units.computeIfAbsent(serial.value() + scan.day(), key -> new Summing(serial, scan.lot(), scan.day()));
    }

    private static LotDay ofLot(Scan scan) {
        return switch (scan) {
            case Scan.OfLot _ -> new LotDay(1, 0, Map.of());
            case Scan.OfUnit _ -> new LotDay(0, 1, Map.of());
            case Scan.Said it -> new LotDay(0, 0, it.place() == null ? Map.of() : Map.of(it.place(), 1));
        };
    }

    private static LotDay plus(LotDay one, LotDay other) {
        var places = new HashMap<>(one.places());
        other.places().forEach((place, number) -> places.merge(place, number, Integer::sum));
        return new LotDay(one.ofLot() + other.ofLot(), one.ofUnits() + other.ofUnits(), places);
    }

    /**
     * How much of one unit's day was written already: a code on ten thousand bags does not make its document ten
     * thousand devices long. More is counted as a session only.
     */
    static final class Caps {
        private static final int MOST_DEVICES = 100;
        private static final int MOST_PLACES = 50;
        private static final long UNITS = 200_000;

        private final Cache<String, Integer> written =
                Caffeine.newBuilder().maximumSize(UNITS).build();

        private boolean admits(String what, int most) {
            return written.asMap().merge(what, 1, Integer::sum) <= most;
        }

        boolean admitsDevice(Serial serial, LocalDate day) {
            return admits("d" + serial.value() + day, MOST_DEVICES);
        }

        boolean admitsPlace(Serial serial, LocalDate day) {
            return admits("p" + serial.value() + day, MOST_PLACES);
        }
    }

    private static final class Summing {
        private final Serial serial;
        private final LotId lot;
        private final LocalDate day;
        private final Map<String, Set<String>> devices = new HashMap<>();
        private final Map<String, Integer> countries = new HashMap<>();
        private final Map<Tile, Sighting> places = new HashMap<>();
        private @Nullable Instant first;
        private @Nullable Instant last;
        private int sessions;
        private boolean bought;

        Summing(Serial serial, LotId lot, LocalDate day) {
            this.serial = serial;
            this.lot = lot;
            this.day = day;
        }

        void add(Scan.OfUnit scan, Caps caps) {
            at(scan.at());
            sessions++;
            if (caps.admitsDevice(serial, day)) {
                devices.computeIfAbsent(scan.device().epoch(), key -> new TreeSet<>())
                        .add(scan.device().code());
            }
            if (scan.country() != null) {
                countries.merge(scan.country(), 1, Integer::sum);
            }
        }

        void add(Scan.Said said, Caps caps) {
            at(said.at());
            bought |= said.bought();
            var place = said.place();
            if (place != null && caps.admitsPlace(serial, day)) {
                places.merge(place, new Sighting(place, said.at(), said.at(), 1), Summing::plus);
            }
        }

        private static Sighting plus(Sighting one, Sighting other) {
            return new Sighting(
                    one.place(),
                    earlier(one.first(), other.first()),
                    later(one.last(), other.last()),
                    one.sessions() + other.sessions());
        }

        private void at(Instant time) {
            first = first == null ? time : earlier(first, time);
            last = last == null ? time : later(last, time);
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        UnitDay sum() {
            if (first == null || last == null) {
                throw new IllegalStateException("nothing was summed up of " + serial);
            }
            return new UnitDay(serial, lot, day, first, last, sessions, bought, devices, countries, places);
        }
    }
}
