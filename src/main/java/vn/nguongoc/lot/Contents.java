package vn.nguongoc.lot;

import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.ShipmentId;

/**
 * Where the mass of a lot is.
 *
 * @param quantity that there was
 * @param left that is still there
 * @param shipped of what went out
 * @param handedOver of what was shipped, what arrived at an organisation that takes part, as it was sent
 */
record Contents(Mass quantity, Mass left, Mass shipped, Mass handedOver) {

    static Contents of(Mass quantity) {
        return new Contents(quantity, quantity, Mass.ZERO, Mass.ZERO);
    }

    Contents after(LotDrawn event) {
        var aboard = event.by().startsWith(ShipmentId.PREFIX + "-") ? event.quantity() : Mass.ZERO;
        return new Contents(quantity, event.left(), shipped.plus(aboard), handedOver);
    }

    Contents leaving(Mass nowLeft) {
        return new Contents(quantity, nowLeft, shipped, handedOver);
    }

    Contents handingOver(Mass sent) {
        return new Contents(quantity, left, shipped, handedOver.plus(sent));
    }

    /** What is left if there had been this much. */
    Mass leftOf(Mass corrected) {
        return corrected.minus(drawn());
    }

    Contents corrected(Mass nowLeft) {
        return new Contents(nowLeft.plus(drawn()), nowLeft, shipped, handedOver);
    }

    Mass drawn() {
        return quantity.minus(left);
    }

    /** Shipped and not arrived at any organisation that takes part. */
    Mass gone() {
        return shipped.minus(handedOver);
    }
}
