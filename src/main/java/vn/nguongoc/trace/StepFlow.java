package vn.nguongoc.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.view.LotFlow.When;
import vn.nguongoc.view.Milestone.StepCorrection;
import vn.nguongoc.view.ViewOfStep;

/**
 * A step as it looks from a viewpoint.
 *
 * @param kind code of the catalogue's step kind
 * @param outputs what came out, as far as it was corrected by then
 */
record StepFlow(
        StepId id,
        String kind,
        @Nullable String facility,
        OrganisationId organisation,
        When when,
        List<Part> inputs,
        List<Part> outputs,
        List<Loss> losses) {

    /** Part of a lot, or all of it. */
    record Part(LotId lot, Mass quantity) {}

    static StepFlow of(ViewOfStep step, List<StepCorrection> corrections) {
        var milestone = step.milestone();
        Map<LotId, Mass> weighed = new HashMap<>();
        corrections.forEach(it -> it.outputs().forEach(output -> weighed.put(output.lot(), output.quantity())));
        return new StepFlow(
                step.id(),
                milestone.kind(),
                milestone.facility(),
                step.organisation(),
                Viewpoint.when(milestone.fact()),
                milestone.inputs().stream()
                        .map(it -> new Part(it.lot(), it.quantity()))
                        .toList(),
                milestone.outputs().stream()
                        .map(it -> new Part(it.lot(), weighed.getOrDefault(it.lot(), it.quantity())))
                        .toList(),
                corrections.isEmpty()
                        ? milestone.losses()
                        : corrections.getLast().losses());
    }

    static Mass sum(List<Part> parts) {
        return Mass.sum(parts.stream().map(Part::quantity).toList());
    }
}
