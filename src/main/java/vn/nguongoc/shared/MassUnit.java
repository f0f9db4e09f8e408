package vn.nguongoc.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** The units a mass may be given in; tạ is 100 kg. */
public enum MassUnit {
    GRAM("g", 1),
    KILOGRAM("kg", 1_000),
    QUINTAL("tạ", 100_000),
    TONNE("t", 1_000_000);

    private final String symbol;
    private final long grams;

    MassUnit(String symbol, long grams) {
        this.symbol = symbol;
        this.grams = grams;
    }

    public String symbol() {
        return symbol;
    }

    public long grams() {
        return grams;
    }

    public static Optional<MassUnit> named(String symbol) {
        return Stream.of(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }
}
