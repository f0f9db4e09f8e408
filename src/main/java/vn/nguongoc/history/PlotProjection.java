package vn.nguongoc.history;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.history.Milestone.Spread;
import vn.nguongoc.plot.event.PlotEvent;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.HarvestAuthorised;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.plot.event.PlotEvent.WaterMeasured;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.shared.PlotId;

/** Feeds what is told of plots; every handler may be told the same event again. */
final class PlotProjection {
    private final Views views;
    private final SeasonEntries seasons;

    PlotProjection(Views views, SeasonEntries seasons) {
        this.views = views;
        this.seasons = seasons;
    }

    private void change(PlotId plot, int cycle, TrackedEventMessage<?> message, UnaryOperator<View.OfCycle> change) {
        views.change(View.OfCycle.class, View.OfCycle.id(plot, cycle), Told.position(message), before -> {
            var after = change.apply(before);
            seasons.changed(after);
            return after;
        });
    }

    private static Milestone.Fact fact(PlotEvent event, TrackedEventMessage<?> message) {
        return Told.fact(event.happenedAt(), message);
    }

    @EventHandler
    void on(PlotRegistered event, TrackedEventMessage<?> message) {
        var view = new View.OfPlot(
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
        var season = new View.Season(event.cycle(), event.product(), event.season(), event.happenedAt(), null);
        var position = Told.position(message);
        views.change(View.OfPlot.class, event.plot(), position, plot -> plot.opened(season));
        var id = View.OfCycle.id(event.plot(), event.cycle());
        var cycle = new View.OfCycle(event.plot(), event.cycle(), List.of(milestone));
        if (views.current(View.OfCycle.class, id).isEmpty()) {
            seasons.changed(cycle);
        }
        views.create(id, position, cycle);
    }

    @EventHandler
    void on(ActivityRecorded event, TrackedEventMessage<?> message) {
        var fact = fact(event, message);
        var number = numbered(event);
        change(
                event.plot(),
                event.cycle(),
                message,
                cycle -> cycle.with(new Milestone.FieldWork(
                        fact, event.plot(), event.cycle(), number, event.kind(), event.fields(), event.flags())));
    }

    /** Activities that were recorded before they were numbered stand in the order they were recorded in. */
    private int numbered(ActivityRecorded event) {
        return event.number() != null ? event.number() : recordedBefore(event) + 1;
    }

    private int recordedBefore(ActivityRecorded event) {
        return Math.toIntExact(IntStream.rangeClosed(1, event.cycle())
                .mapToObj(cycle -> views.current(View.OfCycle.class, View.OfCycle.id(event.plot(), cycle)))
                .flatMap(Optional::stream)
                .flatMap(cycle -> cycle.milestones().stream())
                .filter(Milestone.FieldWork.class::isInstance)
                .count());
    }

    @EventHandler
    void on(ActivityCorrected event, TrackedEventMessage<?> message) {
        var fact = fact(event, message);
        change(event.plot(), event.cycle(), message, cycle -> {
            var wrong = written(cycle, event.number());
            return cycle.with(new Milestone.FieldCorrection(
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
        });
    }

    private static Milestone.FieldWork written(View.OfCycle cycle, int number) {
        return cycle.milestones().stream()
                .filter(Milestone.FieldWork.class::isInstance)
                .map(Milestone.FieldWork.class::cast)
                .filter(work -> work.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("activity " + number + " was corrected before it was there"));
    }

    @EventHandler
    void on(WaterMeasured event, TrackedEventMessage<?> message) {
        var first = event.readings().getFirst();
        var number = event.cycle() == null ? 0 : event.cycle();
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
        if (number == 0) {
            views.create(View.OfCycle.id(event.plot(), 0), -1, new View.OfCycle(event.plot(), 0, List.of()));
        }
        change(event.plot(), number, message, cycle -> cycle.with(milestone));
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
        var milestone = new Milestone.Authorisation(
                fact(event, message), event.plot(), event.cycle(), event.by(), event.reason());
        change(event.plot(), event.cycle(), message, cycle -> cycle.with(milestone));
    }

    @EventHandler
    void on(CycleClosed event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.CycleClosed(
                fact(event, message), event.plot(), event.cycle(), event.feedConversion(), event.flags());
        views.change(
                View.OfPlot.class,
                event.plot(),
                Told.position(message),
                plot -> plot.closed(event.cycle(), event.happenedAt()));
        change(event.plot(), event.cycle(), message, cycle -> cycle.with(milestone));
    }
}
