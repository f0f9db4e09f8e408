package vn.nguongoc.identity.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.nguongoc.shared.Ids;
import vn.nguongoc.shared.Stamp;

/** A machine's key, its open half: {@code key-} and 16 characters of {@link Ids#ALPHABET}. */
public record KeyId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "key";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public KeyId {
        Ids.require(PREFIX, value);
    }

    /** The key that this commit issues. */
    public static KeyId of(Stamp stamp) {
        return new KeyId(stamp.newId(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
