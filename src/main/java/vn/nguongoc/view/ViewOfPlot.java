package vn.nguongoc.view;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.Numbered;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;

/**
 * A plot: a field, an orchard or a pond.
 *
 * @param openCycle number of the crop cycle that is open, if one is
 * @param cycles all there were, oldest first; what was done in each is in its {@link ViewOfCyclePart}s
 */
public record ViewOfPlot(
        PlotId id,
        OrganisationId cooperative,
        String code,
        String kind,
        long areaSquareMetres,
        String ward,
        @Nullable Boundary boundary,
        Boundary.@Nullable Point location,
        List<Numbered> codes,
        List<Block> blocks,
        List<Flag> flags,
        @Nullable Integer openCycle,
        List<Season> cycles)
        implements View {

    /** One of its cycles. */
    public Season cycle(int number) {
        return cycles.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no cycle " + number + " on " + id));
    }

    public ViewOfPlot opened(Season cycle) {
        return with(cycle.number(), OneMore.after(cycles, cycle));
    }

    public ViewOfPlot closed(int cycle, OffsetDateTime at) {
        var all = cycles.stream()
                .map(it -> it.number() == cycle ? it.closed(at) : it)
                .toList();
        return with(null, all);
    }

    private ViewOfPlot with(@Nullable Integer open, List<Season> all) {
        return new ViewOfPlot(
                id,
                cooperative,
                code,
                kind,
                areaSquareMetres,
                ward,
                boundary,
                location,
                codes,
                blocks,
                flags,
                open,
                all);
    }

    /**
     * A crop cycle in the list of its plot.
     *
     * @param season code of the catalogue's season
     */
    public record Season(
            int number,
            String product,
            String season,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt) {
        private Season closed(OffsetDateTime at) {
            return new Season(number, product, season, openedAt, at);
        }
    }
}
