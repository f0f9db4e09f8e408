package vn.nguongoc.province;

import vn.nguongoc.shared.Mass;

/** What a cooperative of the province grows, and as what it is sold. */
enum Crop {
    /** Of no variety that a name promises, so that a mill may blend any of it. */
    PADDY("paddy", "rice-field"),
    ST25("paddy-st25", "rice-field"),
    SHRIMP("whiteleg-hoso", "lined-pond"),
    POMELO("pomelo-nam-roi", "orchard");

    private final String product;
    private final String plotKind;

    Crop(String product, String plotKind) {
        this.product = product;
        this.plotKind = plotKind;
    }

    /**
     * How it comes onto a shelf.
     *
     * @param unit net mass of one bag or box
     */
    record Packing(String step, String product, Mass unit) {}

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
        return switch (this) {
            case PADDY -> new Packing("packing", "packed-rice", Mass.kilograms(5));
            case ST25 -> new Packing("packing", "packed-rice-st25", Mass.kilograms(5));
            case SHRIMP -> new Packing("shrimp-packing", "packed-whiteleg-hlso", Mass.kilograms(1));
            case POMELO -> new Packing("fruit-packing", "packed-pomelo-nam-roi", Mass.kilograms(1));
        };
    }

    /** m², between half a hectare and three, and of ponds a tenth of it. */
    long area(int hundredths) {
        var rice = 5_000 + 250L * hundredths;
        return this == SHRIMP ? rice / 10 : rice;
    }
}
