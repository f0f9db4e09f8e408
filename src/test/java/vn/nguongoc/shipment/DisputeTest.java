package vn.nguongoc.shipment;

import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.shipment.Dock.SHIPMENT;
import static vn.nguongoc.shipment.Dock.STRANGER;
import static vn.nguongoc.shipment.Dock.TRADER;
import static vn.nguongoc.shipment.Dock.dispatched;
import static vn.nguongoc.shipment.Dock.soldOutside;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shipment.ShipmentCommand.Arrival;
import vn.nguongoc.shipment.ShipmentCommand.ConfirmReceipt;
import vn.nguongoc.shipment.ShipmentCommand.Dispute;
import vn.nguongoc.shipment.ShipmentCommand.Settle;
import vn.nguongoc.shipment.event.ShipmentEvent.DisputeSettled;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDisputed;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;

/** Where sender and receiver do not agree. */
class DisputeTest {
    private static final List<Line> NINE_OF_TEN = List.of(new Line(LOT, kilograms(9)));

    private AggregateTestFixture<Shipment> shipments = new AggregateTestFixture<>(Shipment.class);

    @BeforeEach
    void aDock() {
        shipments = new AggregateTestFixture<>(Shipment.class);
        Dock.of(shipments);
    }

    private static Dispute dispute(OrganisationId by, OffsetDateTime happenedAt) {
        return new Dispute(SHIPMENT, by, "thiếu 1 kg", NINE_OF_TEN, "kho-1", happenedAt);
    }

    private static ShipmentDisputed disputed(OrganisationId by, String dayMonth) {
        return new ShipmentDisputed(SHIPMENT, by, "thiếu 1 kg", NINE_OF_TEN, "kho-1", on(dayMonth));
    }

    private static Settle settle(OrganisationId by, OffsetDateTime happenedAt) {
        return new Settle(SHIPMENT, by, "đồng ý", "kho-2", happenedAt);
    }

    private static DisputeSettled settled(OrganisationId by, String dayMonth) {
        return new DisputeSettled(SHIPMENT, by, "đồng ý", "kho-2", on(dayMonth));
    }

    private static ShipmentReceived received() {
        return new ShipmentReceived(SHIPMENT, TRADER, List.of(), List.of(), "kho-1", on("21-05"));
    }

    @Test
    void either_side_disputes_before_or_after_the_receipt() {
        shipments
                .given(dispatched())
                .when(dispute(HO_DAC_KIEN, on("20-05")))
                .expectEvents(disputed(HO_DAC_KIEN, "20-05"));
        shipments
                .given(dispatched(), received())
                .when(dispute(TRADER, on("22-05")))
                .expectEvents(disputed(TRADER, "22-05"));
    }

    @Test
    void nobody_else_does() {
        var notFound = refused(new LogRefusal.NotFound(SHIPMENT.value()));
        shipments.given(dispatched()).when(dispute(STRANGER, on("21-05"))).expectException(notFound);
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"))
                .when(settle(STRANGER, on("21-05")))
                .expectException(notFound);
    }

    @Test
    void with_a_business_that_takes_no_part_there_is_no_other_side() {
        shipments
                .given(soldOutside())
                .when(dispute(HO_DAC_KIEN, on("21-05")))
                .expectException(refused(new ShipmentRefusal.ReceiverTakesNoPart(SHIPMENT, "Siêu thị")));
    }

    @Test
    void one_dispute_is_settled_before_the_next() {
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"))
                .when(dispute(HO_DAC_KIEN, on("22-05")))
                .expectException(refused(new ShipmentRefusal.AlreadyDisputed(SHIPMENT, TRADER)));
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"), settled(HO_DAC_KIEN, "22-05"))
                .when(dispute(HO_DAC_KIEN, on("23-05")))
                .expectEvents(disputed(HO_DAC_KIEN, "23-05"));
    }

    @Test
    void it_is_about_lots_on_board() {
        var other = new LotId("lot-0000000000000003");
        shipments
                .given(dispatched())
                .when(new Dispute(
                        SHIPMENT, TRADER, "lô lạ", List.of(new Line(other, kilograms(1))), "kho-1", on("21-05")))
                .expectException(refused(new ShipmentRefusal.NotOnBoard(other, List.of(LOT, OTHER_LOT))));
    }

    @Test
    void it_is_not_before_the_goods_left() {
        var before = on("20-05").minusSeconds(1);
        shipments
                .given(dispatched())
                .when(dispute(TRADER, before))
                .expectException(refused(new ShipmentRefusal.TooEarly(before, on("20-05"))));
    }

    @Test
    void the_other_side_settles_it() {
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"))
                .when(settle(TRADER, on("22-05")))
                .expectException(refused(new ShipmentRefusal.OtherSideSettles(TRADER)));
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"))
                .when(settle(HO_DAC_KIEN, on("21-05")))
                .expectEvents(settled(HO_DAC_KIEN, "21-05"));
    }

    @Test
    void it_is_not_settled_before_it_began_nor_twice() {
        var before = on("21-05").minusSeconds(1);
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"))
                .when(settle(HO_DAC_KIEN, before))
                .expectException(refused(new ShipmentRefusal.TooEarly(before, on("21-05"))));
        shipments
                .given(dispatched(), disputed(TRADER, "21-05"), settled(HO_DAC_KIEN, "22-05"))
                .when(settle(HO_DAC_KIEN, on("22-05")))
                .expectException(refused(new ShipmentRefusal.NothingDisputed(SHIPMENT)));
    }

    @Test
    void what_is_disputed_may_still_be_received() {
        var arrivals = List.of(
                new Arrival(LOT, kilograms(10), new LotId("lot-1000000000000001")),
                new Arrival(OTHER_LOT, kilograms(5), new LotId("lot-1000000000000002")));
        shipments
                .given(dispatched(), disputed(HO_DAC_KIEN, "20-05"))
                .when(new ConfirmReceipt(SHIPMENT, TRADER, arrivals, "kho-1", on("21-05")))
                .expectSuccessfulHandlerExecution();
    }
}
