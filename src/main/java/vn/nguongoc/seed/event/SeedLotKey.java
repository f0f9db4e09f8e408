package vn.nguongoc.seed.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;

/**
 * Names a seed lot for ever: the cooperative that received it and the number on the bag or on the hatchery's paper. As
 * text {@code seed/htx-…/SL-ST25-2601-01}, under which the log keeps it unique.
 *
 * @param number 1 to 40 of {@code A-Z a-z 0-9 . _ -}, so that it can stand in an address
 */
public record SeedLotKey(OrganisationId cooperative, String number) {
    private static final String PREFIX = "seed";
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /** @throws IllegalArgumentException if the number is of another form, or the organisation is no cooperative */
    public SeedLotKey {
        requireCooperative(cooperative);
        requireNumber(number);
    }

    /** @throws IllegalArgumentException if it is no cooperative's id */
    public static OrganisationId requireCooperative(OrganisationId organisation) {
        if (!organisation.isCooperative()) {
            throw new Refusal.WrongForm("cooperative", OrganisationId.COOPERATIVE);
        }
        return organisation;
    }

    /** @throws IllegalArgumentException if the text is no number of a seed lot */
    public static String requireNumber(String number) {
        // A path of dots means another path: no browser would ever ask for it.
        if (!NUMBER.matcher(number).matches() || number.matches("\\.{1,2}")) {
            throw new Refusal.WrongForm("plain-code");
        }
        return number;
    }

    /** @throws IllegalArgumentException if the text is not such a key */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SeedLotKey read(String key) {
        var parts = key.split("/", -1);
        if (parts.length != 3 || !parts[0].equals(PREFIX)) {
            throw new IllegalArgumentException("not a key of the form " + PREFIX + "/htx-…/number");
        }
        return new SeedLotKey(new OrganisationId(parts[1]), parts[2]);
    }

    @Override
    @JsonValue
    public String toString() {
        return PREFIX + "/" + cooperative + "/" + number;
    }
}
