package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Goods leaving a cooperative, named for ever: {@code ship-} and 16 characters of {@link Ids#ALPHABET}. */
public record ShipmentId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "ship";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public ShipmentId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
