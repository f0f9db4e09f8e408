package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.HOA_TU;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.bags;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refusalOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.Farm;
import vn.nguongoc.InMemoryFarm;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotRefusal;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.CorrectStep;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepCorrected;
import vn.nguongoc.step.event.StepEvent.Weighed;

/** Ten tonnes of paddy were dried to nine: 8,800 kg in one lot, 200 kg in another. */
class CorrectStepTest {
    private static final StepId STEP = new StepId("step-0000000000000001");
    private static final StepId NEXT = new StepId("step-0000000000000002");
    private static final LotId DRY = new LotId("lot-0000000000000004");
    private static final LotId REST = new LotId("lot-0000000000000003");
    private static final List<Loss> WATER = List.of(new Loss("water", kilograms(1_000)));

    private final InMemoryFarm farm = new InMemoryFarm();

    @BeforeEach
    void tenTonnesAreDried() {
        farm.given(LOT.value(), Farm.harvested(LOT, 10_000));
        farm.send(new RecordStep(
                STEP,
                HO_DAC_KIEN,
                "drying",
                null,
                List.of(new Part(LOT, kilograms(10_000))),
                List.of(dry(DRY, 8_800), dry(REST, 200)),
                WATER,
                Map.of(),
                null,
                on("25-04")));
    }

    private static Output dry(LotId lot, long kilograms) {
        return new Output(lot, PADDY, kilograms(kilograms), percent("16"), null, null, null);
    }

    private static CorrectStep correct(List<Weighed> outputs, List<Loss> losses) {
        return correct(HO_DAC_KIEN, outputs, losses, "26-04");
    }

    private static CorrectStep correct(OrganisationId by, List<Weighed> outputs, List<Loss> losses, String dayMonth) {
        return new CorrectStep(STEP, by, outputs, losses, "Cân lại", "KCS-01", on(dayMonth));
    }

    private static Weighed weighed(LotId lot, Mass quantity) {
        return new Weighed(lot, quantity, null);
    }

    private static LotCorrected lotCorrected(LotId lot, String before, String after, Mass left) {
        return new LotCorrected(lot, "quantity", before, after, left, "Cân lại", "KCS-01", List.of(), on("26-04"));
    }

    private static StepCorrected corrected(List<Weighed> outputs, List<Loss> losses) {
        return new StepCorrected(STEP, outputs, losses, "Cân lại", "KCS-01", List.of(), on("26-04"));
    }

    // ---- what it changes

    @Test
    void its_lots_weigh_what_they_should_have_in_the_order_of_their_ids() {
        var both = List.of(weighed(DRY, kilograms(8_700)), weighed(REST, kilograms(300)));
        assertThat(farm.when(correct(both, WATER)))
                .containsExactly(
                        lotCorrected(REST, "200", "300", kilograms(300)),
                        lotCorrected(DRY, "8800", "8700", kilograms(8_700)),
                        corrected(List.of(weighed(REST, kilograms(300)), weighed(DRY, kilograms(8_700))), WATER));
    }

    @Test
    void what_was_right_is_left_alone() {
        var both = List.of(weighed(DRY, kilograms(8_800)), weighed(REST, kilograms(210)));
        assertThat(farm.when(correct(both, WATER)))
                .containsExactly(
                        lotCorrected(REST, "200", "210", kilograms(210)),
                        corrected(List.of(weighed(REST, kilograms(210))), WATER));
    }

    @Test
    void losses_alone_may_have_been_wrong() {
        var losses = List.of(new Loss("water", kilograms(990)), new Loss("handling", kilograms(10)));
        assertThat(farm.when(correct(List.of(), losses))).containsExactly(corrected(List.of(), losses));
    }

    @Test
    void the_next_correction_begins_where_the_last_one_ended() {
        var less = List.of(weighed(REST, kilograms(150)));
        var more = List.of(new Loss("water", kilograms(1_050)));
        farm.send(correct(less, more));
        assertThat(refusalOf(() -> farm.send(correct(less, more)))).isEqualTo(new StepRefusal.NothingToCorrect(STEP));
        var again = List.of(weighed(REST, kilograms(200)));
        assertThat(farm.when(correct(again, WATER)))
                .containsExactly(lotCorrected(REST, "150", "200", kilograms(200)), corrected(again, WATER));
    }

