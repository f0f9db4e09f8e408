package vn.nguongoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A farm plot: field, pond or orchard, named for ever: {@code plot-} and 16 characters of {@link Ids#ALPHABET}. */
public record PlotId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "plot";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public PlotId {
        Ids.require(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
