package vn.nguongoc.shipment.event.upcast;

import java.util.List;
import vn.nguongoc.eventlog.Upcaster;

/** How what this room stored under older revisions is read. */
public final class ShipmentUpcasters {
    /** A mill, a plant or a trader may hold goods too: revision 1 called every holder a cooperative. */
    private static final Upcaster HOLDER_IS_AN_ORGANISATION =
            Upcaster.renaming("shipment.dispatched", 1, "cooperative", "organisation");

    private ShipmentUpcasters() {}

    public static List<Upcaster> all() {
        return List.of(HOLDER_IS_AN_ORGANISATION);
    }
}
