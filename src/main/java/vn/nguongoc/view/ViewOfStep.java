package vn.nguongoc.view;

import java.util.List;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.StepId;

/**
 * What was done to lots: a transport, a drying, a packing.
 *
 * @param corrections of its masses, in the order of recording
 */
public record ViewOfStep(
        StepId id,
        OrganisationId organisation,
        Milestone.Processing milestone,
        List<Milestone.StepCorrection> corrections)
        implements View {

    public ViewOfStep with(Milestone.StepCorrection correction) {
        return new ViewOfStep(id, organisation, milestone, OneMore.after(corrections, correction));
    }
}
