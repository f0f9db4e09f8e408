package vn.nguongoc.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.LotFlow.When;

/** Feeds what flowed into lots and out of them; every handler may be told the same event again. */
final class FlowProjection {
    private static final String QUANTITY = "quantity";
    private static final String LABEL = "label";

    private final Views views;

    FlowProjection(Views views) {
        this.views = views;
    }

    private void create(LotFlow flow) {
        views.create(flow.id(), flow.begun().position(), flow);
    }

    private void change(LotId lot, TrackedEventMessage<?> message, UnaryOperator<LotFlow> change) {
        views.change(LotFlow.class, lot, Told.position(message), change);
    }

    private static When when(LotEvent event, TrackedEventMessage<?> message) {
        return Told.when(event.happenedAt(), message);
    }

    // ---- how a lot begins

    @EventHandler
    void on(LotHarvested event, TrackedEventMessage<?> message) {
        create(LotFlow.of(
                event.lot(),
                event.cooperative(),
                event.product(),
                event.label(),
                event.quantity(),
                new LotFlow.Harvest(event.plot(), event.cycle()),
                when(event, message)));
    }

    @EventHandler
    void on(LotProduced event, TrackedEventMessage<?> message) {
        var flow = LotFlow.of(
                event.lot(),
                event.organisation(),
                event.product(),
                name(event.label(), event.item()),
                event.quantity(),
                new LotFlow.Made(event.step()),
                when(event, message));
        var item = event.item();
        create(item == null ? flow : flow.foundAt(item.key()));
    }

    @EventHandler
    void on(LotSplitOff event, TrackedEventMessage<?> message) {
        create(LotFlow.of(
                event.lot(),
                event.organisation(),
                event.goods().product(),
                name(event.label(), event.goods().item()),
                event.quantity(),
                new LotFlow.PartOf(event.from()),
                when(event, message)));
    }

    @EventHandler
    void on(LotReceived event, TrackedEventMessage<?> message) {
        create(LotFlow.of(
                event.lot(),
                event.organisation(),
                event.goods().product(),
                name(event.label(), event.goods().item()),
                event.quantity(),
                new LotFlow.Received(event.from(), event.shipment()),
                when(event, message)));
    }

    private static @Nullable String name(@Nullable String label, @Nullable TradeItem item) {
        return label == null && item != null ? item.number() : label;
    }

    // ---- what becomes of it

    @EventHandler
    void on(LotDrawn event, TrackedEventMessage<?> message) {
        var when = when(event, message);
        var outflow = event.by().startsWith(ShipmentId.PREFIX + "-")
                ? new LotFlow.Aboard(when, new ShipmentId(event.by()), event.quantity())
                : new LotFlow.IntoStep(when, new StepId(event.by()), event.quantity());
        change(event.lot(), message, lot -> lot.flowing(List.of(outflow)));
    }

    @EventHandler
    void on(LotSplit event, TrackedEventMessage<?> message) {
        var when = when(event, message);
        var portions = event.portions().stream()
                .map(it -> new LotFlow.Portion(when, it.lot(), it.quantity()))
                .toList();
        change(event.lot(), message, lot -> lot.flowing(portions));
    }

    @EventHandler
    void on(LotHandedOver event, TrackedEventMessage<?> message) {
        var arrival = new LotFlow.HandedOver(
                when(event, message),
                event.shipment(),
                event.receiver(),
                event.receivedAs(),
                event.sent(),
                event.received());
        change(event.lot(), message, lot -> lot.flowing(List.of(arrival)));
    }

    @EventHandler
    void on(LotHeld event, TrackedEventMessage<?> message) {
        var hold = new LotFlow.Hold(event.hold(), event.cause(), when(event, message), null);
        change(event.lot(), message, lot -> lot.held(hold));
    }

    @EventHandler
    void on(LotReleased event, TrackedEventMessage<?> message) {
        change(event.lot(), message, lot -> lot.released(event.hold(), when(event, message)));
    }

    @EventHandler
    void on(LotCorrected event, TrackedEventMessage<?> message) {
        switch (event.field()) {
            case QUANTITY -> {
                var really = Mass.of(new BigDecimal(event.after()), Mass.Unit.KILOGRAM);
                var correction = new LotFlow.Correction(when(event, message), really);
                change(event.lot(), message, lot -> lot.corrected(correction));
            }
            case LABEL -> change(event.lot(), message, lot -> lot.called(event.after()));
            default -> {} // moisture and size do not flow
        }
    }
}
