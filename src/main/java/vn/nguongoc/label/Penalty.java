package vn.nguongoc.label;

/**
 * How hard a masked QR code would be to scan: the four rules of ISO/IEC 18004, 7.8.3, as ZXing counts them, for all
 * columns of a word at once. Lines across are looked at as lines down the transposed square.
 */
final class Penalty {
    private static final int RUN = 5;
    private static final int BLOCK_WEIGHT = 3;
    private static final int FINDER = 7;
    private static final int QUIET = 4;
    private static final int FINDER_WEIGHT = 40;
    private static final int DARKNESS_WEIGHT = 10;

    private Penalty() {}

    /** @param turned the same square transposed */
    static int of(Modules square, Modules turned) {
        return runsDown(square)
                + runsDown(turned)
                + BLOCK_WEIGHT * blocks(square)
                + FINDER_WEIGHT * (findersDown(square) + findersDown(turned))
                + DARKNESS_WEIGHT * darkness(square);
    }

    /**
     * Rule 1, downwards: a run of n ≥ 5 modules alike costs n - 2. It has n - 4 places at which five alike begin, and
     * one of them is the first, which costs two more.
     */
    private static int runsDown(Modules square) {
        int penalty = 0;
        for (int word = 0; word < square.words(); word++) {
            long inside = square.inside(word);
            long before = 0;
            for (int y = 0; y + RUN <= square.size(); y++) {
                long top = square.word(y, word);
                long fiveAlike = inside
                        & ~((top ^ square.word(y + 1, word))
                                | (top ^ square.word(y + 2, word))
                                | (top ^ square.word(y + 3, word))
                                | (top ^ square.word(y + 4, word)));
                penalty += Long.bitCount(fiveAlike) + 2 * Long.bitCount(fiveAlike & ~before);
                before = fiveAlike;
            }
        }
        return penalty;
    }

    /** Rule 2: squares of two by two modules alike. */
    private static int blocks(Modules square) {
        int blocks = 0;
        for (int y = 0; y + 1 < square.size(); y++) {
            for (int word = 0; word < square.words(); word++) {
                long above = square.word(y, word);
                long below = square.word(y + 1, word);
                long different =
                        (above ^ below) | (above ^ right(square, y, word)) | (below ^ right(square, y + 1, word));
                blocks += Long.bitCount(~different & rightInside(square, word));
            }
        }
        return blocks;
    }

    /** Each module's neighbour on the right. */
    private static long right(Modules square, int y, int word) {
        long carried = word + 1 < square.words() ? square.word(y, word + 1) << (Long.SIZE - 1) : 0;
        return (square.word(y, word) >>> 1) | carried;
    }

    /** Ones where a module has a neighbour on the right. */
    private static long rightInside(Modules square, int word) {
        return word + 1 < square.words() ? -1L : square.inside(word) >>> 1;
    }

    /** Rule 3, downwards: what looks like a finder pattern, 1:1:3:1:1, with four light modules before or after it. */
    private static int findersDown(Modules square) {
        int finders = 0;
        for (int word = 0; word < square.words(); word++) {
            for (int y = 0; y + FINDER <= square.size(); y++) {
                long finder = square.word(y, word)
                        & ~square.word(y + 1, word)
                        & square.word(y + 2, word)
                        & square.word(y + 3, word)
                        & square.word(y + 4, word)
                        & ~square.word(y + 5, word)
                        & square.word(y + 6, word);
                if (finder != 0) {
                    long light = light(square, word, y - QUIET) | light(square, word, y + FINDER);
                    finders += Long.bitCount(finder & light);
                }
            }
        }
        return finders;
    }

    /** Columns with four light modules from this row on; none if four rows are not there. */
    private static long light(Modules square, int word, int y) {
        if (y < 0 || y + QUIET > square.size()) {
            return 0;
        }
        return ~(square.word(y, word) | square.word(y + 1, word) | square.word(y + 2, word) | square.word(y + 3, word));
    }

    /** Rule 4: how many tenths the share of dark modules, doubled, is away from one, rounded down. */
    private static int darkness(Modules square) {
        int all = square.size() * square.size();
        return Math.abs(square.darkModules() * 2 - all) * 10 / all;
    }
}
