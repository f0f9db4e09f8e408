package vn.nguongoc.province;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.OrganisationId;

/**
 * What is done on a field between the opening of its cycle and the harvest.
 *
 * @param laboratory that tests shrimp before the harvest
 */
record Care(Crop crop, Field field, OrganisationId laboratory, Random dice) {
    private static final int FIRST_DAY = 8;

    /** The last day on which something is done, and the earliest harvest is the day after. */
    static final int LAST_DAY = 98;

    /** Kilograms of feed for each of shrimp. */
    private static final BigDecimal CONVERSION = new BigDecimal("1.25");

    /** Kilograms of shrimp of a hectare. */
    static final int SHRIMP_YIELD = 19_200;

    private static final List<String> LOOKS = List.of("sạch", "ít sâu cuốn lá", "ít rầy nâu", "cỏ bờ");

    record Deed(int day, int hour, String kind, Map<String, String> fields) {}

    /** @param usual how many of those that are done every few days */
    List<Deed> deeds(int usual) {
        var deeds = new ArrayList<>(once());
        for (int i = 0; i < usual; i++) {
            var day = FIRST_DAY + i * (LAST_DAY - FIRST_DAY) / usual;
            deeds.add(usual(day, 6 + i % 12, usual));
        }
        return deeds;
    }

    /** What every cycle has. */
    private List<Deed> once() {
        return switch (crop) {
            case PADDY, ST25 ->
                List.of(
                        new Deed(2, 8, "land-preparation", Map.of("strawRemovedPercent", "100")),
                        new Deed(5, 7, "sowing", Map.of("seed", sown())),
                        new Deed(6, 16, "pesticide", Map.of("active", "pretilachlor")),
                        fertiliser(14, "30"),
                        fertiliser(25, "40"),
                        new Deed(35, 16, "pesticide", Map.of("active", insecticide())),
                        fertiliser(45, "25"),
                        new Deed(60, 16, "pesticide", Map.of("active", "validamycin")));
            case SHRIMP ->
                List.of(
                        new Deed(2, 8, "pond-preparation", Map.of("product", "vôi")),
                        new Deed(5, 7, "stocking", Map.of("pieces", String.valueOf(field.pieces()), "stage", "PL12")),
                        new Deed(40, 9, "mortality", Map.of("pieces", String.valueOf(1 + dice.nextInt(900)))),
                        new Deed(50, 9, "medicine", Map.of("active", "probiotics")),
                        new Deed(
                                LAST_DAY - 6,
                                9,
                                "pre-harvest-test",
                                Map.of("test", "antibiotics", "verdict", "PASS", "laboratory", laboratory.value())));
            case POMELO ->
                List.of(
                        new Deed(10, 8, "pruning", Map.of()),
                        fertiliser(14, "50"),
                        new Deed(30, 8, "flowering", Map.of()),
                        new Deed(60, 8, "bagging", Map.of("pieces", String.valueOf(500 + dice.nextInt(3_000)))));
        };
    }

    /** Now and then a kilogram is left in the bag. */
    private String sown() {
        var seed = java.util.Objects.requireNonNull(field.seed()).inKilograms();
        return (dice.nextInt(10) == 0 ? seed.subtract(BigDecimal.ONE) : seed).toPlainString();
    }

    /** One field in twelve cannot sell to the EU. */
    private String insecticide() {
        return dice.nextInt(12) == 0 ? "tricyclazole" : "chlorantraniliprole";
    }

    private static Deed fertiliser(int day, String nitrogen) {
        return new Deed(
                day,
                7,
                "fertiliser",
                Map.of("nitrogenKgPerHectare", nitrogen, "phosphateKgPerHectare", "20", "potashKgPerHectare", "10"));
    }

    private Deed usual(int day, int hour, int times) {
        if (crop == Crop.SHRIMP) {
            return new Deed(day, hour, "feeding", Map.of("product", "thức ăn viên", "feed", meal(times)));
        }
        return dice.nextInt(3) == 0
                ? new Deed(day, hour, "field-inspection", Map.of("finding", LOOKS.get(dice.nextInt(LOOKS.size()))))
                : new Deed(
                        day,
                        hour,
                        "irrigation",
                        Map.of("source", "kênh", "tubeCentimetres", String.valueOf(dice.nextInt(20) - 15)));
    }

    private String meal(int times) {
        return field.perHectare(SHRIMP_YIELD)
                .inKilograms()
                .multiply(CONVERSION)
                .divide(BigDecimal.valueOf(times), 1, RoundingMode.UP)
                .toPlainString();
    }

    /** What a probe shows in a week, four times a day. */
    List<WaterReading> water(Season season, int day) {
        return IntStream.range(0, 28)
                .mapToObj(i -> new WaterReading(
                        season.at(day + i / 4, 6 * (i % 4)),
                        Map.of(
                                "temperature", tenths(270, 40),
                                "ph", tenths(78, 3),
                                "dissolvedOxygen", tenths(45, 20),
                                "salinity", tenths(120, 50))))
                .toList();
    }

    private BigDecimal tenths(int from, int spread) {
        return BigDecimal.valueOf(from + (long) dice.nextInt(spread), 1);
    }
}
