package vn.nguongoc.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.web.Form.Quantity;
import vn.nguongoc.web.Form.Read;

/**
 * Reads the fields of a {@link Form} that are numbers, with or without a unit: exact, never guessed at, and no larger
 * than the sums that rules make of them can bear.
 */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,3})?");
    private static final Pattern DECIMAL_WITH_COMMA = Pattern.compile("-?\\d{1,15},\\d{1,3}");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");
    private static final BigDecimal LARGEST_IN_KILOGRAMS = new BigDecimal("1000000000");
    private static final BigDecimal LARGEST_IN_SQUARE_METRES = new BigDecimal("1000000000");
    private static final long MOST_PIECES = 10_000_000_000L;

    private final Form form;

    Numbers(Form form) {
        this.form = form;
    }

    Read<Mass> mass(String field, @Nullable Quantity quantity) {
        return mass(field, quantity, this::positive);
    }

    Read<Mass> massOrNothing(String field, @Nullable Quantity quantity) {
        return mass(field, quantity, this::notNegative);
    }

    private Read<Mass> mass(
            String field, @Nullable Quantity quantity, BiFunction<String, @Nullable String, Read<BigDecimal>> number) {
        if (quantity == null) {
            return form.missing(field);
        }
        var value = number.apply(field + "/value", quantity.value());
        var unit = unit(field + "/unit", quantity.unit());
        if (value.isFault() || unit.isFault()) {
            return Read.fault();
        }
        var kilograms = value.get().multiply(BigDecimal.valueOf(unit.get().grams(), 3));
        if (kilograms.compareTo(LARGEST_IN_KILOGRAMS) > 0) {
            return form.fault(
                    field + "/value", new FieldRefusal.TooLarge(kilograms + " kg", LARGEST_IN_KILOGRAMS + " kg"));
        }
        if (kilograms.stripTrailingZeros().scale() > 3) {
            return form.fault(
                    field + "/value", new FieldRefusal.NotADecimal(value.get().toPlainString()));
        }
        return Read.of(Mass.of(kilograms, Mass.Unit.KILOGRAM));
    }

    private Read<Mass.Unit> unit(String field, @Nullable String symbol) {
        if (symbol == null) {
            return form.missing(field);
        }
        return Mass.Unit.named(symbol)
                .map(Read::of)
                .orElseGet(() -> form.fault(
                        field,
                        new FieldRefusal.UnitDoesNotFit(
                                symbol,
                                Stream.of(Mass.Unit.values())
                                        .map(Mass.Unit::symbol)
                                        .toList())));
    }

    Read<Long> area(String field, @Nullable Quantity area) {
        if (area == null) {
            return form.missing(field);
        }
        var value = positive(field + "/value", area.value());
        var squareMetres = switch (Objects.requireNonNullElse(area.unit(), "")) {
            case "ha" -> 10_000L;
            case "m²", "m2" -> 1L;
            default -> 0L;
        };
        if (squareMetres == 0) {
            return form.fault(
                    field + "/unit",
                    new FieldRefusal.UnitDoesNotFit(Objects.toString(area.unit(), ""), List.of("ha", "m²")));
        }
        if (value.isFault()) {
            return Read.fault();
        }
        var whole = value.get().multiply(BigDecimal.valueOf(squareMetres));
        if (whole.compareTo(LARGEST_IN_SQUARE_METRES) > 0) {
            return form.fault(
                    field + "/value", new FieldRefusal.TooLarge(whole + " m²", LARGEST_IN_SQUARE_METRES + " m²"));
        }
        return whole.stripTrailingZeros().scale() > 0
                ? form.fault(
                        field + "/value",
                        new FieldRefusal.NotOfTheForm(whole + " m²", "whole-square-metres", List.of()))
                : Read.of(whole.longValueExact());
    }

    Read<Optional<BigDecimal>> share(String field, @Nullable String value) {
        if (value == null) {
            return Read.of(Optional.empty());
        }
        var percent = decimal(field, value);
        if (percent.isFault()) {
            return Read.fault();
        }
        if (percent.get().signum() < 0 || percent.get().compareTo(BigDecimal.valueOf(100)) >= 0) {
            return form.fault(field, new FieldRefusal.NotAShare(value));
        }
        return Read.of(Optional.of(percent.get()));
    }

    private Read<BigDecimal> positive(String field, @Nullable String value) {
        var number = decimal(field, value);
        return number.isFault() || number.get().signum() > 0
                ? number
                : form.fault(field, new FieldRefusal.NotPositive(Objects.requireNonNull(value)));
    }

    private Read<BigDecimal> notNegative(String field, @Nullable String value) {
        var number = decimal(field, value);
        return number.isFault() || number.get().signum() >= 0
                ? number
                : form.fault(field, new FieldRefusal.Negative(Objects.requireNonNull(value)));
    }

    Read<BigDecimal> decimal(String field, @Nullable String value) {
        if (value == null) {
            return form.missing(field);
        }
        if (DECIMAL_WITH_COMMA.matcher(value).matches()) {
            return form.fault(field, new FieldRefusal.DecimalComma(value, value.replace(',', '.')));
        }
        return DECIMAL.matcher(value).matches()
                ? Read.of(new BigDecimal(value))
                : form.fault(field, new FieldRefusal.NotADecimal(Form.shortened(value)));
    }

    Read<Long> pieces(String field, @Nullable String value) {
        if (value == null) {
            return form.missing(field);
        }
        if (!DIGITS.matcher(value).matches()) {
            return form.fault(field, new FieldRefusal.NotWhole(Form.shortened(value)));
        }
        long count = Long.parseLong(value);
        if (count <= 0) {
            return form.fault(field, new FieldRefusal.NotPositive(value));
        }
        return count > MOST_PIECES
                ? form.fault(field, new FieldRefusal.TooLarge(value, String.valueOf(MOST_PIECES)))
                : Read.of(count);
    }
}
