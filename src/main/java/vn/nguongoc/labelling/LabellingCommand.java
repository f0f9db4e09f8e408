package vn.nguongoc.labelling;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.Rewrites;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;

/** What can be asked of labels; {@code by} is a person's code, and a run answers only to its own organisation. */
public sealed interface LabellingCommand {

    /**
     * Order labels of a lot.
     *
     * @param key id of the key for the serials of units; absent for labels that are all alike
     */
    record Order(
            @TargetAggregateIdentifier LabelRunId run,
            OrganisationId organisation,
            LotId lot,
            LabelKind kind,
            int count,
            Paper paper,
            Wording wording,
            @Nullable String key,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** Say that its file is whole; sent by the service. Said twice, it changes nothing. */
    record ConfirmPrinted(@TargetAggregateIdentifier LabelRunId run, OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** Give a run up before it is printed. */
    record Cancel(
            @TargetAggregateIdentifier LabelRunId run,
            OrganisationId organisation,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** Say that labels were put on goods. */
    record Activate(
            @TargetAggregateIdentifier LabelRunId run,
            OrganisationId organisation,
            LabelNumbers numbers,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** Say that labels will be on no goods any more: torn, left over, or the goods are gone. */
    record Withdraw(
            @TargetAggregateIdentifier LabelRunId run,
            OrganisationId organisation,
            LabelNumbers numbers,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingCommand, Rewrites {}

    /**
     * Print labels once more.
     *
     * @param start the first place of the first sheet that still has a label, from 1
     */
    record Reprint(
            @TargetAggregateIdentifier LabelRunId run,
            OrganisationId organisation,
            LabelNumbers numbers,
            int start,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /**
     * Let a run have labels for units of a lot; sent by it within its own commit.
     *
     * @param labels what the labels of the lot are known by: {@link #labelsOf}
     * @param units that were packed; absent where the lot is not packed in units
     */
    record Claim(
            @TargetAggregateIdentifier String labels,
            LotId lot,
            LabelRunId run,
            LabelKind kind,
            int count,
            @Nullable Long units,
            OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** Take labels back that are void; sent by their run within its own commit. */
    record Return(
            @TargetAggregateIdentifier String labels,
            LotId lot,
            LabelRunId run,
            LabelKind kind,
            int count,
            OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** Give a run the next number of a key; sent by it within its own commit. Answers with the number. */
    record TakeRunNumber(
            @TargetAggregateIdentifier String numbers, String key, LabelRunId run, OffsetDateTime happenedAt)
            implements LabellingCommand {}

    /** What all labels of a lot are known by in the log. */
    static String labelsOf(LotId lot) {
        return "labels/" + lot;
    }

    /** What the run numbers of a key are known by in the log. */
    static String numbersOf(String key) {
        return "serial-key/" + key;
    }
}
