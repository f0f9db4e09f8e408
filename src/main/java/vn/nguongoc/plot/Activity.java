package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.ActivityKind.Field;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Substance;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.MassUnit;
import vn.nguongoc.shared.Refused;

/**
 * What an activity's fields mean for the cycle.
 *
 * @param sown how much seed went into the ground
 * @param harvestFrom first day on which a harvest is allowed because of it
 */
record Activity(int revision, @Nullable Mass sown, @Nullable LocalDate harvestFrom) {
    static final String ACTIVE = "active";

    private static final String SEED = "seed";
    private static final String DAYS = "preHarvestDays";
    private static final int LONGEST_TEXT = 200;

    /** @throws Refused if the kind is unknown or a field is not of its type */
    static Activity read(RecordActivity command, Catalogue catalogue) {
        var kind = catalogue
                .activity(command.kind())
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownActivity(
                        command.kind(),
                        catalogue.activityCodes().stream().sorted().toList())));
        var fields = command.fields();
        fields.keySet().stream()
                .filter(name -> !kind.fields().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refused(new PlotRefusal.WrongField(
                            kind.code(), name, String.join(", ", kind.fields().keySet())));
                });
        kind.fields().forEach((name, field) -> requireOfItsType(kind, name, field, fields.get(name)));
        var day = command.happenedAt().toLocalDate();
        return new Activity(
                kind.revision(),
                kind.effect() == ActivityKind.Effect.SOWS ? mass(fields) : null,
                harvestFrom(day, fields, catalogue));
    }

    /** How much seed a recorded activity put into the ground. */
    static @Nullable Mass sown(ActivityRecorded event) {
        return event.fields().containsKey(SEED) ? mass(event.fields()) : null;
    }

    private static Mass mass(Map<String, String> fields) {
        return Mass.of(new BigDecimal(fields.getOrDefault(SEED, "0")), MassUnit.KILOGRAM);
    }

    private static @Nullable LocalDate harvestFrom(LocalDate day, Map<String, String> fields, Catalogue catalogue) {
        var active = fields.get(ACTIVE);
        if (active == null) {
            return null;
        }
        var required = catalogue.substance(active, Substance.Use.CROP).daysToWait();
        var given = Optional.ofNullable(fields.get(DAYS)).map(Integer::parseInt).orElse(required);
        if (given < required) {
            throw new Refused(new PlotRefusal.IntervalTooShort(active, given, required));
        }
        return given == 0 ? null : day.plusDays(given);
    }

    private static void requireOfItsType(ActivityKind kind, String name, Field field, @Nullable String value) {
        if (value == null ? !field.optional() : !isOfType(field, value)) {
            throw new Refused(new PlotRefusal.WrongField(
                    kind.code(), name, field.type().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isOfType(Field field, String value) {
        return switch (field.type()) {
            case DECIMAL -> value.matches("\\d{1,9}(\\.\\d{1,6})?");
            case DAYS -> value.matches("\\d{1,3}");
            case MASS -> value.matches("\\d{1,9}(\\.\\d{1,3})?") && new BigDecimal(value).signum() > 0;
            case DATE -> isDate(value);
            case SIGNED -> value.matches("-?\\d{1,9}(\\.\\d{1,6})?");
            case SHARE -> value.matches("\\d{1,2}(\\.\\d{1,3})?|100");
            case PIECES -> value.matches("[1-9]\\d{0,9}");
            case VERDICT -> value.equals("PASS") || value.equals("FAIL");
            case TEXT, SUBSTANCE, BLOCK, TEST, LABORATORY ->
                !value.isBlank() && value.length() <= LONGEST_TEXT && isText(value);
        };
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
