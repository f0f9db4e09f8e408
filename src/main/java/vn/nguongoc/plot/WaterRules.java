package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Range;
import vn.nguongoc.catalogue.WaterParameter;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/** What water readings can be, and what about them is a doubt: one flag for each parameter, with its worst value. */
record WaterRules(Catalogue catalogue) {
    private static final String ALARM = "water-alarm";

    /** An alarm is worse than what is unusual; of two alike the one further off. */
    private static final Comparator<Flag> BADNESS = Comparator.comparing(
                    (Flag flag) -> flag.code().equals(ALARM))
            .thenComparing(flag -> Objects.requireNonNull(flag.value())
                    .subtract(Objects.requireNonNull(flag.limit()))
                    .abs());

    /** @throws Refused if a parameter is unknown or a value beyond what a probe can show */
    void check(List<WaterReading> readings) {
        readings.forEach(reading -> reading.values().forEach((code, value) -> {
            var parameter = parameter(code);
            var passed = parameter.measurable().passed(value);
            if (passed != null) {
                throw new Refused(new PlotRefusal.NotMeasurable(
                        code,
                        value,
                        passed,
                        parameter.unit().isEmpty() ? "–" : parameter.unit(),
                        parameter.source().text()));
            }
        }));
    }

    private WaterParameter parameter(String code) {
        return catalogue
                .waterParameter(code)
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownWaterParameter(
                        code, catalogue.waterCodes().stream().sorted().toList())));
    }

    /** @param before what was measured before these */
    List<Flag> flags(List<WaterReading> readings, Water before) {
        Map<String, Flag> worst = new TreeMap<>();
        readings.forEach(reading -> reading.values()
                .forEach((code, value) -> doubt(parameter(code), value)
                        .ifPresent(flag -> worst.merge(
                                code, flag, (one, other) -> BADNESS.compare(one, other) >= 0 ? one : other))));
        var flags = new ArrayList<>(worst.values());
        catalogue.waterCodes().stream()
                .sorted()
                .flatMap(code -> swing(parameter(code), readings, before).stream())
                .forEach(flags::add);
        return flags;
    }

    private static Optional<Flag> doubt(WaterParameter parameter, BigDecimal value) {
        return doubt(ALARM, parameter, parameter.alarm(), value)
                .or(() -> doubt("water-unusual", parameter, parameter.accept(), value));
    }

    private static Optional<Flag> doubt(
            String code, WaterParameter parameter, @Nullable Range range, BigDecimal value) {
        return Optional.ofNullable(range == null ? null : range.passed(value))
                .map(limit -> flag(code, parameter, value, limit));
    }

    private static Flag flag(String code, WaterParameter parameter, BigDecimal value, BigDecimal limit) {
        return new Flag(code, parameter.code(), value, limit, parameter.source().text());
    }

    /** The widest of a day, where these readings made it too wide. */
    private static Optional<Flag> swing(WaterParameter parameter, List<WaterReading> readings, Water before) {
        var most = parameter.swing();
        return most == null
                ? Optional.empty()
                : days(parameter.code(), readings).entrySet().stream()
                        .flatMap(day -> swing(day.getValue(), before.on(day.getKey(), parameter.code())))
                        .filter(swing -> swing.compareTo(most) > 0)
                        .max(Comparator.naturalOrder())
                        .map(swing -> flag("water-swing", parameter, swing, most));
    }

    private static Map<LocalDate, List<BigDecimal>> days(String code, List<WaterReading> readings) {
        Map<LocalDate, List<BigDecimal>> days = new TreeMap<>();
        for (var reading : readings) {
            var value = reading.values().get(code);
            if (value != null) {
                days.computeIfAbsent(Vietnam.day(reading.at()), day -> new ArrayList<>())
                        .add(value);
            }
        }
        return days;
    }

    /** How far a parameter moved in a day, unless it had moved as far before. */
    private static Stream<BigDecimal> swing(List<BigDecimal> values, Optional<Water.LastDay> before) {
        var all = new ArrayList<>(values);
        before.ifPresent(day -> all.addAll(List.of(day.least(), day.most())));
        var swing = all.stream()
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .subtract(all.stream().min(Comparator.naturalOrder()).orElseThrow());
        var until = before.map(day -> day.most().subtract(day.least())).orElse(BigDecimal.ZERO);
        return swing.compareTo(until) > 0 ? Stream.of(swing) : Stream.empty();
    }
}
