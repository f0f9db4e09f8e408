package vn.nguongoc.label;

import java.util.HexFormat;

/**
 * Reads the compressed pictures of ZPL II as its manual describes them under {@code ^GF}, alternative data compression.
 */
final class Zpl {
    private Zpl() {}

    static byte[] expanded(String picture, int bytesPerRow) {
        int digits = 2 * bytesPerRow;
        var all = new StringBuilder();
        int times = 0;
        for (int i = 0; i < picture.length(); i++) {
            char each = picture.charAt(i);
            if (each >= 'G' && each <= 'Y') {
                times += each - 'F';
            } else if (each >= 'g' && each <= 'z') {
                times += 20 * (each - 'f');
            } else if (each == ',') {
                all.repeat('0', digits - all.length() % digits);
            } else if (each == ':') {
                all.append(all, all.length() - digits, all.length());
            } else {
                all.repeat(each, Math.max(1, times));
                times = 0;
            }
        }
        return HexFormat.of().parseHex(all);
    }
}
