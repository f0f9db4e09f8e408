package vn.nguongoc.view;

import java.util.EnumSet;
import java.util.Set;
import vn.nguongoc.lot.event.HoldCause;

/** How a lot stands; several may be true of one lot. */
public enum LotStatus {
    /** Something of it is left. */
    IN_STOCK,
    /** Something of it is left, and nothing holds it back. */
    AVAILABLE,
    /** Nothing of it is left. */
    USED_UP,
    /** Part of it left in a shipment. */
    SHIPPED,
    /** It is held back. */
    HELD,
    /** It is recalled. */
    RECALLED;

    public static Set<LotStatus> of(ViewOfLot lot) {
        var all = EnumSet.of(lot.left().isZero() ? USED_UP : IN_STOCK);
        if (!lot.left().isZero() && lot.holds().isEmpty()) {
            all.add(AVAILABLE);
        }
        if (!lot.shipments().isEmpty()) {
            all.add(SHIPPED);
        }
        if (!lot.holds().isEmpty()) {
            all.add(HELD);
        }
        if (lot.holds().stream().anyMatch(it -> it.cause() == HoldCause.RECALL)) {
            all.add(RECALLED);
        }
        return all;
    }
}
