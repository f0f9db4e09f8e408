package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mass, exact: whole grams in memory, {@code {"value":"9900","unit":"kg"}} with a decimal string of at most three
 * decimals in JSON. Never negative, never binary floating point.
 */
@JsonIncludeProperties({"value", "unit"})
public record Mass(long grams) implements Comparable<Mass> {
    public static final Mass ZERO = new Mass(0);

    private static final BigDecimal GRAMS_IN_A_KILOGRAM = BigDecimal.valueOf(1000);

    /** @throws IllegalArgumentException if negative */
    public Mass {
        if (grams < 0) {
            throw new IllegalArgumentException("a mass is never negative: " + grams + " g");
        }
    }

    public static Mass kilograms(long kilograms) {
        return new Mass(Math.multiplyExact(kilograms, 1000L));
    }

    /** @throws ArithmeticException if the value is finer than a gram or beyond a long */
    public static Mass of(BigDecimal value, Unit unit) {
        return new Mass(value.multiply(BigDecimal.valueOf(unit.grams())).longValueExact());
    }

    @JsonCreator
    static Mass read(@JsonProperty("value") BigDecimal value, @JsonProperty("unit") String unit) {
        return of(value, Unit.named(unit).orElseThrow(() -> new IllegalArgumentException("no mass unit " + unit)));
    }

    /** Kilograms as a plain decimal without trailing zeros: "9900", "0.25". */
    @JsonProperty("value")
    public String kilogramsText() {
        return inKilograms().toPlainString();
    }

    @JsonProperty("unit")
    public String unit() {
        return Unit.KILOGRAM.symbol();
    }

    /** Kilograms, exact, without trailing zeros. */
    public BigDecimal inKilograms() {
        var kilograms = BigDecimal.valueOf(grams).divide(GRAMS_IN_A_KILOGRAM).stripTrailingZeros();
        return kilograms.scale() < 0 ? kilograms.setScale(0) : kilograms;
    }

    public Mass plus(Mass other) {
        return new Mass(Math.addExact(grams, other.grams));
    }

    /** @throws IllegalArgumentException if more is taken than there is */
    public Mass minus(Mass other) {
        return new Mass(grams - other.grams);
    }

    public Mass times(long count) {
        return new Mass(Math.multiplyExact(grams, count));
    }

    /** This mass times a ratio, rounded down to the gram. */
    public Mass times(BigDecimal ratio) {
        return new Mass(BigDecimal.valueOf(grams)
                .multiply(ratio)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact());
    }

    /** What share of {@code whole} this is, in per cent with two decimals. */
    public BigDecimal percentOf(Mass whole) {
        return BigDecimal.valueOf(grams)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole.grams), 2, RoundingMode.HALF_UP);
    }

    public boolean isMoreThan(Mass other) {
        return grams > other.grams;
    }

    public boolean isZero() {
        return grams == 0;
    }

    public static Mass sum(Collection<Mass> masses) {
        return masses.stream().reduce(ZERO, Mass::plus);
    }

    @Override
    public int compareTo(Mass other) {
        return Long.compare(grams, other.grams);
    }

    /** As people write it: "9900 kg". */
    @Override
    public String toString() {
        return kilogramsText() + " " + unit();
    }

    /** The units a mass may be given in; tạ is 100 kg. */
    public enum Unit {
        GRAM("g", 1),
        KILOGRAM("kg", 1_000),
        QUINTAL("tạ", 100_000),
        TONNE("t", 1_000_000);

        private final String symbol;
        private final long grams;

        Unit(String symbol, long grams) {
            this.symbol = symbol;
            this.grams = grams;
        }

        public String symbol() {
            return symbol;
        }

        public long grams() {
            return grams;
        }

        public static Optional<Unit> named(String symbol) {
            return Stream.of(values())
                    .filter(unit -> unit.symbol.equals(symbol))
                    .findFirst();
        }
    }
}
