package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Substance;
import vn.nguongoc.catalogue.Substance.Use;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Refused;

/**
 * What an activity's fields mean.
 *
 * @param harvestFrom first day on which a harvest is allowed because of it
 * @param flags doubts about what was used
 */
record Activity(ActivityKind kind, @Nullable LocalDate harvestFrom, List<Flag> flags) {

    /** @throws Refused if there is no such kind, or it cannot be done on such a plot */
    static ActivityKind kind(String code, Ground ground, Catalogue catalogue) {
        var kind = catalogue
                .activity(code)
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownActivity(
                        code, catalogue.activityCodes().stream().sorted().toList())));
        if (!kind.plotKinds().isEmpty() && !kind.plotKinds().contains(ground.kind())) {
            throw new Refused(new PlotRefusal.NotDoneHere(
                    code, ground.kind(), kind.plotKinds().stream().sorted().toList()));
        }
        return kind;
    }

    /**
     * @param grown what is growing: a substance that is banned there is banned under whatever name it was used
     * @throws Refused if a field is not of its type, or a waiting time shorter than it must be
     */
    static Activity read(
            ActivityKind kind,
            Map<String, String> fields,
            LocalDate day,
            Ground ground,
            Use grown,
            Catalogue catalogue) {
        new ActivityForm(kind, ground.blocks(), catalogue).check(fields);
        return switch (kind.effect()) {
            case SPRAYS -> used(kind, fields, "preHarvestDays", day, substances(fields, Use.CROP, grown, catalogue));
            case MEDICATES ->
                used(
                        kind,
                        fields,
                        "withdrawalDays",
                        lastDay(fields, day),
                        substances(fields, Use.AQUACULTURE, grown, catalogue));
            case NONE, SOWS, STOCKS, FERTILISES, FEEDS, KILLS, SICKENS, DESTROYS, DISINFECTS, TESTS ->
                new Activity(kind, null, List.of());
        };
    }

    private static LocalDate lastDay(Map<String, String> fields, LocalDate day) {
        var until = Optional.ofNullable(fields.get(Deed.UNTIL))
                .map(LocalDate::parse)
                .orElse(day);
        if (until.isBefore(day)) {
            throw new Refused(new PlotRefusal.EndsBeforeItBegins(day, until));
        }
        return until;
    }

    /** The entry that tells the days first. */
    private static List<Substance> substances(Map<String, String> fields, Use used, Use grown, Catalogue catalogue) {
        var active = fields.getOrDefault(Deed.ACTIVE, "");
        return Stream.of(used, grown)
                .distinct()
                .map(use -> catalogue.substance(active, use))
                .toList();
    }

    private static Activity used(
            ActivityKind kind,
            Map<String, String> fields,
            String daysField,
            LocalDate day,
            List<Substance> substances) {
        var active = fields.getOrDefault(Deed.ACTIVE, "");
        var banned = substances.stream().filter(Substance::banned).findFirst();
        if (banned.isPresent()) {
            var source = banned.get().source().text();
            return new Activity(kind, null, List.of(new Flag(Deed.BANNED, active, null, null, source)));
        }
        var substance = substances.getFirst();
        var required = substance.daysToWait();
        var given = Optional.ofNullable(fields.get(daysField))
                .map(Integer::parseInt)
                .orElse(required);
        if (given < required) {
            throw new Refused(new PlotRefusal.IntervalTooShort(
                    active, given, required, substance.source().text()));
        }
        return new Activity(kind, given == 0 ? null : day.plusDays(given), unlisted(active, substance));
    }

    private static List<Flag> unlisted(String active, Substance substance) {
        return substance.isUnlisted()
                ? List.of(new Flag(
                        "unlisted-substance",
                        active,
                        null,
                        BigDecimal.valueOf(substance.daysToWait()),
                        substance.source().text()))
                : List.of();
    }

    boolean isBanned() {
        return flags.stream().anyMatch(flag -> flag.code().equals(Deed.BANNED));
    }
}
