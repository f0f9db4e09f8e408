package vn.nguongoc.plot.event;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
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
            Boundary.@Nullable Point location,
            OffsetDateTime happenedAt)
            implements PlotEvent {}

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
     * @param seedLot the seed lot's own number, as on its bag
     * @param seed how much of it is meant for this plot
     */
    @EventName("plot.cycle-opened")
    record CycleOpened(
            PlotId plot, int cycle, String product, String season, String seedLot, Mass seed, OffsetDateTime happenedAt)
            implements PlotEvent {}

    /**
     * @param kind code of the catalogue's activity kind
     * @param revision of that kind
     * @param fields its fields by name, as text in the form the kind's type prescribes
     * @param harvestFrom first day on which a harvest is allowed because of this activity
     */
    @EventName("plot.activity-recorded")
    record ActivityRecorded(
            PlotId plot,
            int cycle,
            String kind,
            int revision,
            Map<String, String> fields,
            @Nullable LocalDate harvestFrom,
            OffsetDateTime happenedAt)
            implements PlotEvent {
        public ActivityRecorded {
            fields = Map.copyOf(fields);
        }
    }

    /** @param lot the lot that the harvest became */
    @EventName("plot.crop-harvested")
    record CropHarvested(PlotId plot, int cycle, LotId lot, Mass quantity, OffsetDateTime happenedAt)
            implements PlotEvent {}

    @EventName("plot.cycle-closed")
    record CycleClosed(PlotId plot, int cycle, OffsetDateTime happenedAt) implements PlotEvent {}
}
