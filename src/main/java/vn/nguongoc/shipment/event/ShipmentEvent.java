package vn.nguongoc.shipment.event;

import java.time.OffsetDateTime;
import java.util.List;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;

/** What happened to goods on their way. */
public sealed interface ShipmentEvent {

    /**
     * @param organisation that held the goods
     * @param to the business they went to, by name
     */
    @EventName(value = "shipment.dispatched", revision = 2)
    record ShipmentDispatched(
            ShipmentId shipment, OrganisationId organisation, String to, List<Line> lines, OffsetDateTime happenedAt)
            implements ShipmentEvent {
        public ShipmentDispatched {
            lines = List.copyOf(lines);
        }
    }

    /** Part of a lot on board. */
    record Line(LotId lot, Mass quantity) {}
}
