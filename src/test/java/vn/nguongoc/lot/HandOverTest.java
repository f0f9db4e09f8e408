package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;
import static vn.nguongoc.lot.Lots.MILL;
import static vn.nguongoc.lot.Lots.SHIPMENT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.InMemoryFarm;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

class HandOverTest {
    private final InMemoryFarm farm = new InMemoryFarm();

    @BeforeEach
    void tenTonnesOfPaddyOfWhichFiveWereShipped() {
        farm.given(LOT.value(), Farm.harvested(LOT, 10_000));
        farm.send(new Ship(LOT, HO_DAC_KIEN, SHIPMENT, kilograms(5_000), null, on("25-04")));
    }

    private static HandOver arrived(Mass received) {
        return new HandOver(LOT, SHIPMENT, MILL, OTHER_LOT, kilograms(5_000), received, on("26-04"));
    }

    @Test
    void what_arrives_is_the_receivers_lot_of_the_same_goods() {
        assertThat(farm.when(arrived(kilograms(4_980))))
                .containsExactly(
                        new LotHandedOver(
                                LOT, SHIPMENT, MILL, OTHER_LOT, kilograms(5_000), kilograms(4_980), on("26-04")),
                        new LotReceived(
                                OTHER_LOT,
                                MILL,
                                SHIPMENT,
                                LOT,
                                kilograms(4_980),
                                new Goods(Farm.PADDY, percent("24.5"), null, null, Pedigree.of(on("24-04"))),
                                null,
                                on("26-04")));
    }

    private static Draw draw(OrganisationId by, Mass quantity, String dayMonth) {
        return new Draw(OTHER_LOT, by, Lots.STEP, quantity, false, on(dayMonth));
    }

    @Test
    void the_receiver_has_what_was_weighed_on_arrival_from_then_on() {
        farm.send(arrived(kilograms(4_980)));
        assertThat(refusalOf(() -> farm.send(draw(HO_DAC_KIEN, kilograms(1), "26-04"))))
                .isEqualTo(new LogRefusal.NotFound(OTHER_LOT.value()));
        assertThat(refusalOf(() -> farm.send(draw(MILL, kilograms(1), "25-04"))))
                .isEqualTo(new LotRefusal.BeforeItExisted(OTHER_LOT, on("25-04"), on("26-04")));
        assertThat(refusalOf(() -> farm.send(draw(MILL, new Mass(4_980_001), "26-04"))))
                .isEqualTo(new LotRefusal.NotEnoughLeft(OTHER_LOT, new Mass(4_980_001), kilograms(4_980)));
        assertThat(farm.when(draw(MILL, kilograms(4_980), "26-04"))).hasSize(1);
    }

    @Test
    void two_scales_may_be_half_a_per_cent_apart_and_no_gram_more() {
        assertThat(refusalOf(() -> farm.send(arrived(new Mass(5_025_001)))))
                .isEqualTo(new LotRefusal.MoreThanWasSent(
                        LOT, new Mass(5_025_001), kilograms(5_000), percent("0.5"), "rules.md 1 [I]"));
        assertThat(farm.when(arrived(kilograms(5_025)))).hasSize(2);
    }

    @Test
    void nothing_arrives_before_the_lot_was_there() {
        var early = new HandOver(LOT, SHIPMENT, MILL, OTHER_LOT, kilograms(5_000), kilograms(5_000), on("23-04"));
        assertThat(refusalOf(() -> farm.send(early)))
                .isEqualTo(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04")));
    }

    @Test
    void packed_goods_arrive_in_whole_bags() {
        var packed = new InMemoryFarm();
        packed.given(LOT.value(), Lots.packedRice());
        packed.send(new Ship(LOT, HO_DAC_KIEN, SHIPMENT, kilograms(5_000), null, on("20-05")));
        var half = new HandOver(LOT, SHIPMENT, MILL, OTHER_LOT, kilograms(5_000), kilograms(4_998), on("21-05"));
        assertThat(refusalOf(() -> packed.send(half)))
                .isEqualTo(new LotRefusal.NotWholeUnits(LOT, kilograms(4_998), kilograms(5)));
        var whole = new HandOver(LOT, SHIPMENT, MILL, OTHER_LOT, kilograms(5_000), kilograms(4_995), on("21-05"));
        assertThat(packed.when(whole)).hasSize(2);
    }

    @Test
    void what_is_wrong_with_the_goods_goes_along_and_what_is_wrong_with_the_place_stays() {
        hold("1", HoldCause.PERSON, null);
        hold("2", HoldCause.COLD_CHAIN, null);
        hold("3", HoldCause.LAB_FAILED, "residue");
        hold("plot-0000000000000001/4", HoldCause.WAITING_TIME, "residue");
        hold("recall-0000000000000001", HoldCause.RECALL, null);
        assertThat(farm.when(arrived(kilograms(5_000))).stream().filter(LotHeld.class::isInstance))
                .containsExactly(
                        held(LOT + "/3", HoldCause.LAB_FAILED, "residue"),
                        held("plot-0000000000000001/4", HoldCause.WAITING_TIME, "residue"),
                        held("recall-0000000000000001", HoldCause.RECALL, null));
        assertThat(refusalOf(() -> farm.send(draw(MILL, kilograms(1), "26-04"))))
                .isInstanceOf(LotRefusal.OnHold.class);
    }

    private void hold(String id, HoldCause cause, @Nullable String test) {
        farm.send(new HoldBack(LOT, new Hold(id, cause, test, "vì", "KCS-01"), on("25-04")));
    }

    private static LotHeld held(String id, HoldCause cause, @Nullable String test) {
        return new LotHeld(OTHER_LOT, id, cause, test, "vì", "KCS-01", on("26-04"));
    }

    @Test
    void what_was_weighed_on_arrival_is_the_shipments_to_say() {
        farm.send(arrived(kilograms(5_000)));
        var correct =
                new Correct(OTHER_LOT, MILL, kilograms(4_000), null, null, null, "Cân lại", "KCS-01", on("27-04"));
        assertThat(refusalOf(() -> farm.send(correct)))
                .isEqualTo(new LotRefusal.CorrectedElsewhere(OTHER_LOT, SHIPMENT.value()));
    }
}
