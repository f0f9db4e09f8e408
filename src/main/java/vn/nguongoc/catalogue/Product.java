package vn.nguongoc.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;

/**
 * Something a lot can be of.
 *
 * @param crop how it grows, where it does
 * @param packed whether it is sold in units under a GTIN
 * @param expects what its record cannot do without: {@code harvest}, {@code activity/<kind>}, {@code step/<kind>}
 */
public record Product(String code, String family, @Nullable Crop crop, boolean packed, List<String> expects) {

    public Product {
        expects = expects == null ? List.of() : List.copyOf(expects);
    }

    /** A product that is grown on a plot. */
    public record Crop(List<String> plotKinds, YieldCap yieldCap, SeedCap seedCap) {}

    /** The most a hectare can bear in one cycle. */
    public record YieldCap(BigDecimal tonnesPerHectare, String source) {
        /** The cap for an area in square metres: 1 t/ha is 100 g/m². */
        public Mass on(long squareMetres) {
            return new Mass(tonnesPerHectare
                    .movePointRight(2)
                    .multiply(BigDecimal.valueOf(squareMetres))
                    .longValue());
        }
    }

    /** The most seed that can be meant for a hectare. */
    public record SeedCap(BigDecimal kilogramsPerHectare, String source) {
        /** The cap for an area in square metres: 10 kg/ha is 1 g/m². */
        public Mass on(long squareMetres) {
            return new Mass(kilogramsPerHectare
                    .movePointLeft(1)
                    .multiply(BigDecimal.valueOf(squareMetres))
                    .longValue());
        }
    }
}
