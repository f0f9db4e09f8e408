package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nguongoc.InMemoryFarm;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Split;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;

class SplitTest {
    private static final LotId PART = new LotId("lot-0000000000000009");

    private static final LotHarvested PADDY_LOT = new LotHarvested(
            LOT,
            HO_DAC_KIEN,
            P1,
            1,
            PADDY,
            kilograms(10_000),
            percent("24.5"),
            "L-R1",
            null,
            null,
            Lots.claiming("vietgap"),
            List.of(),
            on("24-04"));

    private final InMemoryFarm farm = new InMemoryFarm();

    private static Split split(Mass... parts) {
        var ids = List.of(OTHER_LOT, PART);
        return new Split(
                LOT,
                HO_DAC_KIEN,
                List.of(parts).stream()
                        .map(part -> new Portion(ids.get(List.of(parts).indexOf(part)), part))
                        .toList(),
                on("25-04"));
    }

    @Test
    void each_part_is_a_lot_of_the_same_goods() {
        farm.given(LOT.value(), PADDY_LOT);
        var goods = new Goods(PADDY, percent("24.5"), null, null, Lots.claiming("vietgap"));
        assertThat(farm.when(split(kilograms(6_000), kilograms(3_000))))
                .containsExactly(
                        new LotSplit(
                                LOT,
                                List.of(new Portion(OTHER_LOT, kilograms(6_000)), new Portion(PART, kilograms(3_000))),
                                kilograms(1_000),
                                on("25-04")),
                        new LotSplitOff(OTHER_LOT, HO_DAC_KIEN, LOT, kilograms(6_000), goods, "L-R1", on("25-04")),
                        new LotSplitOff(PART, HO_DAC_KIEN, LOT, kilograms(3_000), goods, "L-R1", on("25-04")));
    }

    @Test
    void a_part_gives_out_no_more_than_it_was_given() {
        farm.given(LOT.value(), PADDY_LOT);
        farm.send(split(kilograms(6_000), kilograms(3_000)));
        var all = new Draw(OTHER_LOT, HO_DAC_KIEN, Lots.STEP, kilograms(6_000), false, on("25-04"));
        assertThat(farm.when(all))
                .containsExactly(new LotDrawn(OTHER_LOT, Lots.STEP.value(), kilograms(6_000), Mass.ZERO, on("25-04")));
        assertThat(refusalOf(() ->
                        farm.send(new Draw(PART, HO_DAC_KIEN, Lots.STEP, new Mass(3_000_001), false, on("25-04")))))
                .isEqualTo(new LotRefusal.NotEnoughLeft(PART, new Mass(3_000_001), kilograms(3_000)));
        assertThat(refusalOf(() ->
                        farm.send(new Draw(LOT, HO_DAC_KIEN, Lots.STEP, new Mass(1_000_001), false, on("25-04")))))
                .isEqualTo(new LotRefusal.NotEnoughLeft(LOT, new Mass(1_000_001), kilograms(1_000)));
    }

    @Test
    void all_of_a_lot_may_be_split_and_no_gram_more() {
        farm.given(LOT.value(), PADDY_LOT);
        assertThat(refusalOf(() -> farm.send(split(kilograms(6_000), new Mass(4_000_001)))))
                .isEqualTo(new LotRefusal.NotEnoughLeft(LOT, new Mass(10_000_001), kilograms(10_000)));
        assertThat(farm.when(split(kilograms(6_000), kilograms(4_000)))).hasSize(3);
    }

    @Test
    void packed_goods_are_split_between_bags() {
        farm.given(LOT.value(), Lots.packedRice());
        var late = on("25-05");
        var half = new Split(
                LOT, HO_DAC_KIEN, List.of(new Portion(OTHER_LOT, kilograms(5)), new Portion(PART, kilograms(7))), late);
        assertThat(refusalOf(() -> farm.send(half)))
                .isEqualTo(new LotRefusal.NotWholeUnits(LOT, kilograms(7), kilograms(5)));
        var whole = new Split(LOT, HO_DAC_KIEN, List.of(new Portion(OTHER_LOT, kilograms(10))), late);
        assertThat(farm.when(whole)).hasSize(2);
    }

    @Test
    void what_is_held_is_not_split() {
        farm.given(LOT.value(), PADDY_LOT, Lots.held("1", HoldCause.PERSON, null, "24-04"));
        assertThat(refusalOf(() -> farm.send(split(kilograms(1)))))
                .isEqualTo(new LotRefusal.OnHold(LOT, "1", HoldCause.PERSON, "vì", on("24-04")));
    }

    @Test
    void a_lot_is_split_by_whoever_holds_it_once_it_is_there() {
        farm.given(LOT.value(), PADDY_LOT);
        var theirs = new Split(LOT, HOA_TU, List.of(new Portion(OTHER_LOT, kilograms(1))), on("25-04"));
        assertThat(refusalOf(() -> farm.send(theirs))).isEqualTo(new LogRefusal.NotFound(LOT.value()));
        var early = new Split(LOT, HO_DAC_KIEN, List.of(new Portion(OTHER_LOT, kilograms(1))), on("23-04"));
        assertThat(refusalOf(() -> farm.send(early)))
                .isEqualTo(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04")));
    }

    @Test
    void what_a_part_weighed_is_the_splits_to_say() {
        farm.given(LOT.value(), PADDY_LOT);
        farm.send(split(kilograms(6_000)));
        var correct = new Correct(
                OTHER_LOT, HO_DAC_KIEN, kilograms(5_000), null, null, null, "Cân lại", "KCS-01", on("26-04"));
        assertThat(refusalOf(() -> farm.send(correct)))
                .isEqualTo(new LotRefusal.CorrectedElsewhere(OTHER_LOT, LOT.value()));
    }
}
