package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.harvested;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.PlaceHold;
import vn.nguongoc.lot.LotCommand.Receive;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.plot.PlotCommand.BannedSubstanceUsed;
import vn.nguongoc.shared.ShipmentId;

/** A lot may be held back from its first moment on. */
class BornOnHoldTest {
    private static final ShipmentId SHIPMENT = new ShipmentId("ship-0000000000000001");
    private static final Goods GOODS = new Goods(PADDY, null, null, null, Pedigree.of(on("24-04")));
    private static final Hold FAILED = new Hold(LOT + "/1", HoldCause.LAB_FAILED, "residue", "residue", "residue");

    private final AggregateTestFixture<HarvestLot> lots = new AggregateTestFixture<>(HarvestLot.class);

    private static Receive receive(Hold... holds) {
        return new Receive(OTHER_LOT, HOA_TU, SHIPMENT, LOT, kilograms(10), GOODS, null, List.of(holds), on("21-05"));
    }

    private static LotReceived received() {
        return new LotReceived(OTHER_LOT, HOA_TU, SHIPMENT, LOT, kilograms(10), GOODS, null, on("21-05"));
    }

    private static LotHeld held(Hold hold) {
        return new LotHeld(OTHER_LOT, hold.id(), hold.cause(), hold.test(), hold.reason(), hold.by(), on("21-05"));
    }

    @Test
    void what_arrives_is_held_as_it_was_where_it_came_from() {
        lots.givenNoPriorActivity().when(receive(FAILED)).expectEvents(received(), held(FAILED));
    }

    @Test
    void what_is_harvested_where_something_banned_was_used_is_held() {
        lots.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(lots.getCommandBus())
                        .build())
                .registerCommandHandler(
                        PlotCommand.Harvest.class,
                        harvest -> new PlotCommand.Picked(
                                1,
                                Set.of(),
                                Map.of(),
                                Map.of(),
                                List.of(new BannedSubstanceUsed(P1 + "/3", "carbendazim")),
                                List.of()));
        lots.givenNoPriorActivity()
                .when(new RecordHarvest(
                        LOT,
                        HO_DAC_KIEN,
                        P1,
                        PADDY,
                        kilograms(10),
                        percent("24.5"),
                        null,
                        null,
                        null,
                        false,
                        on("24-04")))
                .expectEvents(
                        harvested(LOT, 10),
                        new LotHeld(
                                LOT,
                                P1 + "/3",
                                HoldCause.BANNED_SUBSTANCE,
                                null,
                                "carbendazim",
                                P1 + "/3",
                                on("24-04")));
    }

    @Test
    void a_hold_that_is_handed_over_keeps_a_name_that_no_hold_there_can_take() {
        var asked = new ArrayList<Object>();
        lots.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(lots.getCommandBus())
                        .build());
        var failed = new LotHeld(LOT, "1", HoldCause.LAB_FAILED, "residue", "residue", "residue", on("21-05"));
        lots.registerCommandHandler(Receive.class, message -> asked.add(message.getPayload()));
        lots.given(harvested(LOT, 100), failed)
                .when(new HandOver(LOT, SHIPMENT, HOA_TU, OTHER_LOT, kilograms(10), kilograms(10), on("21-05")))
                .expectSuccessfulHandlerExecution();
        assertThat(asked).singleElement().extracting("holds").isEqualTo(List.of(FAILED));
        assertThat(FAILED.inheritedFrom(OTHER_LOT))
                .as("it has its name already")
                .isEqualTo(FAILED);
    }

    @Test
    void a_hold_of_its_own_does_not_take_the_place_of_one_that_came_with_it() {
        lots.given(received(), held(FAILED))
                .when(new PlaceHold(OTHER_LOT, HOA_TU, "chờ cân lại", "qc-1", on("22-05")))
                .expectEvents(new LotHeld(OTHER_LOT, "2", HoldCause.PERSON, null, "chờ cân lại", "qc-1", on("22-05")));
    }
}
