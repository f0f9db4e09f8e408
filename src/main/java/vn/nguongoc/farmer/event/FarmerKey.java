package vn.nguongoc.farmer.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;

/**
 * Names a farmer for ever: the organisation and the code that it gave them. As text {@code farmer/htx-…/ND-12}, under
 * which the log keeps it unique. The code is no name, since it stays when the person is erased.
 *
 * @param code 1 to 40 of {@code A-Z a-z 0-9 . _ -}, so that it can stand in an address
 */
public record FarmerKey(OrganisationId organisation, String code) {
    private static final String PREFIX = "farmer";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /** @throws IllegalArgumentException if the code is of another form */
    public FarmerKey {
        requireCode(code);
    }

    /** @throws IllegalArgumentException if the text is no code of a farmer */
    public static String requireCode(String code) {
        // A path of dots means another path: no browser would ever ask for it.
        if (!CODE.matcher(code).matches() || code.matches("\\.{1,2}")) {
            throw new Refusal.WrongForm("farmer-code");
        }
        return code;
    }

    /** @throws IllegalArgumentException if the text is not such a key */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FarmerKey read(String key) {
        var parts = key.split("/", -1);
        if (parts.length != 3 || !parts[0].equals(PREFIX)) {
            throw new IllegalArgumentException("not a key of the form " + PREFIX + "/htx-…/code");
        }
        return new FarmerKey(new OrganisationId(parts[1]), parts[2]);
    }

    @Override
    @JsonValue
    public String toString() {
        return PREFIX + "/" + organisation + "/" + code;
    }
}
