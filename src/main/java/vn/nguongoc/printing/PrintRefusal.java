package vn.nguongoc.printing;

import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.shared.Refusal;

/** Why a run's file cannot be had now. */
public sealed interface PrintRefusal extends Refusal {

    @Override
    default Kind refusalKind() {
        return Kind.BUSY;
    }

    /** Nobody gets half a file. */
    record NotWholeYet(LabelRunId run, int done, int count) implements PrintRefusal {}

    /** So many runs wait that another one is not even recorded. */
    record QueueFull(int waiting, int most) implements PrintRefusal {}

    /** The secret of this key is not here. */
    record KeyMissing(String key) implements PrintRefusal {}

    /** The disk is full, or the like. */
    record NotWritten(LabelRunId run) implements PrintRefusal {}
}
