package vn.nguongoc.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it stands at a moment. That nobody confirmed it nobody records: it is seen when somebody looks.
 *
 * @param daysOnTheWay whole days until it arrived, or until now; absent where nobody will confirm it
 * @param overdue whether somebody should have confirmed it by now and did not
 */
public record Journey(
        @JsonUnwrapped ViewOfShipment shipment,
        State state,
        @Nullable Long daysOnTheWay,
        boolean overdue) {

    /** How far it has come. */
    public enum State {
        /** To a business that takes no part: nobody will say what arrived. */
        @JsonProperty("sent")
        SENT,
        @JsonProperty("on-the-way")
        ON_THE_WAY,
        @JsonProperty("received")
        RECEIVED,
        /** One side does not agree, whether it has arrived or not. */
        @JsonProperty("disputed")
        DISPUTED
    }

    /** @param unconfirmedDays after so many, somebody should have confirmed it */
    public static Journey at(Instant now, ViewOfShipment shipment, int unconfirmedDays) {
        if (shipment.receiver() == null) {
            return new Journey(shipment, State.SENT, null, false);
        }
        var receipt = shipment.receipt();
        var until = receipt == null ? now : receipt.fact().happenedAt().toInstant();
        var days = Duration.between(shipment.since().toInstant(), until).toDays();
        return new Journey(shipment, state(shipment), days, receipt == null && days >= unconfirmedDays);
    }

    private static State state(ViewOfShipment shipment) {
        if (shipment.isDisputed()) {
            return State.DISPUTED;
        }
        return shipment.receipt() == null ? State.ON_THE_WAY : State.RECEIVED;
    }
}
