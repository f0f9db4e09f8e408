package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Vietnam;

/** What was last measured in the water of a plot, by parameter. */
record Water(Map<String, LastDay> days) {
    static final Water UNKNOWN = new Water(Map.of());

    private static final String SALINITY = "salinity";

    Water {
        days = new TreeMap<>(days);
    }

    /**
     * The last day on which a parameter was measured.
     *
     * @param at when it was measured last
     */
    record LastDay(OffsetDateTime at, BigDecimal value, BigDecimal least, BigDecimal most) {

        LastDay with(LastDay other) {
            var day = Vietnam.day(at);
            var others = Vietnam.day(other.at);
            if (!day.equals(others)) {
                return others.isAfter(day) ? other : this;
            }
            var later = other.at.isBefore(at) ? this : other;
            return new LastDay(later.at, later.value, least.min(other.least), most.max(other.most));
        }
    }

    /** @param readings in any order */
    Water with(List<WaterReading> readings) {
        var all = new TreeMap<>(days);
        readings.forEach(reading -> reading.values()
                .forEach((parameter, value) ->
                        all.merge(parameter, new LastDay(reading.at(), value, value, value), LastDay::with)));
        return new Water(all);
    }

    /** What it was measured to be on this day before, if that is the last day there was. */
    Optional<LastDay> on(LocalDate day, String parameter) {
        return Optional.ofNullable(days.get(parameter))
                .filter(it -> Vietnam.day(it.at()).equals(day));
    }

    /** In ‰, as it was last known on this day; absent if it was measured afterwards, or never. */
    @Nullable
    BigDecimal salinity(LocalDate day) {
        var last = days.get(SALINITY);
        return last == null || Vietnam.day(last.at()).isAfter(day) ? null : last.value();
    }
}
