package vn.nguongoc.history;

import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.ViewOfLabelRun;

/**
 * A unit of goods for which a label with a serial was ordered.
 *
 * @param number of its label in the run, from 1
 * @param organisation that ordered the run
 * @param lot that the unit belongs to
 */
public record IssuedUnit(LabelRunId run, int number, OrganisationId organisation, LotId lot, State state) {

    /** What became of the label. */
    public enum State {
        /** Nobody said yet that it was put on goods. */
        OPEN,
        /** It was put on goods. */
        ACTIVATED,
        /** It should be on no goods. */
        VOIDED
    }

    static IssuedUnit of(ViewOfLabelRun run, int number) {
        return new IssuedUnit(run.id(), number, run.organisation(), run.lot(), state(run, number));
    }

    private static State state(ViewOfLabelRun run, int number) {
        if (run.voided().has(number)) {
            return State.VOIDED;
        }
        return run.activated().has(number) ? State.ACTIVATED : State.OPEN;
    }
}
