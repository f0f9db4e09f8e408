package vn.nguongoc.recall;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/**
 * A hold that reaches descendants is passed from each lot to its children, whose own holds pass it on in turn, until
 * nothing is left that was made of the lot. A recall reaches all at once that are known, however far down; the holds of
 * these then only find what was made in the meantime.
 *
 * <p>Why none is missed, however many are being made at that moment: whatever makes a child (a step, a split, a
 * hand-over) stores an event on the parent in the same commit, and two commits cannot both take the parent's next
 * version. So each child was either stored before the parent's hold, and is known here when the hold is read, because
 * one processor reads the log in its order; or its commit decides again after the hold, and is refused (a hand-over,
 * which is not refused, passes the hold on itself). Goods on hold are only ever drawn from to be destroyed, and of that
 * comes no lot.
 *
 * <p>Why nothing is done twice: an act is stamped with the hold, the place of its cause in the log and what it is done
 * to.
 */
@Component
@ProcessingGroup(Descent.NAME)
class WhenALotIsHeldThenHoldItsDescendants {
    private final Children children;
    private final Reaching reaching;
    private final Acts acts;

    WhenALotIsHeldThenHoldItsDescendants(Children children, Reaching reaching, Acts acts) {
        this.children = children;
        this.reaching = reaching;
        this.acts = acts;
    }

    @EventHandler
    void on(StepRecorded event, TrackedEventMessage<?> message) {
        var outputs = event.outputs().stream().map(Output::lot).toList();
        if (!outputs.isEmpty()) {
            event.inputs().stream().map(Input::lot).forEach(lot -> children.add(lot, outputs, position(message)));
        }
    }

    @EventHandler
    void on(LotSplit event, TrackedEventMessage<?> message) {
        children.add(event.lot(), event.portions().stream().map(Portion::lot).toList(), position(message));
    }

    /** What arrives of a recalled lot is held already, and is not gone any more: its recalls count both anew. */
    @EventHandler
    void on(LotHandedOver event, TrackedEventMessage<?> message) {
        var both = List.of(event.lot(), event.receivedAs());
        children.add(event.lot(), List.of(event.receivedAs()), position(message));
        children.recallsOf(event.lot())
                .forEach(recall -> reaching.reach(both, recall, event.happenedAt(), position(message)));
    }

    @EventHandler
    void on(LotHeld event, TrackedEventMessage<?> message) {
        if (!event.cause().reachesDescendants()) {
            return;
        }
        if (event.cause() == HoldCause.RECALL) {
            var recall = new RecallId(event.hold());
            var found = children.reach(event.lot(), recall, position(message));
            reaching.reach(found, recall, event.happenedAt(), position(message));
        } else {
            var known = children.of(event.lot(), position(message));
            var hold = new Hold(event.hold(), event.cause(), event.test(), event.reason(), event.by())
                    .inheritedFrom(event.lot());
            var key = hold.id() + "/" + position(message) + "/";
            known.forEach(child -> acts.once(key + child, new HoldBack(child, hold, event.happenedAt())));
        }
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
