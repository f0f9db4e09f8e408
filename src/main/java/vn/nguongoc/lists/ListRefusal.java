package vn.nguongoc.lists;

import java.time.LocalDate;
import java.util.List;
import vn.nguongoc.shared.Refusal;

/** Why a list cannot be given as it was asked for. */
public sealed interface ListRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.MALFORMED;
    }

    /** A list does not know this parameter: left unheeded, everything would seem to fit. */
    record UnknownParameter(String parameter, List<String> known) implements ListRefusal {}

    record ParameterMissing(String parameter) implements ListRefusal {}

    record GivenTwice(String parameter) implements ListRefusal {}

    /** Nothing can be this, as nobody knows what it is. */
    record UnknownValue(String parameter, String value, List<String> known) implements ListRefusal {}

    record LimitOutOfRange(long limit, int least, int most) implements ListRefusal {}

    record DatesOutOfOrder(LocalDate from, LocalDate to) implements ListRefusal {}

    /** The cursor's page belongs to a list with other filters. */
    record CursorOfAnotherQuery() implements ListRefusal {}

    /** It is not as it was given, or never was a cursor. */
    record CursorUnreadable(String cursor) implements ListRefusal {}

    record TextTooLong(int length, int limit) implements ListRefusal {}

    /** There is no letter or digit in it. */
    record NothingToSearch(String text) implements ListRefusal {}

    /** Too many different words begin like this one to look at each. */
    record TooManyWords(String beginning, int limit) implements ListRefusal {}
}
