package vn.nguongoc.scan;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Things;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfShipment;

/** What the history knows of the lots whose units are scanned. */
@Component
class LotsOfScans {
    private final Things things;
    private final LotList list;

    LotsOfScans(Things things, LotList list) {
        this.things = things;
        this.list = list;
    }

    Optional<LotFacts> facts(LotId lot) {
        return things.find(ViewOfLot.class, lot)
                .map(it -> new LotFacts(it.organisation(), dispatchedOn(it), LotFacts.recalledOn(it)));
    }

    private @Nullable LocalDate dispatchedOn(ViewOfLot lot) {
        return LotFacts.firstDay(lot.shipments().stream()
                .flatMap(it -> things.find(ViewOfShipment.class, it).stream())
                .map(ViewOfShipment::since));
    }

    boolean isKnown(Gs1 gtin) {
        return !list.page(LotFilter.ofGoods(gtin), null, 1).items().isEmpty();
    }
}
