package vn.nguongoc.history;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Things;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.view.Journey;
import vn.nguongoc.view.ViewOfShipment;

/** Shipments as they stand now. */
@Component
public class Journeys {
    private final Things things;
    private final Clock clock;
    private final int unconfirmedDays;

    Journeys(Things things, Clock clock, Catalogue catalogue) {
        this.things = things;
        this.clock = clock;
        this.unconfirmedDays = catalogue.thresholds().unconfirmedDays().whole();
    }

    public Optional<Journey> of(ShipmentId shipment) {
        return things.find(ViewOfShipment.class, shipment).map(it -> Journey.at(clock.instant(), it, unconfirmedDays));
    }
}
