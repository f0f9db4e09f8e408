package vn.nguongoc.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Refusal;

/** Why an address is no GS1 Digital Link of goods. Where it can be told, {@code right} is the path that was meant. */
public sealed interface LinkRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.MALFORMED;
    }

    /** The path that was meant, percent-encoded; absent where nobody can tell. */
    default @Nullable String right() {
        return null;
    }

    /** A GTIN has 14 digits in an address; 8, 12 or 13 are taken as if zeros stood before them. */
    record NoGtin(String gtin) implements LinkRefusal {}

    /** The last digit does not follow from the others: one of them was misread. */
    record WrongCheckDigit(String gtin, String expected) implements LinkRefusal {}

    /** A lot or a serial number alone names nothing. */
    record GtinMissing() implements LinkRefusal {}

    /** Keys stand in this order: {@code 01}, {@code 10}, {@code 21}. */
    record WrongOrder(List<String> keys, String right) implements LinkRefusal {}

    /** What tells goods apart stands in the path, only dates and weights behind the question mark. */
    record KeyInQuery(String key, String right) implements LinkRefusal {}

    /** No key that goods are found by, or that says something of them. */
    record UnknownKey(String key, List<String> possible) implements LinkRefusal {}

    record KeyTwice(String key) implements LinkRefusal {}

    record ValueMissing(String key) implements LinkRefusal {}

    record ValueTooLong(String key, int length, int longest) implements LinkRefusal {}

    /** Characters that GS1 does not let into this value, or bytes that are no UTF-8. */
    record ValueUnusable(String key, String value) implements LinkRefusal {}

    /** Nothing of this kind is known of it. */
    record NoSuchLink(String linkType, List<String> possible) implements LinkRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MISSING;
        }
    }
}
