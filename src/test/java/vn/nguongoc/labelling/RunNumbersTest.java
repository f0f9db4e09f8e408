package vn.nguongoc.labelling;

import static vn.nguongoc.Farm.on;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import vn.nguongoc.labelling.LabellingCommand.TakeRunNumber;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.RunNumberTaken;

/** The numbers of runs: two runs of one number would have the same serials. */
class RunNumbersTest {
    private static final String KEY = "0a1b2c3d";
    private static final LabelRunId RUN = new LabelRunId("run-0000000000000001");

    private final AggregateTestFixture<RunNumbers> numbers = new AggregateTestFixture<>(RunNumbers.class);

    private static TakeRunNumber take() {
        return new TakeRunNumber(LabellingCommand.numbersOf(KEY), KEY, RUN, on("19-05"));
    }

    private static RunNumberTaken taken(long number) {
        return new RunNumberTaken(KEY, number, RUN, on("19-05"));
    }

    @Test
    void the_first_run_of_a_key_has_number_0() {
        numbers.givenNoPriorActivity().when(take()).expectEvents(taken(0)).expectResultMessagePayload(0L);
    }

    @Test
    void each_later_run_has_the_next() {
        numbers.given(taken(0), taken(1)).when(take()).expectEvents(taken(2)).expectResultMessagePayload(2L);
    }
}
