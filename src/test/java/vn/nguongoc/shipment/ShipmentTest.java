package vn.nguongoc.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.shipment.Dock.FIVE;
import static vn.nguongoc.shipment.Dock.SHIPMENT;
import static vn.nguongoc.shipment.Dock.TEN;
import static vn.nguongoc.shipment.Dock.TRADER;
import static vn.nguongoc.shipment.Dock.TRADERS_NAME;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.LotRefusal;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;

class ShipmentTest {
    private AggregateTestFixture<Shipment> shipments = new AggregateTestFixture<>(Shipment.class);
    private Dock dock = Dock.of(shipments);

    @BeforeEach
    void aDock() {
        shipments = new AggregateTestFixture<>(Shipment.class);
        dock = Dock.of(shipments);
    }

    private static Dispatch toASupermarket(Line... lines) {
        return new Dispatch(SHIPMENT, HO_DAC_KIEN, "Siêu thị", null, null, List.of(lines), on("20-05"));
    }

    private static Dispatch to(@Nullable OrganisationId receiver, List<Line> lines) {
        return new Dispatch(SHIPMENT, HO_DAC_KIEN, null, receiver, "eu", lines, on("20-05"));
    }

    @Test
    void what_the_lots_give_leaves() {
        shipments
                .givenNoPriorActivity()
                .when(toASupermarket(FIVE, TEN))
                .expectEvents(new ShipmentDispatched(
                        SHIPMENT, HO_DAC_KIEN, "Siêu thị", null, null, List.of(FIVE, TEN), on("20-05")));
        assertThat(dock.asked)
                .as("in the order of their ids, not of the lines")
                .containsExactly(ship(LOT, 10, null), ship(OTHER_LOT, 5, null));
    }

    private static Ship ship(LotId lot, long kilograms, @Nullable String market) {
        return new Ship(lot, HO_DAC_KIEN, SHIPMENT, kilograms(kilograms), market, on("20-05"));
    }

    @Test
    void a_receiver_that_takes_part_is_known_by_its_name_and_each_lot_hears_of_the_market() {
        shipments
                .givenNoPriorActivity()
                .when(to(TRADER, List.of(TEN)))
                .expectEvents(new ShipmentDispatched(
                        SHIPMENT, HO_DAC_KIEN, TRADERS_NAME, TRADER, "eu", List.of(TEN), on("20-05")));
        assertThat(dock.asked).containsExactly(new Vouch(TRADER, Set.of(Role.HOLDER)), ship(LOT, 10, "eu"));
    }

    @Test
    void what_a_lot_does_not_hold_cannot_leave() {
        var empty = new LotRefusal.NotEnoughLeft(LOT, kilograms(10), kilograms(9));
        shipments.registerCommandHandler(Ship.class, ship -> {
            throw new Refused(empty);
        });
        shipments
                .givenNoPriorActivity()
                .when(toASupermarket(TEN))
                .expectException(refused(empty))
                .expectNoEvents();
    }

    @Test
    void nobody_hands_over_to_themselves() {
        shipments
                .givenNoPriorActivity()
                .when(to(HO_DAC_KIEN, List.of(TEN)))
                .expectException(refused(new ShipmentRefusal.ToItself(HO_DAC_KIEN)));
        assertThat(dock.asked).isEmpty();
    }

    @Test
    void a_lot_stands_on_one_line() {
        shipments
                .givenNoPriorActivity()
                .when(toASupermarket(TEN, FIVE, TEN))
                .expectException(refused(new ShipmentRefusal.LotTwice(LOT)));
    }

    @Test
    void no_more_lots_leave_for_a_receiver_than_one_receipt_can_tell_of() {
        shipments
                .givenNoPriorActivity()
                .when(to(TRADER, lines(151)))
                .expectException(refused(new ShipmentRefusal.TooManyLots(151, 150)));
        shipments.givenNoPriorActivity().when(to(TRADER, lines(150))).expectSuccessfulHandlerExecution();
        shipments
                .givenNoPriorActivity()
                .when(toASupermarket(lines(151).toArray(Line[]::new)))
                .expectSuccessfulHandlerExecution();
    }

    private static List<Line> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Line(new LotId("lot-%016d".formatted(i)), kilograms(1)))
                .toList();
    }
}
