package vn.nguongoc.labelling.event;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.label.LabelFormat;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;

/** What happened to labels. */
public sealed interface LabellingEvent {

    LabelRunId run();

    OffsetDateTime happenedAt();

    /**
     * What prints it is told whole, so that the run can be printed again, the same, for ever.
     *
     * @param organisation that holds the lot
     * @param count labels, numbered from 1
     * @param serials what the serials are made of; absent where all labels are alike
     * @param by a person's code
     */
    @EventName("label-run.ordered")
    record LabelRunOrdered(
            LabelRunId run,
            OrganisationId organisation,
            LotId lot,
            LabelKind kind,
            int count,
            Paper paper,
            Wording wording,
            @Nullable SerialRun serials,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /**
     * What it is printed on.
     *
     * @param preset code of the sheet or roll
     * @param start the first place of the first sheet that still has a label, from 1
     * @param right millimetres that this printer must print further to the right; negative for the left
     * @param down likewise downwards
     */
    record Paper(String preset, LabelFormat format, int start, BigDecimal right, BigDecimal down) {}

    /**
     * What is printed on each.
     *
     * @param dates lines with their words
     * @param domain where to type the code
     * @param address that the symbol carries; of units it is followed by their serials
     */
    record Wording(String product, String netWeight, String lot, List<String> dates, String domain, String address) {
        public Wording {
            dates = List.copyOf(dates);
        }
    }

    /**
     * What a run's serials are made of, beside the numbers of its labels.
     *
     * @param key id of the key; its secret stands nowhere in the record
     * @param number of the run among those of the key
     */
    record SerialRun(String key, long number) {}

    /** Its file was made, whole. */
    @EventName("label-run.printed")
    record LabelRunPrinted(LabelRunId run, OffsetDateTime happenedAt) implements LabellingEvent {}

    /**
     * It was given up before it was printed: all its labels are void.
     *
     * @param by a person's code
     */
    @EventName("label-run.cancelled")
    record LabelRunCancelled(LabelRunId run, String reason, String by, OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /**
     * They were put on goods.
     *
     * @param by a person's code
     */
    @EventName("label-run.labels-activated")
    record LabelsActivated(LabelRunId run, LabelNumbers numbers, String by, OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /**
     * They will be on no goods any more.
     *
     * @param by a person's code
     */
    @EventName("label-run.labels-voided")
    record LabelsVoided(LabelRunId run, LabelNumbers numbers, String reason, String by, OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /**
     * They are printed once more, since the paper was lost or spoilt.
     *
     * @param reprint which one of this run, from 1
     * @param start the first place of the first sheet that still has a label, from 1
     * @param by a person's code
     */
    @EventName("label-run.labels-reprinted")
    record LabelsReprinted(
            LabelRunId run,
            int reprint,
            LabelNumbers numbers,
            int start,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /** So many labels of this kind are there for units of the lot. */
    @EventName("lot-labels.claimed")
    record LabelsClaimed(LotId lot, LabelRunId run, LabelKind kind, int count, OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /** They are void: as many may be printed for the lot again. */
    @EventName("lot-labels.returned")
    record LabelsReturned(LotId lot, LabelRunId run, LabelKind kind, int count, OffsetDateTime happenedAt)
            implements LabellingEvent {}

    /**
     * No other run with this key has this number.
     *
     * @param key id of a key of serials
     */
    @EventName("serial-key.run-number-taken")
    record RunNumberTaken(String key, long number, LabelRunId run, OffsetDateTime happenedAt)
            implements LabellingEvent {}
}
