package vn.nguongoc.plot.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.plot.event.Boundary.Point;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/** What happened on a plot. */
public sealed interface PlotEvent {

    PlotId plot();

    OffsetDateTime happenedAt();

    /**
     * @param code what the cooperative calls it
     * @param kind code of the catalogue's plot kind
     * @param ward code of the ward it lies in
     * @param location where it lies, if no outline of it is known
     */
    @EventName("plot.registered")
    record PlotRegistered(
            PlotId plot,
            OrganisationId cooperative,
            String code,
            String kind,
            long areaSquareMetres,
            String ward,
            @Nullable Boundary boundary,
            @Nullable Point location,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Numbered> codes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Block> blocks,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public PlotRegistered {
            codes = codes == null ? List.of() : List.copyOf(codes);
            blocks = blocks == null ? List.of() : List.copyOf(blocks);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * What an authority numbered the plot.
     *
     * @param scheme code of the catalogue's plot code
     * @param number as it was given
     */
    record Numbered(String scheme, String number) {}

    /** A part of an orchard. */
    record Block(String code, int trees) {}

    /**
     * The plot covers part of this tile, and no other plot may.
     *
     * @param tile {@code land/<row>/<column>}: its south-west corner in hundredths of a degree of latitude and
     *     longitude
     * @param code what the cooperative calls the plot
     */
    @EventName("plot.land-claimed")
    record LandClaimed(
            String tile,
            PlotId plot,
            OrganisationId cooperative,
            String code,
            Boundary boundary,
            OffsetDateTime happenedAt)
            implements PlotEvent {}

    /**
     * @param cycle number of the cycle on this plot, from 1
     * @param season code of the catalogue's season
     * @param seedLot the seed lot's own number, as on its bag; absent for what stands for years
     * @param seed how much of it is meant for this plot, of what is sown
     * @param pieces how many post-larvae are meant for this plot
     */
    @EventName("plot.cycle-opened")
    record CycleOpened(
            PlotId plot,
            int cycle,
            String product,
            String season,
            @Nullable String seedLot,
            @Nullable Mass seed,
            @Nullable Long pieces,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public CycleOpened {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * @param kind code of the catalogue's activity kind
     * @param revision of that kind
     * @param fields its fields by name, as text in the form the kind's type prescribes
     * @param harvestFrom first day on which a harvest is allowed because of this activity
     * @param number of the activity on this plot, from 1; absent where it was recorded before they were numbered
     * @param effect what it means for the cycle, a name of the catalogue's
     * @param onBehalfOf code of the farmer whose work it is, if somebody else recorded it
     * @param evidence files of the cooperative
     */
    @EventName("plot.activity-recorded")
    record ActivityRecorded(
            PlotId plot,
            int cycle,
            String kind,
            int revision,
            Map<String, String> fields,
            @Nullable LocalDate harvestFrom,
            @Nullable Integer number,
            @Nullable String effect,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt,
            @Nullable String onBehalfOf,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence)
            implements PlotEvent {
        public ActivityRecorded {
            fields = Map.copyOf(fields);
            flags = flags == null ? List.of() : List.copyOf(flags);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }

        /** By the farmer, without evidence. */
        public ActivityRecorded(
                PlotId plot,
                int cycle,
                String kind,
                int revision,
                Map<String, String> fields,
                @Nullable LocalDate harvestFrom,
                @Nullable Integer number,
                @Nullable String effect,
                List<Flag> flags,
                OffsetDateTime happenedAt) {
            this(plot, cycle, kind, revision, fields, harvestFrom, number, effect, flags, happenedAt, null, List.of());
        }
    }

    /**
     * What was written of an activity was wrong. The old record stays.
     *
     * @param fields what should have been written; absent if it never happened
     * @param by who corrected it, a person's code
     */
    @EventName("plot.activity-corrected")
    record ActivityCorrected(
            PlotId plot,
            int cycle,
            int number,
            @Nullable Map<String, String> fields,
            @Nullable LocalDate harvestFrom,
            String reason,
            String by,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public ActivityCorrected {
            fields = fields == null ? null : Map.copyOf(fields);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * At most 200 readings, in the order of time.
     *
     * @param cycle that was open at the last of them, where that is known
     * @param device that measured
     */
    @EventName("plot.water-measured")
    record WaterMeasured(
            PlotId plot,
            @Nullable Integer cycle,
            @Nullable String device,
            List<WaterReading> readings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public WaterMeasured {
            readings = List.copyOf(readings);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /** @param values by code of the catalogue's water parameter, in its unit */
    record WaterReading(OffsetDateTime at, Map<String, BigDecimal> values) {
        public WaterReading {
            values = Map.copyOf(values);
        }
    }

    /** One of two people says that the crop may be harvested before a waiting time is over. */
    @EventName("plot.harvest-authorised")
    record HarvestAuthorised(PlotId plot, int cycle, String by, String reason, OffsetDateTime happenedAt)
            implements PlotEvent {}

    /**
     * @param lot the lot that the harvest became
     * @param animals that were in it, by their count in a kilogram
     */
    @EventName("plot.crop-harvested")
    record CropHarvested(
            PlotId plot,
            int cycle,
            LotId lot,
            Mass quantity,
            @Nullable Long animals,
            OffsetDateTime happenedAt) implements PlotEvent {}

    /**
     * A harvest weighed something else than was written, or other animals were counted.
     *
     * @param cycle that it was taken in
     */
    @EventName("plot.harvest-corrected")
    record HarvestCorrected(
            PlotId plot,
            int cycle,
            LotId lot,
            Mass quantity,
            @Nullable Long animals,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public HarvestCorrected {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * It came out later that what was harvested should not have been: a substance whose waiting time was not over, or a
     * banned one.
     *
     * @param lots that were harvested
     * @param hold what the hold on them is known by
     * @param test that shows whether anything of it is left; absent where it is banned, and before events told it
     */
    @EventName("plot.harvest-doubted")
    record HarvestDoubted(
            PlotId plot,
            int cycle,
            List<LotId> lots,
            String hold,
            boolean banned,
            String active,
            @Nullable String test,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public HarvestDoubted {
            lots = List.copyOf(lots);
        }
    }

    /** @param feedConversion kilograms of feed for each kilogram harvested, where animals were fed */
    @EventName("plot.cycle-closed")
    record CycleClosed(
            PlotId plot,
            int cycle,
            @Nullable BigDecimal feedConversion,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public CycleClosed {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }
}
