package vn.nguongoc.recall;

import java.time.OffsetDateTime;
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
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.recall.RecallCommand.ReachLot;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/**
 * A hold that reaches descendants is passed from each lot to its children, whose own holds pass it on in turn, until
 * nothing is left that was made of the lot.
 *
 * <p>Why none is missed, however many are being made at that moment: whatever makes a child (a step, a split, a
 * hand-over) stores an event on the parent in the same commit, and two commits cannot both take the parent's next
 * version. So each child was either stored before the parent's hold, and is known here when the hold is read, because
 * one processor reads the log in its order; or its commit decides again after the hold, and is refused (a hand-over,
 * which is not refused, passes the hold on itself). Goods on hold are only ever drawn from to be destroyed, and of that
 * comes no lot.
 *
 * <p>Why nothing is done twice: an act is stamped with the hold, the lot it is done to and, where a hold can end and
 * begin again, the place of its cause in the log.
 */
@Component
@ProcessingGroup(Descent.NAME)
class WhenALotIsHeldThenHoldItsDescendants {
    private final Children children;
    private final Acts acts;

    WhenALotIsHeldThenHoldItsDescendants(Children children, Acts acts) {
        this.children = children;
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
    void on(LotSplitOff event, TrackedEventMessage<?> message) {
        children.add(event.from(), List.of(event.lot()), position(message));
    }

    /** What arrives of a recalled lot is held already, and is not gone any more: its recalls count both anew. */
    @EventHandler
    void on(LotHandedOver event, TrackedEventMessage<?> message) {
        var position = position(message);
        children.add(event.lot(), List.of(event.receivedAs()), position);
        for (var recall : children.recallsOf(event.lot())) {
            reach(event.receivedAs(), recall, event.happenedAt());
            acts.once(
                    recall + "/" + event.lot() + "/" + position, new ReachLot(recall, event.lot(), event.happenedAt()));
        }
    }

    @EventHandler
    void on(LotHeld event, TrackedEventMessage<?> message) {
        if (!event.cause().reachesDescendants()) {
            return;
        }
        var known = children.of(event.lot(), position(message));
        if (event.cause() == HoldCause.RECALL) {
            var recall = new RecallId(event.hold());
            children.addRecall(event.lot(), recall);
            known.forEach(child -> reach(child, recall, event.happenedAt()));
        } else {
            var hold = inherited(event);
            var key = hold.id() + "/" + position(message) + "/";
            known.forEach(child -> acts.once(key + child, new HoldBack(child, hold, event.happenedAt())));
        }
    }

    private void reach(LotId lot, RecallId recall, OffsetDateTime happenedAt) {
        acts.once(recall + "/" + lot, new ReachLot(recall, lot, happenedAt));
    }

    /** A number is the hold's name on its own lot only: what is passed on is known by that lot as well. */
    private static Hold inherited(LotHeld event) {
        var number = event.hold().chars().allMatch(Character::isDigit);
        return new Hold(
                number ? event.lot() + "/" + event.hold() : event.hold(),
                event.cause(),
                event.test(),
                event.reason(),
                event.by());
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
