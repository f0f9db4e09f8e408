package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A cooperative (hợp tác xã), named for ever: {@code htx-} and 16 characters of {@link Ids#ALPHABET}. */
public record CooperativeId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "htx";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public CooperativeId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
