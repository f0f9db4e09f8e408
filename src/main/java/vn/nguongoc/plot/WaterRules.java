package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Range;
import vn.nguongoc.catalogue.WaterParameter;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Refused;

/** What water readings can be, and what about them is a doubt: one flag for each parameter, with its worst value. */
record WaterRules(Catalogue catalogue) {

    /** @throws Refused if a parameter is unknown or a value beyond what a probe can show */
    List<Flag> check(List<WaterReading> readings) {
        Map<String, Flag> worst = new TreeMap<>();
        for (var reading : readings) {
            reading.values().forEach((code, value) -> {
                var parameter = parameter(code);
                refuseIfNotMeasurable(parameter, value);
                keepWorse(worst, parameter, value);
            });
        }
        var flags = new ArrayList<>(worst.values());
        flags.addAll(swings(readings));
        return flags;
    }

    private WaterParameter parameter(String code) {
        return catalogue
                .waterParameter(code)
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownWaterParameter(
                        code, catalogue.waterCodes().stream().sorted().toList())));
    }

    private static void refuseIfNotMeasurable(WaterParameter parameter, BigDecimal value) {
        var passed = parameter.measurable().passed(value);
        if (passed != null) {
            throw new Refused(new PlotRefusal.NotMeasurable(
                    parameter.code(),
                    value,
                    passed,
                    parameter.unit(),
                    parameter.source().text()));
        }
    }

    private static void keepWorse(Map<String, Flag> worst, WaterParameter parameter, BigDecimal value) {
        var alarm = flag("water-alarm", parameter, parameter.alarm(), value);
        var found = alarm == null ? flag("water-unusual", parameter, parameter.accept(), value) : alarm;
        if (found != null) {
            worst.merge(parameter.code(), found, (one, other) -> badness(one) >= badness(other) ? one : other);
        }
    }

    private static @Nullable Flag flag(String code, WaterParameter parameter, @Nullable Range range, BigDecimal value) {
        var passed = range == null ? null : range.passed(value);
        return passed == null
                ? null
                : new Flag(
                        code,
                        parameter.code(),
                        value,
                        passed,
                        parameter.source().text());
    }

    /** An alarm is worse than what is unusual; of two alike the one further off, in whole steps of the limit. */
    private static long badness(Flag flag) {
        if (flag.value() == null || flag.limit() == null) {
            return 0;
        }
        var off = flag.value().subtract(flag.limit()).abs().movePointRight(6).longValue();
        return flag.code().equals("water-alarm") ? Long.MAX_VALUE / 2 + off : off;
    }

    private List<Flag> swings(List<WaterReading> readings) {
        var flags = new ArrayList<Flag>();
        catalogue.waterCodes().stream()
                .sorted()
                .map(this::parameter)
                .filter(parameter -> parameter.swing() != null)
                .forEach(parameter -> widest(parameter, readings).ifPresent(flags::add));
        return flags;
    }

    private static java.util.Optional<Flag> widest(WaterParameter parameter, List<WaterReading> readings) {
        Map<LocalDate, List<BigDecimal>> days = new TreeMap<>();
        readings.forEach(reading -> {
            var value = reading.values().get(parameter.code());
            if (value != null) {
                days.computeIfAbsent(reading.at().toLocalDate(), day -> new ArrayList<>())
                        .add(value);
            }
        });
        return days.values().stream()
                .map(values -> values.stream()
                        .max(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO)
                        .subtract(values.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO)))
                .max(Comparator.naturalOrder())
                .filter(swing -> parameter.swing() != null && swing.compareTo(parameter.swing()) > 0)
                .map(swing -> new Flag(
                        "water-swing",
                        parameter.code(),
                        swing,
                        parameter.swing(),
                        parameter.source().text()));
    }
}
