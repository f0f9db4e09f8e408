package vn.nguongoc.history;

import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.farmer.event.FarmerEvent;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentGiven;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentWithdrawn;
import vn.nguongoc.farmer.event.FarmerEvent.DataCorrected;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerEntered;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerErased;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerNamed;
import vn.nguongoc.farmer.event.FarmerEvent.RequestAnswered;
import vn.nguongoc.farmer.event.FarmerEvent.RequestReceived;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.Farmers;
import vn.nguongoc.view.ViewOfFarmer;

/** Feeds what is told of farmers; never what they are called. */
final class FarmerProjection {
    private final Views views;

    FarmerProjection(Views views) {
        this.views = views;
    }

    @EventHandler
    void on(FarmerEntered event, TrackedEventMessage<?> message) {
        var farmer = ViewOfFarmer.entered(event.farmer(), event.happenedAt());
        views.create(event.farmer(), Told.position(message), farmer, () -> Farmers.enter(views, null, farmer));
    }

    private void change(FarmerEvent event, TrackedEventMessage<?> message, UnaryOperator<ViewOfFarmer> change) {
        views.change(ViewOfFarmer.class, event.farmer(), Told.position(message), before -> {
            var after = change.apply(before);
            Farmers.enter(views, before, after);
            return after;
        });
    }

    @EventHandler
    void on(DataCorrected event, TrackedEventMessage<?> message) {
        change(event, message, it -> it.seen(event.happenedAt()));
    }

    @EventHandler
    void on(ConsentGiven event, TrackedEventMessage<?> message) {
        change(event, message, it -> it.with(event));
    }

    @EventHandler
    void on(ConsentWithdrawn event, TrackedEventMessage<?> message) {
        change(event, message, it -> it.with(event));
    }

    @EventHandler
    void on(RequestReceived event, TrackedEventMessage<?> message) {
        var request = new ViewOfFarmer.Request(
                event.number(), event.kind(), event.happenedAt(), event.dueOn(), null, null, null);
        change(event, message, it -> it.with(request));
    }

    @EventHandler
    void on(RequestAnswered event, TrackedEventMessage<?> message) {
        change(event, message, it -> it.with(event));
    }

    @EventHandler
    void on(FarmerNamed event, TrackedEventMessage<?> message) {
        Farmers.named(views, event.farmer(), Told.position(message), event.record());
        change(event, message, it -> it.seen(event.happenedAt()));
    }

    @EventHandler
    void on(FarmerErased event, TrackedEventMessage<?> message) {
        var erasure = new ViewOfFarmer.Erasure(event.cause(), event.happenedAt());
        change(event, message, it -> it.erased(erasure));
    }
}