    @Test
    void a_correction_that_changes_nothing_is_none() {
        assertThat(refusalOf(() -> farm.send(correct(List.of(), WATER))))
                .isEqualTo(new StepRefusal.NothingToCorrect(STEP));
        assertThat(refusalOf(() -> farm.send(correct(List.of(weighed(DRY, kilograms(8_800))), WATER))))
                .isEqualTo(new StepRefusal.NothingToCorrect(STEP));
    }

    @Test
    void a_lot_was_moister_than_was_written_and_is_so_from_then_on() {
        var moister = List.of(new Weighed(REST, kilograms(200), percent("17.5")));
        assertThat(farm.when(correct(moister, WATER)))
                .containsExactly(
                        new LotCorrected(
                                REST,
                                "moisturePercent",
                                "16",
                                "17.5",
                                kilograms(200),
                                "Cân lại",
                                "KCS-01",
                                List.of(),
                                on("26-04")),
                        corrected(moister, WATER));
        assertThat(refusalOf(() -> farm.send(correct(moister, WATER))))
                .isEqualTo(new StepRefusal.NothingToCorrect(STEP));
    }

    @Test
    void noughts_at_the_end_make_no_other_moisture() {
        var same = List.of(new Weighed(REST, kilograms(200), percent("16.00")));
        assertThat(refusalOf(() -> farm.send(correct(same, WATER)))).isEqualTo(new StepRefusal.NothingToCorrect(STEP));
    }

    // ---- the step's rules hold again

    @Test
    void masses_balance_again() {
        assertThat(farm.when(correct(List.of(weighed(REST, kilograms(150))), WATER)))
                .hasSize(2);
        assertThat(refusalOf(() -> farm.send(correct(List.of(weighed(REST, new Mass(149_999))), WATER))))
                .isEqualTo(new StepRefusal.DoesNotBalance(
                        kilograms(10_000), new Mass(8_949_999), kilograms(1_000), percent("0.5"), "rules.md 1 [I]"));
    }

    /** 10,000 kg · 75.5 % · 1.005 / 84 % = 9,033.035… kg. */
    @Test
    void dry_matter_comes_from_nowhere_still() {
        assertThat(farm.when(correct(List.of(weighed(REST, new Mass(233_035))), WATER)))
                .hasSize(2);
        assertThat(refusalOf(() -> farm.send(correct(List.of(weighed(REST, new Mass(233_036))), WATER))))
                .isInstanceOf(StepRefusal.GainsDryMatter.class);
    }

    /** 9,000 kg that weigh what they did hold no more than 10,000 kg · 75.5 % · 1.005: 7,587.75 kg, 15.69 % water. */
    @Test
    void no_correction_dries_what_the_dryer_did_not() {
        assertThat(farm.when(correct(List.of(new Weighed(DRY, kilograms(8_800), percent("15.69"))), WATER)))
                .hasSize(2);
        var head = farm.head();
        assertThat(refusalOf(() ->
                        farm.send(correct(List.of(new Weighed(DRY, kilograms(8_800), percent("15.68"))), WATER))))
                .isInstanceOf(StepRefusal.GainsDryMatter.class);
        assertThat(farm.head()).isEqualTo(head);
    }

    @Test
    void what_is_unusual_now_is_flagged() {
        var dusty = List.of(new Loss("water", kilograms(1_500)));
        var light = List.of(weighed(DRY, kilograms(8_300)));
        assertThat(farm.when(correct(light, dusty)).getLast())
                .isEqualTo(new StepCorrected(
                        STEP,
                        light,
                        dusty,
                        "Cân lại",
                        "KCS-01",
                        List.of(Steps.flag("dry-matter-unusual", null, "0.946", "0.95", "rules.md 4 [I]")),
                        on("26-04")));
    }

    @Test
    void it_loses_only_as_such_a_step_does() {
        assertThat(refusalOf(() -> farm.send(correct(List.of(), List.of(new Loss("dust", kilograms(1_000)))))))
                .isEqualTo(new StepRefusal.DoesNotLose("drying", "dust", List.of("handling", "water")));
    }

