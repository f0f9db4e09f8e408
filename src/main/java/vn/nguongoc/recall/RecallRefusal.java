package vn.nguongoc.recall;

import java.time.OffsetDateTime;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.Refusal;

/** Why a recall says no. */
public sealed interface RecallRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** The lot is in a recall by name. */
    record AlreadyRecalled(LotId lot, RecallId recall) implements RecallRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** The recall has not reached this lot. */
    record NotRecalled(LotId lot, RecallId recall) implements RecallRefusal {}

    /** More would have come back of the lot than had gone. */
    record MoreThanHadGone(LotId lot, Mass requested, Mass recovered, Mass gone) implements RecallRefusal {}

    record AlreadyClosed(RecallId recall, OffsetDateTime closedAt) implements RecallRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** It cannot have happened before this. */
    record TooEarly(OffsetDateTime requested, OffsetDateTime notBefore) implements RecallRefusal {}
}
