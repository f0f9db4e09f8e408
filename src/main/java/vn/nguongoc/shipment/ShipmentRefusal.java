package vn.nguongoc.shipment;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.ShipmentId;

/** Why a shipment cannot have been so. */
public sealed interface ShipmentRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.INVALID;
    }

    /** Nobody hands over to themselves. */
    record ToItself(OrganisationId organisation) implements ShipmentRefusal {}

    /** One lot stands on two lines. */
    record LotTwice(LotId lot) implements ShipmentRefusal {}

    /** What arrives of a shipment is one entry in the log, which holds so many lots. */
    record TooManyLots(int requested, int limit) implements ShipmentRefusal {}

    /** It cannot have happened before this. */
    record TooEarly(OffsetDateTime requested, OffsetDateTime notBefore) implements ShipmentRefusal {}

    /** What arrived was said before. */
    record AlreadyReceived(ShipmentId shipment, OffsetDateTime receivedAt) implements ShipmentRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** A receipt says of each lot on board, once, what arrived of it. */
    record LinesDiffer(List<LotId> told, List<LotId> onBoard) implements ShipmentRefusal {}

    /** The lot was no part of the shipment. */
    record NotOnBoard(LotId lot, List<LotId> onBoard) implements ShipmentRefusal {}

    /** Whoever got the goods takes no part here: there is no other side. */
    record ReceiverTakesNoPart(ShipmentId shipment, String to) implements ShipmentRefusal {}

    /** One dispute is settled before the next begins. */
    record AlreadyDisputed(ShipmentId shipment, OrganisationId disputedBy) implements ShipmentRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** There is nothing to settle. */
    record NothingDisputed(ShipmentId shipment) implements ShipmentRefusal {}

    /** Whoever disputed waits for the other side to agree. */
    record OtherSideSettles(OrganisationId disputedBy) implements ShipmentRefusal {}
}
