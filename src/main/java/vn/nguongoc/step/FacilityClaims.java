package vn.nguongoc.step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import vn.nguongoc.catalogue.StepKind.FacilityClaim;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.organisation.OrganisationCommand.AskFacility;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.step.StepCommand.RecordStep;

/**
 * Claims that last only where the facility makes them too, on the day of each harvest: fruit from an orchard with a
 * code for a market keeps it only through a packing house with a code for the same market.
 */
record FacilityClaims(FacilityClaim rule) {

    /** The claims that no input loses here. */
    Set<String> kept(RecordStep command, List<Drawn> drawn, CommandGateway commands) {
        var kept = new HashSet<String>();
        drawn.forEach(input -> kept.addAll(input.pedigree().claims()));
        for (var input : drawn) {
            var facility = claimsOfTheFacility(command, input, commands);
            kept.removeIf(claim ->
                    rule.counterpart(claim).filter(it -> !facility.contains(it)).isPresent());
        }
        return kept;
    }

    private static Set<String> claimsOfTheFacility(RecordStep command, Drawn input, CommandGateway commands) {
        var harvested = input.pedigree().harvestedAt();
        return command.facility() == null || harvested == null
                ? Set.of()
                : commands.sendAndWait(new AskFacility(
                        command.organisation(), command.facility(), input.product(), Vietnam.day(harvested)));
    }
}
