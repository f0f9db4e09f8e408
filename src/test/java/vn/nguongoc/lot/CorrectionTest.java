package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.P1;
import static vn.nguongoc.Farm.bags;
import static vn.nguongoc.Farm.harvested;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.lot.Lots.STEP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.CorrectMade;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.plot.PlotCommand.CorrectHarvest;
import vn.nguongoc.plot.PlotRefusal;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

class CorrectionTest {
    private static final String WHY = "Viết nhầm";
    private static final String WHO = "KCS-01";

    private final List<Object> plotHeard = new ArrayList<>();
    private final FixtureConfiguration<HarvestLot> barn = Lots.barn();

    @BeforeEach
    void aPlotThatListens() {
        barn.registerCommandHandler(CorrectHarvest.class, heard -> plotHeard.add(heard.getPayload()));
    }

    private static Correct correct(
            @Nullable Mass quantity, @Nullable String moisture, @Nullable String count, @Nullable String label) {
        return new Correct(
                LOT,
                HO_DAC_KIEN,
                quantity,
                moisture == null ? null : percent(moisture),
                count == null ? null : percent(count),
                label,
                WHY,
                WHO,
                on("26-04"));
    }

    private static LotCorrected corrected(String field, @Nullable String before, String after, Mass left) {
        return new LotCorrected(LOT, field, before, after, left, WHY, WHO, List.of(), on("26-04"));
    }

    private static LotDrawn drawn(long kilograms, long left) {
        return new LotDrawn(LOT, STEP.value(), kilograms(kilograms), kilograms(left), on("25-04"));
    }

    // ---- what can be corrected

    @Test
    void a_harvest_weighed_something_else_and_its_plot_hears_of_it() {
        barn.given(harvested(LOT, 13_200))
                .when(correct(kilograms(13_020), null, null, null))
                .expectEvents(corrected("quantity", "13200", "13020", kilograms(13_020)));
        assertThat(plotHeard)
                .containsExactly(new CorrectHarvest(P1, HO_DAC_KIEN, 1, LOT, kilograms(13_020), null, on("26-04")));
    }

    @Test
    void what_the_plot_cannot_have_borne_is_not_corrected() {
        var no = new PlotRefusal.AnotherCrop("x", "y");
        barn.registerCommandHandler(CorrectHarvest.class, command -> {
            throw new Refused(no);
        });
        barn.given(harvested(LOT, 13_200))
                .when(correct(kilograms(99_999), null, null, null))
                .expectException(refused(no))
                .expectNoEvents();
    }

    @Test
    void the_moisture_is_the_lots_own() {
        barn.given(harvested(LOT, 13_200))
                .when(correct(null, "25.4", null, null))
                .expectEvents(corrected("moisturePercent", "24.5", "25.4", kilograms(13_200)));
        assertThat(plotHeard).isEmpty();
    }

    @Test
    void what_was_never_written_can_be() {
        barn.given(Lots.made("bran", kilograms(100), null, Pedigree.UNKNOWN))
                .when(new Correct(LOT, HO_DAC_KIEN, null, null, percent("30"), "Cám 1", WHY, WHO, on("19-05")))
                .expectEvents(late("countPerKilogram", "30"), late("label", "Cám 1"));
    }

    private static LotCorrected late(String field, String after) {
        return new LotCorrected(LOT, field, null, after, kilograms(100), WHY, WHO, List.of(), on("19-05"));
    }

    private static LotHarvested shrimp() {
        return new LotHarvested(
                LOT,
                HO_DAC_KIEN,
                P1,
                2,
                "whiteleg-hoso",
                kilograms(7_380),
                null,
                "A1",
                percent("50"),
                null,
                null,
                List.of(),
                on("24-04"));
    }

    @Test
    void the_count_of_harvested_shrimp_is_the_plots_to_judge_too() {
        barn.given(shrimp())
                .when(correct(null, null, "48", null))
                .expectEvents(corrected("countPerKilogram", "50", "48", kilograms(7_380)));
        assertThat(plotHeard)
                .containsExactly(
                        new CorrectHarvest(P1, HO_DAC_KIEN, 2, LOT, kilograms(7_380), percent("48"), on("26-04")));
    }

