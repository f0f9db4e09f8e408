package vn.nguongoc.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import vn.nguongoc.catalogue.StepKind.FacilityClaim;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.step.StepCommand.RecordStep;

/** Claims that last only where the facility makes them too, on the day of each harvest. */
record FacilityClaims(FacilityClaim rule) {

    /** The claims of the inputs that the outputs keep. */
    Set<String> kept(RecordStep command, List<Drawn> drawn, CommandGateway commands) {
        var kept = new HashSet<String>();
        for (var input : drawn) {
            kept.addAll(input.pedigree().claims());
        }
        return kept;
    }
}
