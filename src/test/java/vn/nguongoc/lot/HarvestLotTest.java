package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.bags;
import static vn.nguongoc.Farm.day;
import static vn.nguongoc.Farm.harvested;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.STEP;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.LotCommand.TakeNumber;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotNumberTaken;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.plot.PlotRefusal;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;

class HarvestLotTest {
    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    @Test
    void a_harvest_becomes_a_lot() {
        barn.givenNoPriorActivity()
                .when(new RecordHarvest(
                        LOT,
                        HO_DAC_KIEN,
                        P1,
                        PADDY,
                        kilograms(13_200),
                        percent("24.5"),
                        null,
                        null,
                        null,
                        true,
                        on("24-04")))
                .expectEvents(harvested(LOT, 13_200));
    }

    private static RecordHarvest shrimp() {
        return new RecordHarvest(
                LOT,
                HO_DAC_KIEN,
                P1,
                "whiteleg-hoso",
                kilograms(7_380),
                null,
                "A1",
                percent("50"),
                "B-2",
                true,
                on("24-04"));
    }

    @Test
    void it_takes_from_the_field_what_may_be_claimed_what_was_passed_and_what_is_closed() {
        var flag = new Flag("yield-unusual", "whiteleg-hoso", percent("31"), percent("30"), "rules.md 2 [K]");
        barn.registerCommandHandler(PlotCommand.Harvest.class, harvest -> {
            assertThat(harvest.getPayload())
                    .isEqualTo(new PlotCommand.Harvest(
                            P1,
                            HO_DAC_KIEN,
                            "whiteleg-hoso",
                            LOT,
                            kilograms(7_380),
                            null,
                            percent("50"),
                            "B-2",
                            true,
                            on("24-04")));
            return new PlotCommand.Picked(
                    7,
                    Set.of("vietgap"),
                    Map.of("antibiotics", day("20-04")),
                    Map.of("eu", "x"),
                    List.of(),
                    List.of(flag));
        });
        barn.givenNoPriorActivity()
                .when(shrimp())
                .expectEvents(new LotHarvested(
                        LOT,
                        HO_DAC_KIEN,
                        P1,
                        7,
                        "whiteleg-hoso",
                        kilograms(7_380),
                        null,
                        "A1",
                        percent("50"),
                        "B-2",
                        Lots.claiming("vietgap")
                                .passing("antibiotics", day("20-04"))
                                .barring("eu", "x"),
                        List.of(flag),
                        on("24-04")));
    }

    @Test
    void what_is_doubted_in_the_field_is_held_from_the_first() {
        barn.registerCommandHandler(
                PlotCommand.Harvest.class,
                harvest -> new PlotCommand.Picked(
                        1,
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        List.of(
                                new PlotCommand.BannedSubstanceUsed(P1 + "/3", "fipronil"),
                                new PlotCommand.TestFailed(P1 + "/4", "residue")),
                        List.of()));
        barn.givenNoPriorActivity()
                .when(new RecordHarvest(
                        LOT,
                        HO_DAC_KIEN,
                        P1,
                        PADDY,
                        kilograms(13_200),
                        percent("24.5"),
                        null,
                        null,
                        null,
                        true,
                        on("24-04")))
                .expectEvents(
                        harvested(LOT, 13_200),
                        new LotHeld(
                                LOT, P1 + "/3", HoldCause.BANNED_SUBSTANCE, null, "fipronil", P1 + "/3", on("24-04")),
                        new LotHeld(
                                LOT, P1 + "/4", HoldCause.LAB_FAILED, "residue", "residue", P1 + "/4", on("24-04")));
    }

    @Test
    void what_the_plot_refuses_is_no_lot() {
        var no = new PlotRefusal.AnotherCrop("x", "y");
        barn.registerCommandHandler(PlotCommand.Harvest.class, harvest -> {
            throw new Refused(no);
        });
        barn.givenNoPriorActivity().when(shrimp()).expectException(refused(no)).expectNoEvents();
    }

    @Test
    void a_harvest_is_of_a_product_in_the_catalogue() {
        barn.givenNoPriorActivity()
                .when(new RecordHarvest(
                        LOT, HO_DAC_KIEN, P1, "gold", kilograms(1), null, null, null, null, false, on("24-04")))
                .expectException(refused(new LotRefusal.UnknownProduct(
                        "gold", CATALOGUE.productCodes().stream().sorted().toList())));
    }

    private static Draw draw(Mass quantity, OrganisationId by, String dayMonth) {
        return new Draw(LOT, by, STEP, quantity, false, on(dayMonth));
    }

    @Test
    void all_that_a_lot_holds_can_be_drawn() {
        barn.given(harvested(LOT, 13_200))
                .when(draw(kilograms(13_200), HO_DAC_KIEN, "24-04"))
                .expectResultMessagePayload(new Drawn(
                        LOT,
                        kilograms(13_200),
                        new Goods(PADDY, percent("24.5"), null, null, Pedigree.of(on("24-04")))))
                .expectEvents(new LotDrawn(LOT, STEP.value(), kilograms(13_200), Mass.ZERO, on("24-04")));
    }

