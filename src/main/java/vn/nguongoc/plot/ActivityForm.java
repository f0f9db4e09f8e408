package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.ActivityKind.Field;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

/**
 * The fields that an activity of this kind has.
 *
 * @param blocks of the plot
 */
record ActivityForm(ActivityKind kind, Set<String> blocks, Catalogue catalogue) {
    private static final int LONGEST_TEXT = 200;

    /** @throws Refused if a field is missing, unknown, or not of its type */
    void check(Map<String, String> fields) {
        fields.keySet().stream()
                .filter(name -> !kind.fields().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(name, List.copyOf(kind.fields().keySet()));
                });
        kind.fields().forEach((name, field) -> requireOfItsType(name, field, fields.get(name)));
    }

    private void requireOfItsType(String name, Field field, @Nullable String value) {
        if (value == null ? !field.optional() : !isOfType(field, value)) {
            throw wrong(name, expected(field));
        }
    }

    private Refused wrong(String field, List<String> expected) {
        return new Refused(new PlotRefusal.WrongField(kind.code(), field, expected));
    }

    private List<String> expected(Field field) {
        return switch (field.type()) {
            case BLOCK ->
                blocks.isEmpty() ? List.of("–") : blocks.stream().sorted().toList();
            case TEST -> List.copyOf(catalogue.terms().labTestCodes());
            case VERDICT -> List.of("PASS", "FAIL");
            case LABORATORY -> List.of("org-…");
            case DECIMAL, SIGNED, SHARE, DAYS, PIECES, TEXT, DATE, MASS, SUBSTANCE ->
                List.of(field.type().name().toLowerCase(Locale.ROOT));
        };
    }

    private boolean isOfType(Field field, String value) {
        return switch (field.type()) {
            case DECIMAL -> value.matches("\\d{1,9}(\\.\\d{1,6})?");
            case SIGNED -> value.matches("-?\\d{1,9}(\\.\\d{1,6})?");
            case SHARE -> value.matches("\\d{1,2}(\\.\\d{1,3})?|100");
            case DAYS -> value.matches("\\d{1,3}");
            case PIECES -> value.matches("[1-9]\\d{0,9}");
            case MASS -> value.matches("\\d{1,9}(\\.\\d{1,3})?") && new BigDecimal(value).signum() > 0;
            case DATE -> isDate(value);
            case TEXT, SUBSTANCE -> !value.isBlank() && value.length() <= LONGEST_TEXT && isText(value);
            case BLOCK -> blocks.contains(value);
            case TEST -> catalogue.terms().labTestCodes().contains(value);
            case VERDICT -> value.equals("PASS") || value.equals("FAIL");
            case LABORATORY -> isPartner(value);
        };
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static boolean isDate(String value) {
        try {
            return value.matches("[0-9-]{10}") && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPartner(String value) {
        try {
            return !new OrganisationId(value).isCooperative();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
