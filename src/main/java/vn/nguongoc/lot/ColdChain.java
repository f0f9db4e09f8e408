package vn.nguongoc.lot;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Thresholds;
import vn.nguongoc.lot.event.LotEvent.Reading;
import vn.nguongoc.shared.Refused;

/** How long frozen goods were surely too warm: between the readings of one warm spell, and no longer. */
record ColdChain(Thresholds thresholds) {

    /** @throws Refused if a reading is beyond what a thermometer can show */
    void check(List<Reading> readings) {
        var measurable = thresholds.measurableCelsius();
        readings.forEach(reading -> {
            var passed = measurable.impossible(reading.celsius());
            if (passed != null) {
                throw new Refused(new LotRefusal.NotMeasurable(
                        reading.celsius(), passed, measurable.source().text()));
            }
        });
    }

    /** Whether frozen goods are held back that were too warm for so long. */
    boolean isBroken(int warmMinutes) {
        return warmMinutes > thresholds.warmMinutes().whole();
    }

    /**
     * Why, in figures only, since it is stored: above how many degrees, how long, how long it may be, and the source.
     */
    String broken(int warmMinutes) {
        var allowed = thresholds.warmMinutes();
        return "> " + thresholds.warmestCelsius().value() + " °C: " + warmMinutes + " > " + allowed.value() + " min ("
                + allowed.source() + ")";
    }

    /**
     * Minutes of the longest warm spell that any of the new readings belongs to. A minute begun counts whole, so that
     * what lasted longer than a limit is a larger number, too.
     *
     * @param readings of one thermometer in the order of time, old and new
     */
    int longestWarmMinutes(List<Reading> readings, Collection<Reading> fresh) {
        var isNew = Set.copyOf(fresh);
        var longest = Duration.ZERO;
        @Nullable OffsetDateTime since = null;
        var tellsAnew = false;
        for (var reading : readings) {
            if (reading.celsius().compareTo(thresholds.warmestCelsius().value()) <= 0) {
                since = null;
                tellsAnew = false;
                continue;
            }
            since = since == null ? reading.at() : since;
            tellsAnew |= isNew.contains(reading);
            var spell = Duration.between(since, reading.at());
            longest = tellsAnew && spell.compareTo(longest) > 0 ? spell : longest;
        }
        return minutesBegun(longest);
    }

    private static int minutesBegun(Duration time) {
        return Math.toIntExact(time.plusMinutes(1).minusNanos(1).toMinutes());
    }
}
