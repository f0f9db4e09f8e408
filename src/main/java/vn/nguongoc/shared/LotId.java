package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A lot of produce, from harvest to the packed goods, named for ever: {@code lot-} and 16 characters of
 * {@link Ids#ALPHABET}.
 */
public record LotId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "lot";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public LotId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
