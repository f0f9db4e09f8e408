package vn.nguongoc.history;

import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunCancelled;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunOrdered;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunPrinted;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsActivated;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsReprinted;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsVoided;
import vn.nguongoc.lists.LabelRuns;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.view.ViewOfLabelRun.LabelAct;
import vn.nguongoc.view.ViewOfLabelRun.LabelAct.Deed;

/** Feeds the views of label runs. */
final class LabelProjection {
    private final Views views;

    LabelProjection(Views views) {
        this.views = views;
    }

    @EventHandler
    void on(LabelRunOrdered event, TrackedEventMessage<?> message) {
        var run = ViewOfLabelRun.of(event);
        LabelRuns.enter(views, run);
        views.create(event.run(), Told.position(message), run);
    }

    @EventHandler
    void on(LabelRunPrinted event, TrackedEventMessage<?> message) {
        change(event.run(), message, run -> {
            LabelRuns.strikeUnprinted(views, run);
            return run.printedAt(event.happenedAt());
        });
    }

    @EventHandler
    void on(LabelRunCancelled event, TrackedEventMessage<?> message) {
        change(event.run(), message, run -> {
            LabelRuns.strikeUnprinted(views, run);
            return run.cancelled(
                    act(Deed.CANCELLED, run.open(), event.reason(), event.by(), event.happenedAt(), message));
        });
    }

    @EventHandler
    void on(LabelsActivated event, TrackedEventMessage<?> message) {
        var act = act(Deed.ACTIVATED, event.numbers(), null, event.by(), event.happenedAt(), message);
        change(event.run(), message, run -> run.activated(act));
    }

    @EventHandler
    void on(LabelsVoided event, TrackedEventMessage<?> message) {
        var act = act(Deed.VOIDED, event.numbers(), event.reason(), event.by(), event.happenedAt(), message);
        change(event.run(), message, run -> run.voided(act));
    }

    @EventHandler
    void on(LabelsReprinted event, TrackedEventMessage<?> message) {
        var act = new LabelAct(
                Told.fact(event.happenedAt(), message),
                Deed.REPRINTED,
                event.numbers(),
                event.reason(),
                event.reprint(),
                event.start(),
                event.by());
        change(event.run(), message, run -> run.reprinted(act));
    }

    private static LabelAct act(
            Deed deed,
            LabelNumbers numbers,
            @Nullable String reason,
            String by,
            OffsetDateTime happenedAt,
            TrackedEventMessage<?> message) {
        return new LabelAct(Told.fact(happenedAt, message), deed, numbers, reason, null, null, by);
    }

    private void change(LabelRunId run, TrackedEventMessage<?> message, UnaryOperator<ViewOfLabelRun> change) {
        views.change(ViewOfLabelRun.class, run, Told.position(message), change);
    }
}
