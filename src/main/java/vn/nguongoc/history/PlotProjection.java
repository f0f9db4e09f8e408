package vn.nguongoc.history;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;
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
@Component
@ProcessingGroup(HistoryProjection.NAME)
class PlotProjection {
    private final Views views;

    PlotProjection(Views views) {
        this.views = views;
    }

    private void change(PlotId plot, TrackedEventMessage<?> message, UnaryOperator<View.OfPlot> change) {
        views.change(View.OfPlot.class, plot, Told.position(message), change);
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
        change(event.plot(), message, plot -> plot.with(milestone).withOpenCycle(event.cycle()));
    }

    @EventHandler
    void on(ActivityRecorded event, TrackedEventMessage<?> message) {
        var fact = fact(event, message);
        change(
                event.plot(),
                message,
                plot -> plot.with(new Milestone.FieldWork(
                        fact,
                        event.plot(),
                        event.cycle(),
                        numbered(event, plot),
                        event.kind(),
                        event.fields(),
                        event.flags())));
    }

    /** Activities that were recorded before they were numbered stand in the order they were recorded in. */
    private static int numbered(ActivityRecorded event, View.OfPlot plot) {
        var before = plot.milestones().stream()
                .filter(Milestone.FieldWork.class::isInstance)
                .count();
        return Objects.requireNonNullElse(event.number(), Math.toIntExact(before) + 1);
    }

    @EventHandler
    void on(ActivityCorrected event, TrackedEventMessage<?> message) {
        var fact = fact(event, message);
        change(event.plot(), message, plot -> {
            var wrong = written(plot, event.number());
            return plot.with(new Milestone.FieldCorrection(
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

    private static Milestone.FieldWork written(View.OfPlot plot, int number) {
        return plot.milestones().stream()
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
        var milestone = new Milestone.Water(
                fact(event, message),
                event.plot(),
                event.cycle() == null ? 0 : event.cycle(),
                event.device(),
                first.at(),
                event.readings().getLast().at(),
                event.readings().size(),
                spread(event.readings()),
                event.flags());
        change(event.plot(), message, plot -> plot.with(milestone));
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
        change(event.plot(), message, plot -> plot.with(milestone));
    }

    @EventHandler
    void on(CycleClosed event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.CycleClosed(
                fact(event, message), event.plot(), event.cycle(), event.feedConversion(), event.flags());
        change(event.plot(), message, plot -> plot.with(milestone).withOpenCycle(null));
    }
}