    @Test
    void a_harvest_that_weighed_something_else_has_the_count_it_had() {
        barn.given(shrimp())
                .when(correct(kilograms(7_000), null, null, null))
                .expectEvents(corrected("quantity", "7380", "7000", kilograms(7_000)));
        assertThat(plotHeard)
                .containsExactly(
                        new CorrectHarvest(P1, HO_DAC_KIEN, 2, LOT, kilograms(7_000), percent("50"), on("26-04")));
    }

    @Test
    void several_things_are_corrected_at_once_each_with_its_old_value() {
        barn.given(shrimp())
                .when(correct(kilograms(7_000), "80", "48", "A1-1"))
                .expectEvents(
                        corrected("quantity", "7380", "7000", kilograms(7_000)),
                        corrected("moisturePercent", null, "80", kilograms(7_000)),
                        corrected("countPerKilogram", "50", "48", kilograms(7_000)),
                        corrected("label", "A1", "A1-1", kilograms(7_000)));
        assertThat(plotHeard).hasSize(1);
    }

    @Test
    void a_corrected_label_is_the_lots_from_then_on() {
        barn.given(shrimp(), corrected("label", "A1", "A1-1", kilograms(7_380)))
                .when(correct(null, null, null, "A1-1"))
                .expectException(refused(new LotRefusal.NothingToCorrect(LOT)));
    }

