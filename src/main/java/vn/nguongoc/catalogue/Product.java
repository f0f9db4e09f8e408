package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;

/**
 * Something a lot can be of.
 *
 * @param variety code of what its name promises, if it promises one
 * @param crops how it grows, where it does: one for each set of plot kinds
 * @param packed whether it is sold in units under a GTIN
 * @param frozen whether its record is one of a cold chain
 * @param expects what its record cannot do without: {@code harvest}, {@code activity/<kind>}, {@code step/<kind>}
 */
public record Product(
        String code,
        String family,
        @Nullable String variety,
        List<Crop> crops,
        boolean packed,
        boolean frozen,
        List<String> expects) {

    public Product {
        crops = crops == null ? List.of() : List.copyOf(crops);
        expects = expects == null ? List.of() : List.copyOf(expects);
    }

    /** How it grows on this kind of plot, if it does. */
    public Optional<Crop> on(String plotKind) {
        return crops.stream()
                .filter(crop -> crop.plotKinds().contains(plotKind))
                .findFirst();
    }

    /**
     * A product that is grown on a plot.
     *
     * @param perennial whether it stands for years: nothing is sown in a cycle
     * @param yield tonnes a hectare bears in one cycle
     * @param seed kilograms sown on a hectare
     * @param stocking post-larvae put into a square metre
     * @param days from sowing or stocking to the harvest
     * @param moisture of what is harvested, in per cent
     * @param nitrogen kilograms given to a hectare in one cycle
     * @param feedConversion kilograms of feed for each kilogram harvested
     * @param calendar when it is usually stocked
     * @param pathogens that post-larvae must have been tested for, codes of {@link Terms#pathogens}
     * @param count animals in a kilogram, which every harvest tells; absent where nothing is counted
     */
    public record Crop(
            Set<String> plotKinds,
            boolean perennial,
            @JsonProperty("yieldTonnesPerHectare") Limits yield,

            @JsonProperty("seedKilogramsPerHectare") @Nullable
            Limits seed,

            @JsonProperty("stockingPerSquareMetre") @Nullable
            Limits stocking,

            @Nullable Limits days,
            @JsonProperty("moisturePercent") @Nullable Limits moisture,

            @JsonProperty("nitrogenKilogramsPerHectare") @Nullable
            Limits nitrogen,

            @Nullable Limits feedConversion,
            @Nullable Calendar calendar,
            Set<String> pathogens,

            @JsonProperty("countPerKilogram") @Nullable Limits count) {

        public Crop {
            pathogens = pathogens == null ? Set.of() : Set.copyOf(pathogens);
        }

        /** Whether a harvest tells animals in a kilogram. */
        public boolean counted() {
            return count != null;
        }
    }

    /** @param begins the days on which a crop usually begins */
    public record Calendar(Window begins, Source source) {}

    /** What a figure in t/ha comes to on an area in square metres: 1 t/ha is 100 g/m². */
    public static Mass tonnesPerHectare(BigDecimal tonnes, long squareMetres) {
        return new Mass(tonnes.movePointRight(2)
                .multiply(BigDecimal.valueOf(squareMetres))
                .longValue());
    }

    /** What a figure in kg/ha comes to on an area in square metres: 10 kg/ha is 1 g/m². */
    public static Mass kilogramsPerHectare(BigDecimal kilograms, long squareMetres) {
        return new Mass(kilograms
                .movePointLeft(1)
                .multiply(BigDecimal.valueOf(squareMetres))
                .longValue());
    }
}
