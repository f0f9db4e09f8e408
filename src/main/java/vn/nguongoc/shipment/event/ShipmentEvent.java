package vn.nguongoc.shipment.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;

/** What happened to goods on their way. */
public sealed interface ShipmentEvent {

    ShipmentId shipment();

    OffsetDateTime happenedAt();

    /**
     * @param organisation that held the goods
     * @param to the business they went to, by name
     * @param receiver that business, where it takes part: it confirms what arrived
     * @param market code of where they are to be sold, if it was told
     */
    @EventName(value = "shipment.dispatched", revision = 2)
    record ShipmentDispatched(
            ShipmentId shipment,
            OrganisationId organisation,
            String to,
            @Nullable OrganisationId receiver,
            @Nullable String market,
            List<Line> lines,
            OffsetDateTime happenedAt)
            implements ShipmentEvent {
        public ShipmentDispatched {
            lines = List.copyOf(lines);
        }
    }

    /** Part of a lot on board. */
    record Line(LotId lot, Mass quantity) {}

    /**
     * The receiver said what arrived, and holds it from then on.
     *
     * @param flags doubts about what was lost on the way
     * @param by who confirmed it, a person's code
     */
    @EventName("shipment.received")
    record ShipmentReceived(
            ShipmentId shipment,
            OrganisationId receiver,
            List<ReceivedLine> lines,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            String by,
            OffsetDateTime happenedAt)
            implements ShipmentEvent {
        public ShipmentReceived {
            lines = List.copyOf(lines);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * What arrived of one lot.
     *
     * @param lot it was where it came from
     * @param receivedAs the lot that it is now; absent where nothing arrived
     */
    record ReceivedLine(
            LotId lot, Mass sent, Mass received, @Nullable LotId receivedAs) {}

    /**
     * One side does not agree with what the other wrote.
     *
     * @param organisation that says so: sender or receiver
     * @param lines what it counted, of those lots that it is about
     * @param by who wrote it, a person's code
     */
    @EventName("shipment.disputed")
    record ShipmentDisputed(
            ShipmentId shipment,
            OrganisationId organisation,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Line> lines,
            String by,
            OffsetDateTime happenedAt)
            implements ShipmentEvent {
        public ShipmentDisputed {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /**
     * The other side agreed.
     *
     * @param organisation that did not dispute
     * @param by who wrote it, a person's code
     */
    @EventName("shipment.dispute-settled")
    record DisputeSettled(
            ShipmentId shipment, OrganisationId organisation, String reason, String by, OffsetDateTime happenedAt)
            implements ShipmentEvent {}
}
