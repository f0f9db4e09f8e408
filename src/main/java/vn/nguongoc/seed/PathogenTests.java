package vn.nguongoc.seed;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Figure;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.event.SeedEvent.SeedTested;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * What tests of a batch said, by pathogen.
 *
 * @param negative the latest days on which samples were taken that had none of it, oldest first
 * @param positive the day of the first sample that had some
 */
record PathogenTests(Map<String, List<LocalDate>> negative, Map<String, LocalDate> positive) {
    static final PathogenTests NONE = new PathogenTests(Map.of(), Map.of());

    /** A stocking entered late is judged by the tests of its own week, and a batch is stocked within a few weeks. */
    static final int DAYS_KEPT = 20;

    PathogenTests after(SeedTested test) {
        return switch (test.outcome()) {
            case NEGATIVE -> {
                var days = new HashMap<>(negative);
                test.pathogens().forEach(it -> days.put(it, latest(days.getOrDefault(it, List.of()), test)));
                yield new PathogenTests(days, positive);
            }
            case POSITIVE -> {
                var day = new HashMap<>(positive);
                test.pathogens().forEach(it -> day.putIfAbsent(it, test.sampledOn()));
                yield new PathogenTests(negative, day);
            }
        };
    }

    private static List<LocalDate> latest(List<LocalDate> days, SeedTested test) {
        var all = new TreeSet<>(days);
        all.add(test.sampledOn());
        return all.stream().skip(Math.max(0, all.size() - DAYS_KEPT)).toList();
    }

    /**
     * @param limit how many days before the stocking a sample may have been taken
     * @throws Refused if any sample ever was positive, or of some required pathogen none was negative in that time
     */
    void refuseUnlessCleared(VouchForStocking command, Figure limit) {
        var number = command.lot().number();
        positive.entrySet().stream().min(Map.Entry.comparingByKey()).ifPresent(found -> {
            throw new Refused(new SeedRefusal.TestedPositive(number, found.getKey(), found.getValue()));
        });
        var day = Vietnam.day(command.stockedAt());
        var missing = missing(command.pathogens(), day, limit.whole());
        if (!missing.isEmpty()) {
            throw new Refused(new SeedRefusal.PathogenTestMissing(
                    number, missing, day, limit.whole(), limit.source().text(), lastNegative(missing, day)));
        }
    }

    private @Nullable LocalDate lastNegative(List<String> pathogens, LocalDate day) {
        return pathogens.stream()
                .flatMap(it -> negative.getOrDefault(it, List.of()).stream())
                .filter(it -> !it.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<String> missing(Set<String> pathogens, LocalDate day, int limitDays) {
        return pathogens.stream()
                .filter(pathogen -> negative.getOrDefault(pathogen, List.of()).stream()
                        .noneMatch(sampled -> !sampled.isAfter(day)
                                && !sampled.plusDays(limitDays).isBefore(day)))
                .sorted()
                .toList();
    }
}
