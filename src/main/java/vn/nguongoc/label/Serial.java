package vn.nguongoc.label;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The number of one unit of goods: 16 numerals of Crockford's base 32, which has no I, L, O and U, hence 80 bits. That
 * it is spelt rightly says nothing yet: {@link SerialKeys} tell whether it was ever issued.
 *
 * @param value as the address of a unit carries it: 16 capital letters and digits
 * @see <a href="https://www.crockford.com/base32.html">Douglas Crockford: Base 32</a>
 */
public record Serial(String value) {
    static final String NUMERALS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 16;
    private static final int GROUP = 4;

    public Serial {
        if (value.length() != LENGTH || !value.chars().allMatch(each -> NUMERALS.indexOf(each) >= 0)) {
            throw new IllegalArgumentException(value + " is no serial");
        }
    }

    static Serial of(int[] numerals) {
        return new Serial(Arrays.stream(numerals)
                .mapToObj(each -> NUMERALS.substring(each, each + 1))
                .collect(Collectors.joining()));
    }

    /**
     * What somebody typed: small letters, dashes and blanks are welcome, O is read as 0, I and L as 1.
     *
     * @return empty if no serial is spelt like that
     */
    public static Optional<Serial> typed(String text) {
        var spelt = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return spelt.matches("[" + NUMERALS + "]{" + LENGTH + "}") ? Optional.of(new Serial(spelt)) : Optional.empty();
    }

    /** As it is printed to be typed: four groups of four with dashes between them. */
    public String grouped() {
        return String.join("-", value.split("(?<=\\G.{" + GROUP + "})"));
    }

    int numeral(int place) {
        return NUMERALS.indexOf(value.charAt(place));
    }
}
