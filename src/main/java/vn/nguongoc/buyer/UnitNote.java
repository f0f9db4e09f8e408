package vn.nguongoc.buyer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of the unit whose label was scanned.
 *
 * @param serial as it stands in the address
 * @param ownLot address of the lot that the serial belongs to, where that is another one
 * @param ownNumber that lot's number
 */
public record UnitNote(
        Standing standing,
        String serial,
        @Nullable String ownLot,
        @Nullable String ownNumber) {

    /** How it stands with the serial. */
    public enum Standing {
        ACTIVATED,
        OPEN,
        VOIDED,
        /** No such label was ever ordered. */
        UNKNOWN,
        /** It was ordered for another lot than the address names. */
        OTHER_LOT
    }

    static UnitNote of(Standing standing, String serial) {
        return new UnitNote(standing, serial, null, null);
    }

    /** The key of its words. */
    public String words() {
        return "page.unit."
                + (standing == Standing.OTHER_LOT ? "otherLot" : standing.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a buyer should look twice: a class of the page's style sheet. */
    public String style() {
        return standing == Standing.ACTIVATED || standing == Standing.OPEN ? "note" : "doubts";
    }
}
