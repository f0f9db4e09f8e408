package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A GS1 key that ends in a check digit: a GTIN (8, 12, 13 or 14 digits) or a GLN (13 digits).
 *
 * @see <a href="https://www.gs1.org/services/how-calculate-check-digit-manually">GS1, how to calculate a check
 *     digit</a>
 */
public record Gs1(@JsonValue String digits) {
    private static final Pattern FORM = Pattern.compile("\\d{8}|\\d{12,14}");

    /** @throws IllegalArgumentException if it has another length or a wrong check digit */
    @JsonCreator
    public Gs1 {
        if (!FORM.matcher(digits).matches()) {
            throw new Refusal.WrongForm("gs1-digits");
        }
        var expected = checkDigit(digits);
        if (digits.charAt(digits.length() - 1) != expected) {
            throw new Refusal.WrongForm("check-digit", String.valueOf(expected));
        }
    }

    /** The key with leading zeros, as a Digital Link wants a GTIN. */
    public String asGtin14() {
        return "0".repeat(14 - digits.length()) + digits;
    }

    /** The digit that should stand last, from all the others. */
    public static char checkDigit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * (digits.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    @Override
    public String toString() {
        return digits;
    }
}
