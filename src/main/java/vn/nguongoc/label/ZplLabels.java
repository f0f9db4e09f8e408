package vn.nguongoc.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes labels for Zebra's printers: each row of the roll is one {@code ^GFA} picture, its hexadecimal digits
 * compressed as ZPL II knows it ({@code G}–{@code Y} repeat a digit 1 to 19 times, {@code g}–{@code z} 20 to 400 times,
 * {@code ,} fills a row with white, {@code :} repeats the row above).
 */
final class ZplLabels implements LabelWriter {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int TWENTIES = 20;
    private static final int MOST = 400;

    private final LabelBitmap bitmap;
    private final OutputStream out;
    private boolean begun;

    ZplLabels(LabelLayout layout, Typesetter typesetter, OutputStream out) {
        this.bitmap = new LabelBitmap(layout, typesetter);
        this.out = out;
    }

    @Override
    public void newPage() throws IOException {
        end();
        bitmap.clear();
        begun = true;
    }

    @Override
    public void label(int left, int top, SymbolsAhead.Encoded encoded) {
        bitmap.draw(left, top, encoded);
    }

    @Override
    public void end() throws IOException {
        if (begun) {
            int bytes = bitmap.bytesPerRow() * bitmap.height();
            out.write("^XA^PW%d^LL%d^LH0,0^FO0,0^GFA,%d,%d,%d,%s^FS^XZ\n"
                    .formatted(bitmap.width(), bitmap.height(), bytes, bytes, bitmap.bytesPerRow(), picture())
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String picture() {
        var rows = HEX.formatHex(bitmap.rows());
        int digits = 2 * bitmap.bytesPerRow();
        var picture = new StringBuilder();
        var above = "";
        for (int from = 0; from < rows.length(); from += digits) {
            var row = rows.substring(from, from + digits);
            picture.append(row.equals(above) ? ":" : compressed(row));
            above = row;
        }
        return picture.toString();
    }

    private static String compressed(String row) {
        var compressed = new StringBuilder();
        for (int from = 0, to; from < row.length(); from = to) {
            to = from;
            while (to < row.length() && row.charAt(to) == row.charAt(from)) {
                to++;
            }
            if (to == row.length() && row.charAt(from) == '0') {
                return compressed.append(',').toString();
            }
            repeat(compressed, to - from, row.charAt(from));
        }
        return compressed.toString();
    }

    private static void repeat(StringBuilder compressed, int times, char digit) {
        int left = times;
        for (; left > MOST; left -= MOST) {
            compressed.append('z').append(digit);
        }
        if (left >= TWENTIES) {
            compressed.append((char) ('g' + left / TWENTIES - 1));
        }
        if (left % TWENTIES > 0) {
            compressed.append((char) ('G' + left % TWENTIES - 1));
        }
        compressed.append(digit);
    }
}
