package vn.nguongoc.label;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.Arrays;

/**
 * The square of modules of a QR code, without its quiet zone, as rows of bits: 64 modules are looked at in one step.
 * Module (x, y) is bit {@code x % 64} of word {@code x / 64} of row y; bits past the edge are 0.
 */
final class Modules {
    private final int size;
    private final int words;
    private final long[] bits;

    private Modules(int size, long[] bits) {
        this.size = size;
        this.words = bits.length / size;
        this.bits = bits;
    }

    static Modules of(ByteMatrix matrix) {
        int size = matrix.getWidth();
        int words = (size + Long.SIZE - 1) / Long.SIZE;
        var bits = new long[size * words];
        for (int y = 0; y < size; y++) {
            var row = matrix.getArray()[y];
            for (int x = 0; x < size; x++) {
                bits[y * words + x / Long.SIZE] |= (long) row[x] << x;
            }
        }
        return new Modules(size, bits);
    }

    /** The same with rows and columns exchanged. */
    Modules transposed() {
        var turned = new long[bits.length];
        forEachDark((x, y) -> turned[x * words + y / Long.SIZE] |= 1L << y);
        return new Modules(size, turned);
    }

    /** What is dark in exactly one of two squares of the same size. */
    Modules xor(Modules other) {
        var different = new long[bits.length];
        for (int i = 0; i < bits.length; i++) {
            different[i] = bits[i] ^ other.bits[i];
        }
        return new Modules(size, different);
    }

    int size() {
        return size;
    }

    /** Words that a row takes. */
    int words() {
        return words;
    }

    /** One word of a row. */
    long word(int y, int word) {
        return bits[y * words + word];
    }

    /** Ones where this word of a row has modules, zeros past the edge. */
    long inside(int word) {
        int past = (word + 1) * Long.SIZE - size;
        return past > 0 ? -1L >>> past : -1L;
    }

    boolean isDark(int x, int y) {
        return ((word(y, x / Long.SIZE) >>> x) & 1) == 1;
    }

    int darkModules() {
        int dark = 0;
        for (long word : bits) {
            dark += Long.bitCount(word);
        }
        return dark;
    }

    /** Something done for each dark module. */
    interface Place {
        void at(int x, int y);
    }

    private void forEachDark(Place place) {
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                place.at(i % words * Long.SIZE + Long.numberOfTrailingZeros(left), i / words);
            }
        }
    }

    /** Something done for each run of dark modules in a row. */
    interface Run {
        void from(int x, int y, int width);
    }

    /** All runs of dark modules, none of which touches another one of its row, row by row from the left. */
    void forEachRun(Run run) {
        for (int y = 0; y < size; y++) {
            for (int x = next(y, 0, 0); x < size; ) {
                int end = next(y, x, -1);
                run.from(x, y, end - x);
                x = next(y, end, 0);
            }
        }
    }

    /** The first module from x on that is dark, or with an {@code inverted} of -1 light; the size if there is none. */
    private int next(int y, int x, long inverted) {
        for (int from = x; from < size; from = (from / Long.SIZE + 1) * Long.SIZE) {
            long left = (word(y, from / Long.SIZE) ^ inverted) >>> from;
            if (left != 0) {
                return Math.min(size, from + Long.numberOfTrailingZeros(left));
            }
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Modules it && it.size == size && Arrays.equals(it.bits, bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