    @Test
    void what_did_not_come_out_of_it_is_not_its_to_weigh() {
        assertThat(refusalOf(() -> farm.send(correct(List.of(weighed(LOT, kilograms(1))), WATER))))
                .isEqualTo(new StepRefusal.NotAnOutput(LOT, List.of(DRY, REST)));
    }

    @Test
    void a_lot_is_weighed_once() {
        var twice = List.of(weighed(REST, kilograms(150)), weighed(REST, kilograms(210)));
        assertThat(refusalOf(() -> farm.send(correct(twice, WATER)))).isEqualTo(new StepRefusal.WeighedTwice(REST));
    }

    @Test
    void whoever_did_it_corrects_it_after_it_was_done() {
        assertThat(refusalOf(() -> farm.send(correct(HOA_TU, List.of(), List.of(), "26-04"))))
                .isEqualTo(new LogRefusal.NotFound(STEP.value()));
        var handling = List.of(new Loss("handling", kilograms(1_000)));
        assertThat(refusalOf(() -> farm.send(correct(HO_DAC_KIEN, List.of(), handling, "24-04"))))
                .isEqualTo(new StepRefusal.CorrectedTooEarly(on("24-04"), on("25-04")));
        assertThat(farm.when(correct(HO_DAC_KIEN, List.of(), handling, "25-04")))
                .hasSize(1);
    }

    // ---- and so do its lots'

    @Test
    void no_lot_is_corrected_below_what_was_drawn_from_it() {
        farm.send(new Draw(REST, HO_DAC_KIEN, NEXT, kilograms(180), false, on("26-04")));
        assertThat(refusalOf(() -> farm.send(correct(List.of(weighed(REST, new Mass(179_999))), WATER))))
                .isEqualTo(new LotRefusal.LessThanWasDrawn(REST, new Mass(179_999), kilograms(180)));
        assertThat(farm.when(correct(List.of(weighed(REST, kilograms(180))), WATER))
                        .getFirst())
                .isInstanceOfSatisfying(LotCorrected.class, it -> {
                    assertThat(it.left()).isEqualTo(Mass.ZERO);
                    assertThat(it.flags())
                            .singleElement()
                            .satisfies(used -> assertThat(used.code()).isEqualTo("corrected-after-use"));
                });
    }

    @Test
    void a_refused_lot_leaves_the_others_as_they_were() {
        farm.send(new Draw(DRY, HO_DAC_KIEN, NEXT, kilograms(8_800), false, on("26-04")));
        var head = farm.head();
        var both = List.of(weighed(REST, kilograms(300)), weighed(DRY, kilograms(8_700)));
        assertThat(refusalOf(() -> farm.send(correct(both, WATER)))).isInstanceOf(LotRefusal.LessThanWasDrawn.class);
        assertThat(farm.head()).isEqualTo(head);
    }

    @Test
    void bags_are_corrected_whole() {
        var graded = new LotId("lot-0000000000000005");
        var packed = new LotId("lot-0000000000000006");
        farm.given(
                graded.value(),
                new LotProduced(
                        graded,
                        HO_DAC_KIEN,
                        STEP,
                        "graded-rice-st25",
                        kilograms(1_000),
                        null,
                        null,
                        null,
                        null,
                        null,
                        on("25-04")));
        farm.send(new RecordStep(
                NEXT,
                HO_DAC_KIEN,
                "packing",
                null,
                List.of(new Part(graded, kilograms(1_000))),
                List.of(new Output(packed, "packed-rice-st25", kilograms(1_000), null, null, bags("Z"), null)),
                List.of(),
                Map.of(),
                null,
                on("25-04")));
        assertThat(refusalOf(() -> farm.send(weighing(packed, 998))))
                .isEqualTo(new LotRefusal.NotWholeUnits(packed, kilograms(998), kilograms(5)));
        assertThat(farm.when(weighing(packed, 995))).hasSize(2);
    }

    private static CorrectStep weighing(LotId packed, long kilograms) {
        return new CorrectStep(
                NEXT,
                HO_DAC_KIEN,
                List.of(weighed(packed, kilograms(kilograms))),
                List.of(),
                "Đếm lại",
                "KCS-01",
                on("26-04"));
    }
}
