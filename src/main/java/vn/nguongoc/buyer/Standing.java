package vn.nguongoc.buyer;

import org.jspecify.annotations.Nullable;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.web.Phrase;
import vn.nguongoc.web.Phrases;

/** How a lot's record stands: in a colour and in a sentence. */
record Standing(LotHistory history, Phrases words) {

    private boolean hasFailed() {
        return history.milestones().stream()
                .anyMatch(it -> it instanceof Milestone.LabResult result && result.verdict() == Verdict.FAIL);
    }

    private boolean isRecalled() {
        return history.lot().holds().stream().anyMatch(hold -> hold.cause() == HoldCause.RECALL);
    }

    private boolean isHeld() {
        return !history.lot().holds().isEmpty();
    }

    LotPage.State state() {
        if (isRecalled()) {
            return LotPage.State.RECALLED;
        }
        var complete = history.missing().isEmpty() && !hasFailed() && !isHeld();
        return complete ? LotPage.State.COMPLETE : LotPage.State.DOUBTFUL;
    }

    Phrase verdict() {
        var steps = history.milestones().size();
        if (isRecalled()) {
            return words.phrase("page.verdict.recalled");
        }
        if (isHeld()) {
            var cause = history.lot().holds().getFirst().cause();
            return words.phrase("page.verdict.held", words.name("hold-cause", cause.name()));
        }
        if (hasFailed()) {
            return words.phrase("page.verdict.failed", steps);
        }
        return history.missing().isEmpty()
                ? words.phrase("page.verdict.complete", steps, confirmed())
                : words.phrase("page.verdict.gaps", steps, history.missing().size());
    }

    /** Whoever copies a lot's code copies that of all its units. */
    @Nullable
    Phrase shared() {
        var lot = history.lot();
        var item = lot.item();
        return item == null
                ? null
                : words.phrase(
                        "page.shared", lot.quantity().grams() / item.unit().grams());
    }

    /** How many steps another organisation confirmed: whoever received goods said what came of those sent. */
    int confirmed() {
        return (int) history.milestones().stream()
                .filter(Milestone.Arrival.class::isInstance)
                .count();
    }
}
