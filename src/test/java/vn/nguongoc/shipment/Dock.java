package vn.nguongoc.shipment;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;

/** Where shipments of tests leave: two lots of Hồ Đắc Kiện, 10 kg and 5 kg, on their way to a trader. */
final class Dock {
    static final ShipmentId SHIPMENT = new ShipmentId("ship-0000000000000001");
    static final OrganisationId TRADER = new OrganisationId("org-0000000000000001");
    static final OrganisationId STRANGER = new OrganisationId("org-0000000000000002");
    static final String TRADERS_NAME = "Thương lái Ba Tèo (thử)";
    static final Line TEN = new Line(LOT, kilograms(10));
    static final Line FIVE = new Line(OTHER_LOT, kilograms(5));

    /** What the lots and organisations were asked, in that order. */
    final List<Object> asked = new ArrayList<>();

    private Dock() {}

    static Dock of(AggregateTestFixture<Shipment> fixture) {
        var dock = new Dock();
        fixture.registerInjectableResource(DefaultCommandGateway.builder()
                .commandBus(fixture.getCommandBus())
                .build());
        fixture.registerInjectableResource(CATALOGUE);
        fixture.registerCommandHandler(Ship.class, message -> dock.drawn((Ship) message.getPayload()));
        fixture.registerCommandHandler(Vouch.class, message -> dock.vouched((Vouch) message.getPayload()));
        fixture.registerCommandHandler(HandOver.class, message -> dock.asked.add(message.getPayload()));
        return dock;
    }

    private Drawn drawn(Ship ship) {
        asked.add(ship);
        return new Drawn(ship.lot(), ship.quantity(), new Goods("bran", null, null, null, Pedigree.UNKNOWN));
    }

    private Party vouched(Vouch vouch) {
        asked.add(vouch);
        return new Party(vouch.organisation(), TRADERS_NAME, PartnerKind.TRADER);
    }

    /** On 20 May. */
    static ShipmentDispatched dispatched() {
        return new ShipmentDispatched(
                SHIPMENT, HO_DAC_KIEN, TRADERS_NAME, TRADER, null, List.of(FIVE, TEN), on("20-05"));
    }

    /** To somebody who takes no part. */
    static ShipmentDispatched soldOutside() {
        return new ShipmentDispatched(SHIPMENT, HO_DAC_KIEN, "Siêu thị", null, null, List.of(FIVE, TEN), on("20-05"));
    }
}
