package vn.nguongoc.identity.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.nguongoc.shared.Ids;
import vn.nguongoc.shared.Stamp;

/**
 * A person who signs in, named for ever and never by name: {@code person-} and 16 characters of {@link Ids#ALPHABET}.
 */
public record PersonId(@JsonValue String value) {
    /** The first part of every id of this kind. */
    public static final String PREFIX = "person";

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public PersonId {
        Ids.require(PREFIX, value);
    }

    /** The person whom this commit enters. */
    public static PersonId of(Stamp stamp) {
        return new PersonId(stamp.newId(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
