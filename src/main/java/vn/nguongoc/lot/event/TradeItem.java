package vn.nguongoc.lot.event;

import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;

/**
 * What makes a lot goods on a shelf: units of one size under a GTIN and a lot number.
 *
 * @param gtin AI (01)
 * @param number AI (10): at most 20 of the 82 characters of GS1's General Specifications, table 7.11-1
 * @param unit net mass of one unit
 * @param bestBefore AI (15)
 */
public record TradeItem(Gs1 gtin, String number, Mass unit, LocalDate bestBefore) {
    private static final Pattern NUMBER = Pattern.compile("[!\"%-?A-Z_a-z]{1,20}");

    /** @throws IllegalArgumentException if the number is no AI (10), or the unit weighs nothing */
    public TradeItem {
        requireNumber(number);
        if (unit.isZero()) {
            throw new IllegalArgumentException("a unit weighs something");
        }
    }

    /** @throws IllegalArgumentException if the text is no AI (10) */
    public static String requireNumber(String number) {
        // A path of dots means another path: no browser would ever ask for it.
        if (!NUMBER.matcher(number).matches() || number.matches("\\.{1,2}")) {
            throw new Refusal.WrongForm("gs1-number");
        }
        return number;
    }

    /** The key under which the goods are found: {@code 01/…/10/…}, unique in the log. */
    public String key() {
        return "01/" + gtin.asGtin14() + "/10/" + number;
    }
}
