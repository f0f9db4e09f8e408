package vn.nguongoc.operation.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.nguongoc.shared.Ids;
import vn.nguongoc.shared.Stamp;

/** One act of whoever runs the service: {@code operation-} and 16 characters of {@link Ids#ALPHABET}. */
public record OperationId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "operation";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public OperationId {
        Ids.require(PREFIX, value);
    }

    /** What this commit records. */
    public static OperationId of(Stamp stamp) {
        return new OperationId(stamp.newId(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
