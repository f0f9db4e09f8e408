package vn.nguongoc.plot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Geometry;
import vn.nguongoc.plot.PlotCommand.ClaimLand;
import vn.nguongoc.plot.event.PlotEvent.LandClaimed;
import vn.nguongoc.shared.Refused;

/**
 * A tile of land and the outlines of all plots that touch it. A plot claims every tile it touches in the commit that
 * registers it, so the log itself keeps plots apart: two that want the same land, on any two machines, want the next
 * version of the same tile, and only one of them gets it.
 */
@Aggregate(type = "land", snapshotTriggerDefinition = "everyFiftyEvents")
class Land {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String tile;

    /** Not final: it is read back from snapshots. */
    private List<LandClaimed> claims = new ArrayList<>();

    /** For Axon, which then replays the events. */
    Land() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void claim(ClaimLand command, Catalogue catalogue) {
        var outline = new Outline(command.boundary());
        claims.forEach(claim -> refuseIfTheyOverlap(
                command, outline, claim, catalogue.geometry().overlap()));
        apply(new LandClaimed(
                command.tile(),
                command.plot(),
                command.cooperative(),
                command.code(),
                command.boundary(),
                command.happenedAt()));
    }

    /** Only its own cooperative is told which plot it is. */
    private static void refuseIfTheyOverlap(
            ClaimLand command, Outline outline, LandClaimed claim, Geometry.Share allowed) {
        var claimed = new Outline(claim.boundary());
        var limit = allowed.of(Math.min(outline.areaSquareMetres(), claimed.areaSquareMetres()));
        var overlap = outline.overlapSquareMetres(claimed);
        if (overlap > limit) {
            throw new Refused(
                    command.cooperative().equals(claim.cooperative())
                            ? new PlotRefusal.OverlapsOwnPlot(
                                    claim.plot(),
                                    claim.code(),
                                    overlap,
                                    limit,
                                    allowed.percent(),
                                    allowed.source().text())
                            : new PlotRefusal.OverlapsAnotherPlot(
                                    overlap, allowed.percent(), allowed.source().text()));
        }
    }

    @EventSourcingHandler
    void on(LandClaimed event) {
        tile = event.tile();
        claims.add(event);
    }
}
