package vn.nguongoc.labelling;

import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Refusals.refused;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nguongoc.labelling.LabellingCommand.Claim;
import vn.nguongoc.labelling.LabellingRefusal.MoreThanPacked;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsClaimed;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsReturned;

/** How many labels a lot of 24 bags may have. */
class LabelledLotTest {
    private static final LabelRunId RUN = new LabelRunId("run-0000000000000001");
    private static final long BAGS = 24;

    private final AggregateTestFixture<LabelledLot> labels = new AggregateTestFixture<>(LabelledLot.class);

    private static Claim claim(LabelKind kind, int count, @Nullable Long units) {
        return new Claim(LabellingCommand.labelsOf(LOT), LOT, RUN, kind, count, units, on("19-05"));
    }

    private static LabelsClaimed claimed(LabelKind kind, int count) {
        return new LabelsClaimed(LOT, RUN, kind, count, on("19-05"));
    }

    private static LabelsReturned returned(LabelKind kind, int count) {
        return new LabelsReturned(LOT, RUN, kind, count, on("19-05"));
    }

    @Test
    void each_unit_has_one_label_and_none_has_two() {
        labels.givenNoPriorActivity().when(claim(LabelKind.UNITS, 24, BAGS)).expectEvents(claimed(LabelKind.UNITS, 24));
        labels.givenNoPriorActivity()
                .when(claim(LabelKind.UNITS, 25, BAGS))
                .expectException(refused(new MoreThanPacked(LOT, 25, 0, BAGS)));
    }

    @Test
    void labels_of_all_runs_are_counted_together() {
        labels.given(claimed(LabelKind.UNITS, 10), claimed(LabelKind.UNITS, 10))
                .when(claim(LabelKind.UNITS, 4, BAGS))
                .expectEvents(claimed(LabelKind.UNITS, 4));
        labels.given(claimed(LabelKind.UNITS, 10), claimed(LabelKind.UNITS, 10))
                .when(claim(LabelKind.UNITS, 5, BAGS))
                .expectException(refused(new MoreThanPacked(LOT, 5, 20, BAGS)));
    }

    @Test
    void as_many_as_were_returned_may_be_had_again() {
        labels.given(claimed(LabelKind.UNITS, 24), returned(LabelKind.UNITS, 2))
                .when(claim(LabelKind.UNITS, 2, BAGS))
                .expectEvents(claimed(LabelKind.UNITS, 2));
        labels.given(claimed(LabelKind.UNITS, 24), returned(LabelKind.UNITS, 2))
                .when(claim(LabelKind.UNITS, 3, BAGS))
                .expectException(refused(new MoreThanPacked(LOT, 3, 22, BAGS)));
    }

    @Test
    void labels_that_are_all_alike_are_counted_by_themselves() {
        labels.given(claimed(LabelKind.UNITS, 24))
                .when(claim(LabelKind.LOT, 24, BAGS))
                .expectEvents(claimed(LabelKind.LOT, 24));
        labels.given(claimed(LabelKind.UNITS, 24))
                .when(claim(LabelKind.LOT, 25, BAGS))
                .expectException(refused(new MoreThanPacked(LOT, 25, 0, BAGS)));
    }

    @Test
    void goods_that_are_not_packed_have_as_many_as_one_likes() {
        labels.given(claimed(LabelKind.LOT, 1_000_000))
                .when(claim(LabelKind.LOT, 1, null))
                .expectEvents(claimed(LabelKind.LOT, 1));
    }
}