    @Test
    void no_gram_more_than_a_lot_holds_can_be_drawn() {
        barn.given(harvested(LOT, 13_200))
                .when(draw(new Mass(13_200_001), HO_DAC_KIEN, "24-04"))
                .expectException(refused(new LotRefusal.NotEnoughLeft(LOT, new Mass(13_200_001), kilograms(13_200))))
                .expectNoEvents();
    }

    @Test
    void what_was_drawn_once_is_not_there_twice() {
        barn.given(
                        harvested(LOT, 13_200),
                        new LotDrawn(LOT, STEP.value(), kilograms(13_000), kilograms(200), on("24-04")))
                .when(draw(kilograms(201), HO_DAC_KIEN, "25-04"))
                .expectException(refused(new LotRefusal.NotEnoughLeft(LOT, kilograms(201), kilograms(200))));
    }

    @Test
    void nothing_is_drawn_before_the_lot_is_there() {
        barn.given(harvested(LOT, 13_200))
                .when(draw(kilograms(1), HO_DAC_KIEN, "23-04"))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04"))));
    }

    @Test
    void another_cooperatives_lot_answers_like_one_that_is_not_there() {
        barn.given(harvested(LOT, 13_200))
                .when(draw(kilograms(1), HOA_TU, "24-04"))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
    }

    private static Produce produce(String product, Mass quantity, @Nullable TradeItem item) {
        return new Produce(
                LOT,
                HO_DAC_KIEN,
                STEP,
                quantity,
                new Goods(product, null, null, item, Pedigree.UNKNOWN),
                null,
                on("18-05"));
    }

    @Test
    void packed_goods_come_in_whole_bags() {
        barn.givenNoPriorActivity()
                .when(produce("packed-rice-st25", kilograms(7_500), bags("A")))
                .expectEvents(Lots.packedRice());
    }

    @Test
    void their_number_is_taken_for_them() {
        var taken = new LotRefusal.NumberTaken("09520001000010", "A");
        barn.registerCommandHandler(TakeNumber.class, take -> {
            assertThat(take.getPayload()).isEqualTo(new TakeNumber("01/09520001000010/10/A", LOT, on("18-05")));
            throw new Refused(taken);
        });
        barn.givenNoPriorActivity()
                .when(produce("packed-rice-st25", kilograms(7_500), bags("A")))
                .expectException(refused(taken))
                .expectNoEvents();
    }

    @Test
    void what_a_step_made_is_of_a_product_in_the_catalogue() {
        barn.givenNoPriorActivity()
                .when(produce("gold", kilograms(1), null))
                .expectException(refused(new LotRefusal.UnknownProduct(
                        "gold", CATALOGUE.productCodes().stream().sorted().toList())));
    }

    @Test
    void what_is_not_packed_takes_no_number() {
        var goods = new Goods("whiteleg-hlso", percent("80"), percent("60"), null, Lots.claiming("vietgap"));
        barn.givenNoPriorActivity()
                .when(new Produce(LOT, HO_DAC_KIEN, STEP, kilograms(4_851), goods, "H-1", on("18-05")))
                .expectEvents(new LotProduced(
                        LOT,
                        HO_DAC_KIEN,
                        STEP,
                        "whiteleg-hlso",
                        kilograms(4_851),
                        percent("80"),
                        "H-1",
                        null,
                        percent("60"),
                        Lots.claiming("vietgap"),
                        on("18-05")));
    }

    @Test
    void half_a_bag_cannot_be_packed() {
        barn.givenNoPriorActivity()
                .when(produce("packed-rice-st25", kilograms(7_502), bags("A")))
                .expectException(refused(new LotRefusal.NotWholeUnits(LOT, kilograms(7_502), kilograms(5))));
    }

    @Test
    void half_a_bag_cannot_leave() {
        barn.given(Lots.packedRice())
                .when(draw(kilograms(2), HO_DAC_KIEN, "20-05"))
                .expectException(refused(new LotRefusal.NotWholeUnits(LOT, kilograms(2), kilograms(5))));
    }

    @Test
    void packed_goods_have_a_gtin_and_a_number() {
        barn.givenNoPriorActivity()
                .when(produce("packed-rice-st25", kilograms(5), null))
                .expectException(refused(new LotRefusal.PackagingDoesNotFit("packed-rice-st25")));
    }

    @Test
    void bran_has_no_gtin() {
        barn.givenNoPriorActivity()
                .when(produce("bran", kilograms(5), bags("A")))
                .expectException(refused(new LotRefusal.PackagingDoesNotFit("bran")));
    }

    @Nested
    class A_lot_number {
        private static final String KEY = "01/09520001000010/10/ST25-260518-A";

        private final FixtureConfiguration<LotNumber> number = new AggregateTestFixture<>(LotNumber.class);

        @Test
        void is_taken_once() {
            number.givenNoPriorActivity()
                    .when(new TakeNumber(KEY, LOT, on("18-05")))
                    .expectEvents(new LotNumberTaken(KEY, LOT, on("18-05")));
        }

        @Test
        void is_not_taken_twice() {
            number.given(new LotNumberTaken(KEY, LOT, on("18-05")))
                    .when(new TakeNumber(KEY, OTHER_LOT, on("18-05")))
                    .expectException(refused(new LotRefusal.NumberTaken("09520001000010", "ST25-260518-A")));
        }
    }
}
