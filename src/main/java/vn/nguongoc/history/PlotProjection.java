package vn.nguongoc.history;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.SeasonEntries;
import vn.nguongoc.plot.event.PlotEvent;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.HarvestAuthorised;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.plot.event.PlotEvent.WaterMeasured;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.view.Exhibit;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.Milestone.Spread;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfPlot;

/** Feeds what is told of plots; every handler may be told the same event again. */
final class PlotProjection {
    private final Views views;
    private final SeasonEntries seasons;
    private final CycleParts cycles;

    PlotProjection(Views views, SeasonEntries seasons) {
        this.views = views;
        this.seasons = seasons;
        this.cycles = new CycleParts(views, seasons);
    }

    private static Milestone.Fact fact(PlotEvent event, TrackedEventMessage<?> message) {
        return Told.fact(event.happenedAt(), message);
    }

    @EventHandler
    void on(PlotRegistered event, TrackedEventMessage<?> message) {
        var view = new ViewOfPlot(
                event.plot(),
                event.cooperative(),
                event.code(),
                event.kind(),
                event.areaSquareMetres(),
                event.ward(),
                event.boundary(),
                event.location(),
                event.codes(),
                event.blocks(),
                event.flags(),
                null,
                List.of());
        views.create(event.plot(), Told.position(message), view);
    }

    @EventHandler
    void on(CycleOpened event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.CycleOpened(
                fact(event, message),
                event.plot(),
                event.cycle(),
                event.product(),
                event.season(),
                event.seedLot(),
                event.seed(),
                event.pieces(),
                event.flags());
        var season = new ViewOfPlot.Season(event.cycle(), event.product(), event.season(), event.happenedAt(), null);
        views.change(ViewOfPlot.class, event.plot(), Told.position(message), before -> {
            var plot = before.opened(season);
            seasons.changed(plot, event.cycle());
            return plot;
        });
        cycles.begin(milestone);
    }

    @EventHandler
    void on(ActivityRecorded event, TrackedEventMessage<?> message) {
        cycles.add(new Milestone.FieldWork(
                fact(event, message),
                event.plot(),
                event.cycle(),
                numbered(event),
                event.kind(),
                event.fields(),
                event.onBehalfOf(),
                event.flags(),
                evidence(event)));
    }

    private List<Exhibit> evidence(ActivityRecorded event) {
        return event.evidence().isEmpty()
                ? List.of()
                : views.current(ViewOfPlot.class, event.plot()).stream()
                        .flatMap(plot -> Exhibit.of(plot.cooperative(), event.evidence()).stream())
                        .toList();
    }

    /** Activities that were recorded before they were numbered stand in the order they were recorded in. */
    private int numbered(ActivityRecorded event) {
        return event.number() != null ? event.number() : cycles.activities(event.plot(), event.cycle()) + 1;
    }

    @EventHandler
    void on(ActivityCorrected event, TrackedEventMessage<?> message) {
        var fact = fact(event, message);
        cycles.correct(
                event.plot(),
                event.cycle(),
                event.number(),
                fact.position(),
                wrong -> new Milestone.FieldCorrection(
                        fact,
                        event.plot(),
                        event.cycle(),
                        event.number(),
                        wrong.kind(),
                        wrong.fields(),
                        event.fields(),
                        event.reason(),
                        event.by(),
                        event.flags()));
    }

    @EventHandler
    void on(WaterMeasured event, TrackedEventMessage<?> message) {
        var first = event.readings().getFirst();
        var number = event.cycle() == null ? ViewOfCycle.NONE : event.cycle();
        var milestone = new Milestone.Water(
                fact(event, message),
                event.plot(),
                number,
                event.device(),
                first.at(),
                event.readings().getLast().at(),
                event.readings().size(),
                spread(event.readings()),
                event.flags());
        if (number == ViewOfCycle.NONE) {
            cycles.requireNone(event.plot());
        }
        cycles.add(milestone);
    }

    private static Map<String, Spread> spread(List<WaterReading> readings) {
        var values = new HashMap<String, Spread>();
        for (var reading : readings) {
            reading.values().forEach((parameter, value) -> values.merge(parameter, only(value), Spread::with));
        }
        return values;
    }

    private static Spread only(BigDecimal value) {
        return new Spread(value, value);
    }

    @EventHandler
    void on(HarvestAuthorised event, TrackedEventMessage<?> message) {
        cycles.add(new Milestone.Authorisation(
                fact(event, message), event.plot(), event.cycle(), event.by(), event.reason()));
    }

    @EventHandler
    void on(CycleClosed event, TrackedEventMessage<?> message) {
        views.change(ViewOfPlot.class, event.plot(), Told.position(message), before -> {
            var plot = before.closed(event.cycle(), event.happenedAt());
            seasons.changed(plot, event.cycle());
            return plot;
        });
        cycles.add(new Milestone.CycleClosed(
                fact(event, message), event.plot(), event.cycle(), event.feedConversion(), event.flags()));
    }
}
