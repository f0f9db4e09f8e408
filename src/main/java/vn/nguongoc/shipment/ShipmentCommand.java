package vn.nguongoc.shipment;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;

/** What can be asked of a shipment; {@code organisation} is whoever asks, {@code by} a person's code. */
public sealed interface ShipmentCommand {

    /**
     * Record that goods left.
     *
     * @param to the name of the business they went to; absent where that takes part, and has a name already
     * @param receiver that business, where it takes part
     * @param market code of where they are to be sold, if it is told
     */
    record Dispatch(
            @TargetAggregateIdentifier ShipmentId shipment,
            OrganisationId organisation,
            @Nullable String to,
            @Nullable OrganisationId receiver,
            @Nullable String market,
            List<Line> lines,
            OffsetDateTime happenedAt)
            implements ShipmentCommand {}

    /** Say what arrived of everything on board. */
    record ConfirmReceipt(
            @TargetAggregateIdentifier ShipmentId shipment,
            OrganisationId organisation,
            List<Arrival> lines,
            String by,
            OffsetDateTime happenedAt)
            implements ShipmentCommand {}

    /**
     * What arrived of one lot.
     *
     * @param received may be nothing
     * @param as the lot that it becomes, if anything did
     */
    record Arrival(LotId lot, Mass received, LotId as) {}

    /**
     * Disagree with what the other side wrote.
     *
     * @param lines what was counted instead, of the lots that it is about; none where that is not the matter
     */
    record Dispute(
            @TargetAggregateIdentifier ShipmentId shipment,
            OrganisationId organisation,
            String reason,
            List<Line> lines,
            String by,
            OffsetDateTime happenedAt)
            implements ShipmentCommand {}

    /** Agree with the side that disputed. */
    record Settle(
            @TargetAggregateIdentifier ShipmentId shipment,
            OrganisationId organisation,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements ShipmentCommand {}
}
