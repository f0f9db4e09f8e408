package vn.nguongoc.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.shipment.Dock.FIVE;
import static vn.nguongoc.shipment.Dock.SHIPMENT;
import static vn.nguongoc.shipment.Dock.STRANGER;
import static vn.nguongoc.shipment.Dock.TEN;
import static vn.nguongoc.shipment.Dock.TRADER;
import static vn.nguongoc.shipment.Dock.dispatched;
import static vn.nguongoc.shipment.Dock.soldOutside;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotRefusal;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shipment.ShipmentCommand.Arrival;
import vn.nguongoc.shipment.ShipmentCommand.ConfirmReceipt;
import vn.nguongoc.shipment.event.ShipmentEvent.ReceivedLine;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;

/** Ten kilograms of one lot and five of another left on 20 May; what did the trader get? */
class ReceiptTest {
    private static final LotId AS = new LotId("lot-1000000000000001");
    private static final LotId AS_OTHER = new LotId("lot-1000000000000002");
    private static final String SOURCE = "rules.md rice (transport loss ≤ 1 %) [K]";

    private AggregateTestFixture<Shipment> shipments = new AggregateTestFixture<>(Shipment.class);
    private Dock dock = Dock.of(shipments);

    @BeforeEach
    void aDock() {
        shipments = new AggregateTestFixture<>(Shipment.class);
        dock = Dock.of(shipments);
    }

    private static ConfirmReceipt receipt(OrganisationId by, OffsetDateTime happenedAt, Arrival... lines) {
        return new ConfirmReceipt(SHIPMENT, by, List.of(lines), "kho-1", happenedAt);
    }

    private static Arrival ten(long grams) {
        return new Arrival(LOT, new Mass(grams), AS);
    }

    private static Arrival five(long grams) {
        return new Arrival(OTHER_LOT, new Mass(grams), AS_OTHER);
    }

    private static ShipmentReceived received(List<Flag> flags, ReceivedLine... lines) {
        return new ShipmentReceived(SHIPMENT, TRADER, Arrays.asList(lines), flags, "kho-1", on("21-05"));
    }

    @Test
    void what_arrived_is_handed_over_lot_by_lot_in_the_order_of_their_ids() {
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("21-05"), five(5_000), ten(9_990)))
                .expectEvents(received(
                        List.of(),
                        new ReceivedLine(LOT, kilograms(10), new Mass(9_990), AS),
                        new ReceivedLine(OTHER_LOT, kilograms(5), kilograms(5), AS_OTHER)));
        assertThat(dock.asked)
                .containsExactly(
                        new HandOver(LOT, SHIPMENT, TRADER, AS, kilograms(10), new Mass(9_990), on("21-05")),
                        new HandOver(OTHER_LOT, SHIPMENT, TRADER, AS_OTHER, kilograms(5), kilograms(5), on("21-05")));
    }

    @Test
    void one_per_cent_may_be_lost_on_the_way_and_a_gram_more_is_a_doubt() {
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("21-05"), ten(9_900), five(4_949)))
                .expectEvents(received(
                        List.of(new Flag("transit-loss", OTHER_LOT.value(), percent("1.02"), percent("1"), SOURCE)),
                        new ReceivedLine(LOT, kilograms(10), new Mass(9_900), AS),
                        new ReceivedLine(OTHER_LOT, kilograms(5), new Mass(4_949), AS_OTHER)));
    }

    @Test
    void a_gram_past_the_limit_is_not_rounded_away() {
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("21-05"), ten(9_899), five(4_950)))
                .expectEvents(received(
                        List.of(new Flag("transit-loss", LOT.value(), percent("1.01"), percent("1"), SOURCE)),
                        new ReceivedLine(LOT, kilograms(10), new Mass(9_899), AS),
                        new ReceivedLine(OTHER_LOT, kilograms(5), new Mass(4_950), AS_OTHER)));
    }

    @Test
    void what_never_arrived_is_nobodys_lot_and_a_doubt() {
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("21-05"), ten(10_000), five(0)))
                .expectEvents(received(
                        List.of(new Flag("transit-loss", OTHER_LOT.value(), percent("100.00"), percent("1"), SOURCE)),
                        new ReceivedLine(LOT, kilograms(10), kilograms(10), AS),
                        new ReceivedLine(OTHER_LOT, kilograms(5), Mass.ZERO, null)));
        assertThat(dock.asked).hasSize(1);
    }

    @Test
    void more_than_was_sent_is_for_the_lot_to_refuse() {
        var tooMuch = new LotRefusal.MoreThanWasSent(LOT, kilograms(11), kilograms(10), percent("0.5"), "x [I]");
        shipments.registerCommandHandler(HandOver.class, handOver -> {
            throw new Refused(tooMuch);
        });
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("21-05"), ten(11_000), five(5_000)))
                .expectException(refused(tooMuch))
                .expectNoEvents();
    }

    @Test
    void only_whom_it_was_sent_to_receives_it() {
        var notFound = refused(new LogRefusal.NotFound(SHIPMENT.value()));
        for (var other : List.of(HO_DAC_KIEN, STRANGER)) {
            shipments
                    .given(dispatched())
                    .when(receipt(other, on("21-05"), ten(1), five(1)))
                    .expectException(notFound);
        }
        shipments
                .given(soldOutside())
                .when(receipt(TRADER, on("21-05"), ten(1), five(1)))
                .expectException(notFound);
    }

    @Test
    void it_is_received_once() {
        shipments
                .given(dispatched(), received(List.of()))
                .when(receipt(TRADER, on("22-05"), ten(10_000), five(5_000)))
                .expectException(refused(new ShipmentRefusal.AlreadyReceived(SHIPMENT, on("21-05"))));
    }

    @Test
    void it_is_not_received_before_it_left() {
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("20-05").minusSeconds(1), ten(10_000), five(5_000)))
                .expectException(
                        refused(new ShipmentRefusal.TooEarly(on("20-05").minusSeconds(1), on("20-05"))));
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("20-05"), ten(10_000), five(5_000)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void each_lot_on_board_has_one_line_and_no_other_lot_any() {
        var onBoard = List.of(LOT, OTHER_LOT);
        var stranger = new Arrival(AS, kilograms(1), AS);
        refuses(new ShipmentRefusal.LinesDiffer(List.of(LOT), onBoard), ten(1));
        refuses(new ShipmentRefusal.LinesDiffer(List.of(LOT, LOT, OTHER_LOT), onBoard), ten(1), five(1), ten(1));
        refuses(new ShipmentRefusal.LinesDiffer(List.of(LOT, OTHER_LOT, AS), onBoard), ten(1), five(1), stranger);
        refuses(new ShipmentRefusal.LinesDiffer(List.of(LOT, AS), onBoard), ten(1), stranger);
    }

    private void refuses(ShipmentRefusal because, Arrival... lines) {
        shipments
                .given(dispatched())
                .when(receipt(TRADER, on("21-05"), lines))
                .expectException(refused(because))
                .expectNoEvents();
        assertThat(dock.asked).isEmpty();
        assertThat(dispatched().lines()).containsExactly(FIVE, TEN);
    }
}
