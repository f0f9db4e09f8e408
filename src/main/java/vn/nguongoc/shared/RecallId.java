package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A recall of lots (thu hồi), named for ever: {@code recall-} and 16 characters of {@link Ids#ALPHABET}. */
public record RecallId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "recall";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public RecallId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
