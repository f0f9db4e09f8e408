package vn.nguongoc.web;

import java.util.List;
import vn.nguongoc.shared.Refusal;

/** Why a request does not get as far as a room. */
public sealed interface WebRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.MALFORMED;
    }

    /** Some fields cannot be used: all of them, each with its place. */
    record UnusableFields(List<Fault> faults) implements WebRefusal {
        @Override
        public Kind refusalKind() {
            return faults.stream().anyMatch(it -> it.reason().refusalKind() == Kind.MALFORMED)
                    ? Kind.MALFORMED
                    : Kind.INVALID;
        }
    }

    /** There is no body where one is needed. */
    record NoBody() implements WebRefusal {}

    /** The body is not one JSON object, or has a field twice. Lines and columns count from 1. */
    record UnreadableBody(int line, int column) implements WebRefusal {}

    /**
     * A field that this request does not have.
     *
     * @param pointer RFC 6901 JSON pointer to it
     * @param known the names that could stand there
     */
    record UnknownField(String pointer, int line, int column, List<String> known) implements WebRefusal {}

    /**
     * A field's value is of another JSON type.
     *
     * @param pointer RFC 6901 JSON pointer to it
     */
    record WrongType(String pointer, JsonType expected, int line, int column) implements WebRefusal {}

    /** What a JSON value is (RFC 8259, section 3). */
    enum JsonType {
        TEXT,
        NUMBER,
        YES_OR_NO,
        LIST,
        OBJECT
    }

    /** A parameter of the address is not of its type. */
    record UnusableParameter(String parameter, String value) implements WebRefusal {}

    /** A header field is not of its form. */
    record UnusableHeader(String header, String value) implements WebRefusal {}

    /**
     * An edition of the API that this service does not speak.
     *
     * @param known the ones that it does
     */
    record UnknownEdition(String requested, List<String> known) implements WebRefusal {}

    record BodyTooLarge(int limitBytes) implements WebRefusal {}

    /**
     * A write needs an {@code Idempotency-Key} of 1 to 200 printable characters, so that a retry cannot be stored
     * twice.
     */
    record KeyMissing() implements WebRefusal {}

    /** Not yet readable at the position asked for with {@code after}. */
    record NotYetThere(long after, long seen) implements WebRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }

    /** The database gives no answer: nothing can be read or stored just now. */
    record DatabaseAway() implements WebRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }

    /** Nothing answers at this address. */
    record NothingHere(String path) implements WebRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MISSING;
        }
    }

    /** @param pointer RFC 6901 JSON pointer to the field in the body */
    record Fault(String pointer, FieldRefusal reason) {}
}
