package vn.nguongoc.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunOrdered;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.labelling.event.LabellingEvent.SerialRun;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;

/**
 * Labels that were printed together.
 *
 * @param organisation that ordered them
 * @param count how many, numbered from 1
 * @param serials what the serials of units are made of; absent where all are alike
 * @param printed when its file was whole; absent before
 * @param cancelled whether it was given up before
 * @param activated that are on goods now
 * @param voided that will be on none any more
 * @param acts what was done with its labels, in the order of recording
 */
public record ViewOfLabelRun(
        LabelRunId id,
        OrganisationId organisation,
        LotId lot,
        LabelKind kind,
        int count,
        Paper paper,
        Wording wording,
        @Nullable SerialRun serials,
        String by,
        OffsetDateTime since,
        @Nullable OffsetDateTime printed,
        boolean cancelled,
        LabelNumbers activated,
        LabelNumbers voided,
        List<LabelAct> acts)
        implements View {

    public static ViewOfLabelRun of(LabelRunOrdered event) {
        return new ViewOfLabelRun(
                event.run(),
                event.organisation(),
                event.lot(),
                event.kind(),
                event.count(),
                event.paper(),
                event.wording(),
                event.serials(),
                event.by(),
                event.happenedAt(),
                null,
                false,
                LabelNumbers.NONE,
                LabelNumbers.NONE,
                List.of());
    }

    /** Under which a unit finds it; of a run without serials, its id. */
    public String address() {
        return serials == null ? id.value() : address(serials.key(), serials.number());
    }

    public static String address(String key, long number) {
        return key + "/" + number;
    }

    /** Those that are neither on goods nor void. */
    public LabelNumbers open() {
        return LabelNumbers.of(1, count).minus(activated).minus(voided);
    }

    public LabelTally tally() {
        return new LabelTally(count, activated.size(), voided.size(), open().size());
    }

    /** What this reprint is of; nothing if there is no such reprint. */
    public Optional<LabelAct> reprint(int number) {
        return acts.stream()
                .filter(act -> act.reprint() != null && act.reprint() == number)
                .findFirst();
    }

    public ViewOfLabelRun printedAt(OffsetDateTime when) {
        return with(when, cancelled, activated, voided, acts);
    }

    public ViewOfLabelRun cancelled(LabelAct act) {
        return with(printed, true, activated, LabelNumbers.of(1, count), OneMore.after(acts, act));
    }

    public ViewOfLabelRun activated(LabelAct act) {
        return with(printed, cancelled, activated.plus(act.numbers()), voided, OneMore.after(acts, act));
    }

    public ViewOfLabelRun voided(LabelAct act) {
        return with(
                printed,
                cancelled,
                activated.minus(act.numbers()),
                voided.plus(act.numbers()),
                OneMore.after(acts, act));
    }

    public ViewOfLabelRun reprinted(LabelAct act) {
        return with(printed, cancelled, activated, voided, OneMore.after(acts, act));
    }

    private ViewOfLabelRun with(
            @Nullable OffsetDateTime when,
            boolean givenUp,
            LabelNumbers onGoods,
            LabelNumbers gone,
            List<LabelAct> all) {
        return new ViewOfLabelRun(
                id,
                organisation,
                lot,
                kind,
                count,
                paper,
                wording,
                serials,
                by,
                since,
                when,
                givenUp,
                onGoods,
                gone,
                all);
    }

    /**
     * Where the labels of a run are: {@code count = activated + voided + open}, and when none is open any more, the run
     * is closed.
     */
    public record LabelTally(int count, int activated, int voided, int open) {}

    /**
     * What was done with labels of a run.
     *
     * @param reason as it was recorded; absent where none is needed
     * @param reprint which one of the run, if it is one
     * @param start of a reprint: the first place of the first sheet that still had a label
     * @param by a person's code
     */
    public record LabelAct(
            Milestone.Fact fact,
            Deed deed,
            LabelNumbers numbers,
            @Nullable String reason,
            @Nullable Integer reprint,
            @Nullable Integer start,
            String by) {
        /** What can be done with labels. */
        public enum Deed {
            ACTIVATED,
            VOIDED,
            REPRINTED,
            CANCELLED
        }
    }
}
