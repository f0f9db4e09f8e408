package vn.nguongoc.shipment;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;

/** What can be asked of a shipment. */
public sealed interface ShipmentCommand {

    /** Record that goods left; {@code to} names the business they went to. */
    record Dispatch(
            @TargetAggregateIdentifier ShipmentId shipment,
            OrganisationId organisation,
            String to,
            List<Line> lines,
            OffsetDateTime happenedAt)
            implements ShipmentCommand {}
}
