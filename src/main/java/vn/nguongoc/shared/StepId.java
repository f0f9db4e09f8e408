package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A processing step: drying, milling, packing, named for ever: {@code step-} and 16 characters of {@link Ids#ALPHABET}.
 */
public record StepId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "step";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public StepId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
