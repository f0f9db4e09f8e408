package vn.nguongoc.step;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.PADDY;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

class ProcessingStepTest {
    private static final StepId STEP = new StepId("step-0000000000000001");
    private static final LotId STORED = new LotId("lot-0000000000000003");

    private FixtureConfiguration<ProcessingStep> mill;

    /** The lots, which have tests of their own, hold paddy and give what is asked. */
    @BeforeEach
    void aStepWhoseLotsHoldPaddy() {
        mill = new AggregateTestFixture<>(ProcessingStep.class);
        mill.registerInjectableResource(CATALOGUE)
                .registerInjectableResource(DefaultCommandGateway.builder()
                        .commandBus(mill.getCommandBus())
                        .build())
                .registerCommandHandler(Draw.class, draw -> {
                    var asked = (Draw) draw.getPayload();
                    return new Drawn(
                            asked.lot(), asked.quantity(), new Goods(PADDY, null, null, null, Pedigree.UNKNOWN));
                })
                .registerCommandHandler(Produce.class, produce -> "made");
    }

    private static RecordStep store(String kind, Output output) {
        return new RecordStep(
                STEP,
                HO_DAC_KIEN,
                kind,
                "Kho",
                List.of(new Part(OTHER_LOT, kilograms(60)), new Part(LOT, kilograms(40))),
                List.of(output),
                List.of(new Loss("storage", kilograms(1))),
                Map.of(),
                null,
                on("12-05"));
    }

    private static Output stored(String product) {
        return new Output(STORED, product, kilograms(99), null, null, null, null);
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
                        Map.of(),
                        null,
                        List.of(),
                        on("12-05")));
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
}
