package vn.nguongoc.lot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.LotEvent.Reading;
import vn.nguongoc.lot.event.LotEvent.TemperaturesRecorded;

/**
 * What the thermometers beside a lot showed lately. A thermometer may tell one reading at a time: a warm spell goes on
 * over as many records as it likes.
 */
record Thermometers(List<Thermometer> all) {
    static final Thermometers NONE = new Thermometers(List.of());

    /** How far back readings are kept: longer than goods may be warm by any rule. */
    private static final Duration MEMORY = Duration.ofHours(2);

    Thermometers {
        all = List.copyOf(all);
    }

    /** @param latest readings in the order of time */
    record Thermometer(@Nullable String device, List<Reading> latest) {
        Thermometer {
            latest = List.copyOf(latest);
        }
    }

    Thermometers after(TemperaturesRecorded event) {
        var known = with(event.device(), event.readings());
        if (known.isEmpty()) {
            return this;
        }
        var from = known.getLast().at().minus(MEMORY);
        var kept = known.stream().filter(it -> !it.at().isBefore(from)).toList();
        var others = all.stream().filter(it -> !Objects.equals(it.device(), event.device()));
        return new Thermometers(Stream.concat(others, Stream.of(new Thermometer(event.device(), kept)))
                .toList());
    }

    /** What a device showed lately and now, in the order of time. */
    private List<Reading> with(@Nullable String device, Collection<Reading> readings) {
        var known = new ArrayList<>(readings);
        of(device).stream().filter(it -> !known.contains(it)).toList().forEach(known::add);
        known.sort(Comparator.comparing(Reading::at));
        return known;
    }

    /** What of this a device did not show before, as far as is remembered. */
    private List<Reading> fresh(@Nullable String device, Collection<Reading> readings) {
        var known = of(device);
        return readings.stream().filter(it -> !known.contains(it)).toList();
    }

    /** How long goods were too warm by what a device shows now, together with what it showed lately. */
    int warmMinutes(@Nullable String device, Collection<Reading> readings, ColdChain coldChain) {
        return coldChain.longestWarmMinutes(with(device, readings), fresh(device, readings));
    }

    private List<Reading> of(@Nullable String device) {
        return all.stream()
                .filter(it -> Objects.equals(it.device(), device))
                .findFirst()
                .map(Thermometer::latest)
                .orElse(List.of());
    }
}
