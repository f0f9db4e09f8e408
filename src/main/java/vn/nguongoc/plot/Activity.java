package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** @throws Refused if the kind is unknown or cannot be done on such a plot, or a field is not of its type */
    static Activity read(String code, Map<String, String> fields, LocalDate day, Ground ground, Catalogue catalogue) {
        var kind = catalogue
                .activity(code)
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownActivity(
                        code, catalogue.activityCodes().stream().sorted().toList())));
        if (!kind.plotKinds().isEmpty() && !kind.plotKinds().contains(ground.kind())) {
            throw new Refused(new PlotRefusal.NotDoneHere(
                    code, ground.kind(), kind.plotKinds().stream().sorted().toList()));
        }
        new ActivityForm(kind, ground.blocks(), catalogue).check(fields);
        return switch (kind.effect()) {
            case SPRAYS -> used(kind, fields, "preHarvestDays", day, Use.CROP, catalogue);
            case MEDICATES -> used(kind, fields, "withdrawalDays", lastDay(fields, day), Use.AQUACULTURE, catalogue);
            case NONE, SOWS, STOCKS, FERTILISES, FEEDS, KILLS, SICKENS, DESTROYS, DISINFECTS, TESTS ->
                new Activity(kind, null, List.of());
        };
    }

    private static LocalDate lastDay(Map<String, String> fields, LocalDate day) {
        var until =
                Optional.ofNullable(fields.get("until")).map(LocalDate::parse).orElse(day);
        if (until.isBefore(day)) {
            throw new Refused(new PlotRefusal.EndsBeforeItBegins(day, until));
        }
        return until;
    }

    private static Activity used(
            ActivityKind kind,
            Map<String, String> fields,
            String daysField,
            LocalDate day,
            Use use,
            Catalogue catalogue) {
        var active = fields.getOrDefault(Deed.ACTIVE, "");
        var substance = catalogue.substance(active, use);
        if (substance.banned()) {
            var flag =
                    new Flag(Deed.BANNED, active, null, null, substance.source().text());
            return new Activity(kind, null, List.of(flag));
        }
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
