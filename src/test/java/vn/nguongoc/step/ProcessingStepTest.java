package vn.nguongoc.step;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.bags;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;
import static vn.nguongoc.Refusals.refused;
import static vn.nguongoc.step.Steps.flag;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.Farm;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.organisation.OrganisationCommand.AskFacility;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.CorrectStep;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepCorrected;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

class ProcessingStepTest {
    private static final StepId STEP = new StepId("step-0000000000000001");
    private static final LotId STORED = new LotId("lot-0000000000000003");

    private final FixtureConfiguration<ProcessingStep> mill = new AggregateTestFixture<>(ProcessingStep.class);
    private final Map<LotId, Goods> goods = new HashMap<>();
    private final List<Object> heard = new ArrayList<>();

    /** The lots, which have tests of their own, hold these goods and give what is asked. */
    @BeforeEach
    void aStepWhoseLotsHoldPaddy() {
        hold(PADDY, Pedigree.UNKNOWN, Pedigree.UNKNOWN);
        mill.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(Farm.FILES)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(mill.getCommandBus())
                        .build())
                .registerCommandHandler(Draw.class, draw -> {
                    heard.add(draw.getPayload());
                    var asked = (Draw) draw.getPayload();
                    return new Drawn(asked.lot(), asked.quantity(), Objects.requireNonNull(goods.get(asked.lot())));
                })
                .registerCommandHandler(Produce.class, produce -> heard.add(produce.getPayload()));
    }

    private void hold(String product, Pedigree one, Pedigree other) {
        goods.put(LOT, new Goods(product, null, null, null, one));
        goods.put(OTHER_LOT, new Goods(product, null, null, null, other));
    }

    private static RecordStep store(String kind, Output output) {
        return store(kind, output, null);
    }

    private static RecordStep store(String kind, Output output, @Nullable OffsetDateTime startedAt) {
        return new RecordStep(
                STEP,
                HO_DAC_KIEN,
                kind,
                "Kho",
                List.of(new Part(OTHER_LOT, kilograms(60)), new Part(LOT, kilograms(40))),
                List.of(output),
                List.of(new Loss("storage", kilograms(1))),
                Map.of("airCelsius", percent("30")),
                startedAt,
                on("12-05"));
    }

    private static Output stored(String product) {
        return new Output(STORED, product, kilograms(99), percent("14"), "K-1", null, percent("50"));
    }

    @Test
    void a_step_tells_what_went_in_and_what_came_out() {
        mill.givenNoPriorActivity()
                .when(store("storage", stored(PADDY)))
                .expectEvents(new StepRecorded(
                        STEP,
                        HO_DAC_KIEN,
                        "storage",
                        1,
                        "Kho",
                        // drawn in the order of the lots' ids
                        List.of(
                                new Input(LOT, PADDY, kilograms(40), null),
                                new Input(OTHER_LOT, PADDY, kilograms(60), null)),
                        List.of(stored(PADDY)),
                        List.of(new Loss("storage", kilograms(1))),
                        Map.of("airCelsius", percent("30")),
                        null,
                        List.of(flag(
                                "share-unusual",
                                "storage",
                                "1.0",
                                "0.5",
                                "rules.md rice (storage loss ≤ 0.5 % for each month begun) [K]")),
                        on("12-05")));
    }

    /** From 11 April to 12 May is a month and a day. */
    @Test
    void how_long_it_was_stored_counts_when_it_is_recorded_and_when_it_is_corrected() {
        var recorded = new StepRecorded(
                STEP,
                HO_DAC_KIEN,
                "storage",
                1,
                "Kho",
                List.of(new Input(LOT, PADDY, kilograms(40), null), new Input(OTHER_LOT, PADDY, kilograms(60), null)),
                List.of(stored(PADDY)),
                List.of(new Loss("storage", kilograms(1))),
                Map.of("airCelsius", percent("30")),
                on("11-04"),
                List.of(),
                on("12-05"));
        mill.givenNoPriorActivity()
                .when(store("storage", stored(PADDY), on("11-04")))
                .expectEvents(recorded);
        var loss = List.of(new Loss("storage", new Mass(999)));
        mill.given(recorded)
                .when(new CorrectStep(STEP, HO_DAC_KIEN, List.of(), loss, "Cân lại", "KCS-01", on("13-05")))
                .expectEvents(new StepCorrected(STEP, List.of(), loss, "Cân lại", "KCS-01", List.of(), on("13-05")));
    }

    @Test
    void it_draws_when_it_begins_and_makes_its_lots_when_it_ends() {
        var one = Pedigree.of(on("24-04"));
        var other = Pedigree.of(on("25-04")).barring("eu", "tricyclazole");
        hold(PADDY, one, other);
        mill.givenNoPriorActivity()
                .when(store("storage", stored(PADDY), on("11-05")))
                .expectSuccessfulHandlerExecution();
        var made = new Goods(PADDY, percent("14"), percent("50"), null, Pedigree.ofAll(List.of(one, other)));
        assertThat(heard)
                .containsExactly(
                        new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(40), false, on("11-05")),
                        new Draw(OTHER_LOT, HO_DAC_KIEN, STEP, kilograms(60), false, on("11-05")),
                        new Produce(STORED, HO_DAC_KIEN, STEP, kilograms(99), made, "K-1", on("12-05")));
    }

    @Test
    void what_is_packed_is_made_with_its_number() {
        hold("graded-rice-st25", Pedigree.UNKNOWN, Pedigree.UNKNOWN);
        var packed = new Output(STORED, "packed-rice-st25", kilograms(100), null, null, bags("A"), null);
        mill.givenNoPriorActivity()
                .when(step("packing", null, List.of(packed), List.of()))
                .expectSuccessfulHandlerExecution();
        assertThat(heard)
                .contains(new Produce(
                        STORED,
                        HO_DAC_KIEN,
                        STEP,
                        kilograms(100),
                        new Goods("packed-rice-st25", null, null, bags("A"), Pedigree.UNKNOWN),
                        null,
                        on("12-05")));
    }

    private static RecordStep step(String kind, @Nullable String facility, List<Output> outputs, List<Loss> losses) {
        return new RecordStep(
                STEP,
                HO_DAC_KIEN,
                kind,
                facility,
                List.of(new Part(LOT, kilograms(40)), new Part(OTHER_LOT, kilograms(60))),
                outputs,
                losses,
                Map.of(),
                null,
                on("12-05"));
    }

    @ParameterizedTest
    @CsvSource({"disposal, destroyed, true", "sampling, sample, true", "storage, storage, false"})
    void goods_on_hold_are_drawn_only_to_be_destroyed_or_tested(String kind, String loss, boolean evenHeld) {
        var all = new Loss(loss, kilograms(100));
        mill.givenNoPriorActivity().when(step(kind, null, List.of(), List.of(all)));
        assertThat(heard).contains(new Draw(LOT, HO_DAC_KIEN, STEP, kilograms(40), evenHeld, on("12-05")));
    }

    @Test
    void a_step_is_of_a_kind_in_the_catalogue() {
        mill.givenNoPriorActivity()
                .when(store("magic", stored(PADDY)))
                .expectException(refused(new StepRefusal.UnknownKind(
                        "magic", CATALOGUE.stepCodes().stream().sorted().toList())));
    }

    @Test
    void a_step_that_breaks_a_rule_tells_nothing() {
        mill.givenNoPriorActivity()
                .when(store("storage", stored("husk")))
                .expectException(refused(new StepRefusal.DoesNotMake("storage", "husk", List.of(PADDY))))
                .expectNoEvents();
    }

    @Test
    void a_step_ends_when_it_begins_or_later() {
        mill.givenNoPriorActivity()
                .when(store("storage", stored(PADDY), on("12-05").plusSeconds(1)))
                .expectException(
                        refused(new StepRefusal.EndsBeforeItBegins(on("12-05").plusSeconds(1), on("12-05"))));
        mill.givenNoPriorActivity()
                .when(store("storage", stored(PADDY), on("12-05")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_is_doubted_is_stored_with_it() {
        hold(PADDY, Pedigree.of(on("10-05")), Pedigree.UNKNOWN);
        goods.replaceAll((lot, it) -> new Goods(PADDY, percent("14"), null, null, it.pedigree()));
        var dried = new Output(STORED, PADDY, kilograms(100), percent("14"), null, null, null);
        mill.givenNoPriorActivity()
                .when(step("drying", null, List.of(dried), List.of()))
                .expectEvents(new StepRecorded(
                        STEP,
                        HO_DAC_KIEN,
                        "drying",
                        1,
                        null,
                        List.of(
                                new Input(LOT, PADDY, kilograms(40), percent("14")),
                                new Input(OTHER_LOT, PADDY, kilograms(60), percent("14"))),
                        List.of(dried),
                        List.of(),
                        Map.of(),
                        null,
                        List.of(Steps.flag("late-after-harvest", "drying", "48.0", "24", "rules.md 10 [K]")),
                        on("12-05")));
    }

    // ---- claims that the packing house must share

    private static Pedigree claiming(OffsetDateTime harvestedAt, String... claims) {
        return new Pedigree(harvestedAt, new TreeSet<>(Set.of(claims)), new TreeMap<>(), new TreeMap<>());
    }

    private void packFruit(@Nullable String facility, Map<AskFacility, Set<String>> answers) {
        mill.registerCommandHandler(
                AskFacility.class, asked -> answers.getOrDefault((AskFacility) asked.getPayload(), Set.of()));
        var packed = new Output(STORED, "packed-longan", kilograms(80), null, null, bags("A"), null);
        var rest =
                new Output(new LotId("lot-0000000000000004"), "rejected-fruit", kilograms(20), null, null, null, null);
        mill.givenNoPriorActivity()
                .when(step("fruit-packing", facility, List.of(packed, rest), List.of()))
                .expectSuccessfulHandlerExecution();
    }

    private Pedigree packed() {
        return heard.stream()
                .filter(Produce.class::isInstance)
                .map(Produce.class::cast)
                .filter(it -> it.lot().equals(STORED))
                .map(it -> it.goods().pedigree())
                .findFirst()
                .orElseThrow();
    }

    private static AskFacility house(String dayMonth) {
        return new AskFacility(
                HO_DAC_KIEN, "VN-STPH-003", "longan", on(dayMonth).toLocalDate());
    }

    @Test
    void a_growing_area_code_lasts_through_a_packing_house_with_a_code_for_the_same_market() {
        var grown = claiming(on("10-05"), "growing-area/us", "growing-area/eu", "vietgap");
        hold("longan", grown, grown);
        packFruit("VN-STPH-003", Map.of(house("10-05"), Set.of("packing-house/us", "packing-house/jp")));
        assertThat(packed()).isEqualTo(claiming(on("10-05"), "growing-area/us", "vietgap"));
    }

    @Test
    void the_packing_house_had_its_code_on_the_day_of_each_harvest() {
        hold("longan", claiming(on("10-05"), "growing-area/us"), claiming(on("11-05"), "growing-area/us"));
        packFruit("VN-STPH-003", Map.of(house("10-05"), Set.of("packing-house/us")));
        assertThat(packed()).isEqualTo(claiming(on("10-05")));
    }

    @Test
    void it_had_it_on_both_days() {
        hold("longan", claiming(on("10-05"), "growing-area/us"), claiming(on("11-05"), "growing-area/us"));
        packFruit(
                "VN-STPH-003",
                Map.of(house("10-05"), Set.of("packing-house/us"), house("11-05"), Set.of("packing-house/us")));
        assertThat(packed()).isEqualTo(claiming(on("10-05"), "growing-area/us"));
    }

    @Test
    void where_it_was_packed_or_harvested_must_be_known() {
        var grown = claiming(on("10-05"), "growing-area/us", "vietgap");
        hold("longan", grown, grown);
        packFruit(null, Map.of(house("10-05"), Set.of("packing-house/us")));
        assertThat(packed()).isEqualTo(claiming(on("10-05"), "vietgap"));
    }

    @Test
    void other_steps_keep_the_code() {
        var grown = claiming(on("10-05"), "growing-area/us");
        hold("longan", grown, grown);
        var sorted = new Output(STORED, "longan", kilograms(100), null, null, null, null);
        mill.givenNoPriorActivity()
                .when(step("fruit-grading", null, List.of(sorted), List.of()))
                .expectSuccessfulHandlerExecution();
        assertThat(packed()).isEqualTo(grown);
    }
}
