package vn.nguongoc.shipment;

import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;

import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.LotRefusal;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;

class ShipmentTest {
    private static final ShipmentId SHIPMENT = new ShipmentId("ship-0000000000000001");
    private static final List<Line> TWO_LOTS = List.of(new Line(OTHER_LOT, kilograms(5)), new Line(LOT, kilograms(10)));

    private FixtureConfiguration<Shipment> dock;

    @BeforeEach
    void aDock() {
        dock = new AggregateTestFixture<>(Shipment.class);
        dock.registerInjectableResource(
                DefaultCommandGateway.builder().commandBus(dock.getCommandBus()).build());
    }

    private static Dispatch dispatch() {
        return new Dispatch(SHIPMENT, HO_DAC_KIEN, "Siêu thị", TWO_LOTS, on("20-05"));
    }

    @Test
    void what_the_lots_give_leaves() {
        dock.registerCommandHandler(
                Ship.class,
                ship -> new Drawn(
                        ((Ship) ship.getPayload()).lot(),
                        kilograms(1),
                        new Goods("bran", null, null, null, Pedigree.UNKNOWN)));
        dock.givenNoPriorActivity()
                .when(dispatch())
                .expectEvents(new ShipmentDispatched(SHIPMENT, HO_DAC_KIEN, "Siêu thị", TWO_LOTS, on("20-05")));
    }

    @Test
    void what_a_lot_does_not_hold_cannot_leave() {
        var empty = new LotRefusal.NotEnoughLeft(LOT, kilograms(10), kilograms(9));
        dock.registerCommandHandler(Ship.class, ship -> {
            throw new Refused(empty);
        });
        dock.givenNoPriorActivity()
                .when(dispatch())
                .expectException(refused(empty))
                .expectNoEvents();
    }
}
