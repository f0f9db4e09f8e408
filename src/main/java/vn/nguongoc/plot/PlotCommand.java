package vn.nguongoc.plot;

import java.time.OffsetDateTime;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** What a plot can be asked; {@code cooperative} is whoever asks, and a plot answers only to its own. */
public sealed interface PlotCommand {

    /**
     * Enter a plot into the record.
     *
     * @param code what the cooperative calls it
     * @param kind code of the catalogue's plot kind
     * @param ward code of the ward it lies in
     * @param location where it lies, if no outline of it is known
     */
    record RegisterPlot(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String code,
            String kind,
            long areaSquareMetres,
            String ward,
            @Nullable Boundary boundary,
            Boundary.@Nullable Point location,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /**
     * Take the part of a tile of land that the outline covers; sent by the plot within its own commit, to every tile
     * that it touches.
     */
    record ClaimLand(
            @TargetAggregateIdentifier String tile,
            PlotId plot,
            OrganisationId cooperative,
            String code,
            Boundary boundary,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /** Begin to grow something; {@code season} is a code of the catalogue. */
    record OpenCycle(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String product,
            String season,
            String seedLot,
            Mass seed,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /** Something was done on the plot; {@code kind} and {@code fields} are the catalogue's. */
    record RecordActivity(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String kind,
            Map<String, String> fields,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /**
     * Take a harvest off the plot into a lot; sent by the lot within its own commit. Answers with the cycle's number.
     *
     * @param last whether the cycle ends with it
     */
    record Harvest(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String product,
            LotId lot,
            Mass quantity,
            boolean last,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /** End the open cycle without a further harvest. */
    record CloseCycle(@TargetAggregateIdentifier PlotId plot, OrganisationId cooperative, OffsetDateTime happenedAt)
            implements PlotCommand {}
}
