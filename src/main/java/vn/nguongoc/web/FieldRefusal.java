package vn.nguongoc.web;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.shared.Refusal;

/** Why one field of a request cannot be used. */
public sealed interface FieldRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.MALFORMED;
    }

    /** The field is not there. */
    record Missing() implements FieldRefusal {}

    record TooLong(int length, int limit) implements FieldRefusal {}

    record TooMany(int count, int limit) implements FieldRefusal {}

    /** Not a plain decimal with a point and at most three decimals: "9900", "0.25". */
    record NotADecimal(String value) implements FieldRefusal {}

    /** A decimal comma: the point is meant. */
    record DecimalComma(String value, String meant) implements FieldRefusal {}

    /** A count is written in digits alone: "96000". */
    record NotWhole(String value) implements FieldRefusal {}

    record NotPositive(String value) implements FieldRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** Below nothing. */
    record Negative(String value) implements FieldRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** More than this service takes in one number. */
    record TooLarge(String value, String limit) implements FieldRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** A unit that does not measure this. */
    record UnitDoesNotFit(String unit, List<String> known) implements FieldRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** A share of the whole is at least 0 and below 100. */
    record NotAShare(String value) implements FieldRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** A local time: which one it is depends on where the reader is. */
    record TimeWithoutOffset(String value, String meant) implements FieldRefusal {}

    record NotATime(String value) implements FieldRefusal {}

    record NotADate(String value) implements FieldRefusal {}

    /** Later than the server's clock plus what clocks may differ by. */
    record InTheFuture(OffsetDateTime requested, OffsetDateTime latest) implements FieldRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /**
     * Not of the form that this field has.
     *
     * @param reason a code, whose words are in the message files under {@code form.}
     * @param expected what these words name: the codes that there are, an example, a limit
     */
    record NotOfTheForm(String value, String reason, List<String> expected) implements FieldRefusal {}
}