    @Test
    void what_was_corrected_is_what_counts() {
        barn.given(
                        shrimp(),
                        corrected("quantity", "7380", "7000", kilograms(7_000)),
                        corrected("moisturePercent", null, "80", kilograms(7_000)),
                        corrected("countPerKilogram", "50", "48", kilograms(7_000)))
                .when(new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(7_000), false, on("26-04")))
                .expectResultMessagePayload(new Drawn(
                        LOT,
                        kilograms(7_000),
                        new Goods("whiteleg-hoso", percent("80"), percent("48"), null, Pedigree.of(on("24-04")))))
                .expectEvents(new LotDrawn(LOT, STEP.value(), kilograms(7_000), Mass.ZERO, on("26-04")));
    }

    // ---- what cannot

    @Test
    void a_lot_weighed_at_least_what_was_taken_from_it() {
        barn.given(harvested(LOT, 13_200), drawn(13_000, 200))
                .when(correct(new Mass(12_999_999), null, null, null))
                .expectException(refused(new LotRefusal.LessThanWasDrawn(LOT, new Mass(12_999_999), kilograms(13_000))))
                .expectNoEvents();
        assertThat(plotHeard).isEmpty();
    }

    @Test
    void all_that_it_weighed_may_have_been_taken_and_that_it_was_used_is_flagged() {
        barn.given(harvested(LOT, 13_200), drawn(13_000, 200))
                .when(correct(kilograms(13_000), null, null, null))
                .expectEvents(new LotCorrected(
                        LOT, "quantity", "13200", "13000", Mass.ZERO, WHY, WHO, List.of(used("13000")), on("26-04")));
    }

    private static Flag used(String kilograms) {
        return new Flag(
                "corrected-after-use",
                null,
                new BigDecimal(kilograms),
                null,
                CATALOGUE.thresholds().lateEntryHours().source().text());
    }

    @Test
    void a_moisture_corrected_after_use_is_flagged() {
        barn.given(harvested(LOT, 13_200), drawn(200, 13_000))
                .when(correct(null, "25", null, null))
                .expectEvents(new LotCorrected(
                        LOT,
                        "moisturePercent",
                        "24.5",
                        "25",
                        kilograms(13_000),
                        WHY,
                        WHO,
                        List.of(used("200")),
                        on("26-04")));
    }

    @Test
    void what_a_step_made_is_the_steps_to_weigh() {
        barn.given(Lots.made("bran", kilograms(100), null, Pedigree.UNKNOWN))
                .when(new Correct(LOT, HO_DAC_KIEN, kilograms(90), null, null, null, WHY, WHO, on("19-05")))
                .expectException(refused(new LotRefusal.CorrectedElsewhere(LOT, STEP.value())));
    }

    /** Else rice could be dried by a correction: its record would hold more dry matter than went in. */
    @Test
    void what_a_step_made_is_as_moist_as_the_step_says() {
        barn.given(Lots.made("bran", kilograms(100), null, Pedigree.UNKNOWN))
                .when(new Correct(LOT, HO_DAC_KIEN, null, percent("12"), null, "Cám 1", WHY, WHO, on("19-05")))
                .expectException(refused(new LotRefusal.CorrectedElsewhere(LOT, STEP.value())))
                .expectNoEvents();
    }

    @Test
    void a_correction_that_changes_nothing_is_none() {
        barn.given(shrimp())
                .when(correct(kilograms(7_380), null, "50.0", "A1"))
                .expectException(refused(new LotRefusal.NothingToCorrect(LOT)));
        Lots.barn()
                .given(shrimp())
                .when(correct(null, null, null, null))
                .expectException(refused(new LotRefusal.NothingToCorrect(LOT)));
    }

    @Test
    void a_lot_is_corrected_by_its_own_once_it_is_there() {
        barn.given(harvested(LOT, 13_200))
                .when(new Correct(LOT, HOA_TU, null, null, null, "B", WHY, WHO, on("26-04")))
                .expectException(refused(new LogRefusal.NotFound(LOT.value())));
        Lots.barn()
                .given(harvested(LOT, 13_200))
                .when(new Correct(LOT, HO_DAC_KIEN, null, null, null, "B", WHY, WHO, on("23-04")))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("23-04"), on("24-04"))));
    }

    // ---- what the step says that made it

    private static CorrectMade weighed(Mass quantity, String dayMonth) {
        return new CorrectMade(LOT, STEP, quantity, null, WHY, WHO, on(dayMonth));
    }

    @Test
    void the_step_that_made_it_says_what_it_weighed() {
        barn.given(Lots.packedRice())
                .when(weighed(kilograms(7_495), "19-05"))
                .expectEvents(new LotCorrected(
                        LOT, "quantity", "7500", "7495", kilograms(7_495), WHY, WHO, List.of(), on("19-05")));
    }

    @Test
    void and_how_moist_it_was() {
        barn.given(Lots.made("bran", kilograms(100), null, Pedigree.UNKNOWN))
                .when(new CorrectMade(LOT, STEP, kilograms(98), percent("11.5"), WHY, WHO, on("19-05")))
                .expectEvents(
                        new LotCorrected(LOT, "quantity", "100", "98", kilograms(98), WHY, WHO, List.of(), on("19-05")),
                        new LotCorrected(
                                LOT, "moisturePercent", null, "11.5", kilograms(98), WHY, WHO, List.of(), on("19-05")));
    }

    @Test
    void packed_goods_are_corrected_by_whole_bags() {
        barn.given(Lots.packedRice())
                .when(weighed(kilograms(7_498), "19-05"))
                .expectException(refused(new LotRefusal.NotWholeUnits(
                        LOT, kilograms(7_498), bags("A").unit())));
    }

    @Test
    void no_step_takes_back_what_was_drawn() {
        var sold = new LotDrawn(LOT, STEP.value(), kilograms(5_000), kilograms(2_500), on("19-05"));
        barn.given(Lots.packedRice(), sold)
                .when(weighed(kilograms(4_995), "20-05"))
                .expectException(refused(new LotRefusal.LessThanWasDrawn(LOT, kilograms(4_995), kilograms(5_000))));
        Lots.barn()
                .given(Lots.packedRice(), sold)
                .when(weighed(kilograms(5_000), "20-05"))
                .expectEvents(new LotCorrected(
                        LOT, "quantity", "7500", "5000", Mass.ZERO, WHY, WHO, List.of(used("5000")), on("20-05")));
    }

    @Test
    void no_step_weighs_a_lot_before_it_was_there() {
        barn.given(Lots.packedRice())
                .when(weighed(kilograms(7_495), "17-05"))
                .expectException(refused(new LotRefusal.BeforeItExisted(LOT, on("17-05"), on("18-05"))));
    }
}
