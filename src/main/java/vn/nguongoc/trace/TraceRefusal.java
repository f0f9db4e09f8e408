package vn.nguongoc.trace;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refusal;

/** Why a trace is not drawn. */
public sealed interface TraceRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.MALFORMED;
    }

    /** The lot was not recorded, or had not begun, at the moment or position that was asked for. */
    record NotYetBegun(LotId lot, String asOf, OffsetDateTime begunAt, long begunPosition) implements TraceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MISSING;
        }
    }

    record DepthOutOfRange(int depth, int least, int most) implements TraceRefusal {}

    /** None of the words that this parameter takes. */
    record UnknownWord(String parameter, String value, List<String> known) implements TraceRefusal {}

    /** Neither a position nor a time. */
    record NotAMoment(String value) implements TraceRefusal {}

    /** A local time: which one it is depends on where the reader is. */
    record MomentWithoutOffset(String value, String meant) implements TraceRefusal {}

    /** A position that the history has not come to. */
    record BeyondTheLog(long asOf, long last) implements TraceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    record InTheFuture(OffsetDateTime asOf, OffsetDateTime now) implements TraceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /**
     * More lots belong to it than one answer can tell of.
     *
     * @param lots at least so many
     */
    record TooManyLots(int lots, int most) implements TraceRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }
}
