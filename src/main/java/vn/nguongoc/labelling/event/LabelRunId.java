package vn.nguongoc.labelling.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.nguongoc.shared.Ids;
import vn.nguongoc.shared.Stamp;

/** A run of labels, named for ever: {@code run-} and 16 characters of {@link Ids#ALPHABET}. */
public record LabelRunId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "run";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public LabelRunId {
        Ids.require(PREFIX, value);
    }

    /** The run that this commit orders. */
    public static LabelRunId of(Stamp stamp) {
        return new LabelRunId(stamp.newId(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
