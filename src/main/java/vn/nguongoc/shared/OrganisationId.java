package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An organisation that records or is recorded, named for ever: a cooperative (hợp tác xã) is {@code htx-}, a partner of
 * one (mill, plant, trader, laboratory …) is {@code org-}, and 16 characters of {@link Ids#ALPHABET}.
 */
public record OrganisationId(@JsonValue String value) {
    /** The first part of a cooperative's id. */
    public static final String COOPERATIVE = "htx";

    /** The first part of a partner's id. */
    public static final String PARTNER = "org";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public OrganisationId {
        Ids.require(value.startsWith(PARTNER + "-") ? PARTNER : COOPERATIVE, value);
    }

    public boolean isCooperative() {
        return value.startsWith(COOPERATIVE + "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
