package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.Rewrites;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.Numbered;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.Flag;
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
            List<Numbered> codes,
            List<Block> blocks,
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

    /**
     * Begin to grow something; {@code season} is a code of the catalogue.
     *
     * @param seedLot number of the cooperative's seed or post-larvae lot; absent for what stands for years
     * @param seed how much of it is meant for this plot, of what is sown
     * @param pieces how many post-larvae are meant for this plot
     */
    record OpenCycle(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String product,
            String season,
            @Nullable String seedLot,
            @Nullable Mass seed,
            @Nullable Long pieces,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /**
     * Something was done on the plot; {@code kind} and {@code fields} are the catalogue's. It belongs to the open
     * cycle, or, by its date, to the one before it.
     *
     * @param onBehalfOf code of the farmer whose work it is, if somebody else records it
     * @param evidence photographs, files of the cooperative
     */
    record RecordActivity(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String kind,
            Map<String, String> fields,
            OffsetDateTime happenedAt,
            @Nullable String onBehalfOf,
            List<FileId> evidence)
            implements PlotCommand {

        /** By the farmer, without evidence. */
        public RecordActivity(
                PlotId plot,
                OrganisationId cooperative,
                String kind,
                Map<String, String> fields,
                OffsetDateTime happenedAt) {
            this(plot, cooperative, kind, fields, happenedAt, null, List.of());
        }
    }

    /**
     * What was written of an activity of the open cycle, or of the one before it, was wrong.
     *
     * @param number of the activity on this plot, from 1
     * @param fields what should have been written; absent if it never happened
     * @param by a person's code
     */
    record CorrectActivity(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            int number,
            @Nullable Map<String, String> fields,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements PlotCommand, Rewrites {}

    /** What probes in the pond showed, in any order. */
    record MeasureWater(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            @Nullable String device,
            List<WaterReading> readings,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /**
     * Say that the crop may be harvested before a waiting time is over; it may when two people said so and a laboratory
     * passed it.
     *
     * @param by a person's code
     */
    record AuthoriseHarvest(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String by,
            String reason,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /**
     * Take a harvest off the plot into a lot; sent by the lot within its own commit. Answers with {@link Picked}.
     *
     * @param countPerKilogram size of shrimp
     * @param block of the orchard
     * @param last whether the cycle ends with it
     */
    record Harvest(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            String product,
            LotId lot,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable BigDecimal countPerKilogram,
            @Nullable String block,
            boolean last,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /** A harvest weighed something else, or other shrimp were counted; sent by the lot within its own commit. */
    record CorrectHarvest(
            @TargetAggregateIdentifier PlotId plot,
            OrganisationId cooperative,
            int cycle,
            LotId lot,
            Mass quantity,
            @Nullable BigDecimal countPerKilogram,
            OffsetDateTime happenedAt)
            implements PlotCommand {}

    /** End the open cycle without a further harvest. */
    record CloseCycle(@TargetAggregateIdentifier PlotId plot, OrganisationId cooperative, OffsetDateTime happenedAt)
            implements PlotCommand {}

    /**
     * What a harvest takes with it.
     *
     * @param claims of certificates valid that day, and what was tested before
     * @param passed tests of samples from the plot, with the day of the last pass
     * @param barredFrom codes of markets closed to it, each with the substance that closes it
     * @param doubts for which its lot is held back from the first
     */
    record Picked(
            int cycle,
            Set<String> claims,
            Map<String, LocalDate> passed,
            Map<String, String> barredFrom,
            List<Doubt> doubts,
            List<Flag> flags) {}

    /** Why what was harvested may not go on; {@code id} is what it is known by on every lot. */
    sealed interface Doubt {
        String id();
    }

    record BannedSubstanceUsed(String id, String active) implements Doubt {}

    record TestFailed(String id, String test) implements Doubt {}
}
