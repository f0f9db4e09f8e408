package vn.nguongoc.province;

import vn.nguongoc.shared.Mass;

/** What a cooperative of the province grows, and as what it is sold. */
enum Crop {
    /** Of no variety that a name promises, so that a mill may blend any of it. */
    PADDY("paddy", "rice-field", new Packing("packing", "graded-rice", "packed-rice", Mass.kilograms(5))),
    ST25("paddy-st25", "rice-field", new Packing("packing", "graded-rice-st25", "packed-rice-st25", Mass.kilograms(5))),
    SHRIMP(
            "whiteleg-hoso",
            "lined-pond",
            new Packing("shrimp-packing", "whiteleg-hlso", "packed-whiteleg-hlso", Mass.kilograms(1))),
    POMELO(
            "pomelo-nam-roi",
            "orchard",
            new Packing("fruit-packing", "pomelo-nam-roi", "packed-pomelo-nam-roi", Mass.kilograms(1)));

    private final String product;
    private final String plotKind;
    private final Packing packing;

    Crop(String product, String plotKind, Packing packing) {
        this.product = product;
        this.plotKind = plotKind;
        this.packing = packing;
    }

    /** @param unit net mass of one bag, box or fruit */
    record Packing(String step, String from, String to, Mass unit) {}

    /** The crop of the {@code number}th cooperative: of ten, eight grow rice, one in three of those ST25. */
    static Crop of(int number) {
        return switch (number % 10) {
            case 1 -> SHRIMP;
            case 2 -> POMELO;
            case 4, 7 -> ST25;
            default -> PADDY;
        };
    }

    boolean isRice() {
        return this == PADDY || this == ST25;
    }

    String product() {
        return product;
    }

    String plotKind() {
        return plotKind;
    }

    Packing packing() {
        return packing;
    }

    /** m², between half a hectare and three, and of ponds a tenth of it. */
    long area(int hundredths) {
        var rice = 5_000 + 250L * hundredths;
        return this == SHRIMP ? rice / 10 : rice;
    }
}
