package vn.nguongoc.history;

import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.HandOvers;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateAdded;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.organisation.event.OrganisationEvent.PartnerRegistered;
import vn.nguongoc.recall.event.RecallEvent.LotsReached;
import vn.nguongoc.recall.event.RecallEvent.RecallClosed;
import vn.nguongoc.recall.event.RecallEvent.RecallOpened;
import vn.nguongoc.recall.event.RecallEvent.Recovered;
import vn.nguongoc.seed.event.SeedEvent.SeedDrawn;
import vn.nguongoc.seed.event.SeedEvent.SeedReceived;
import vn.nguongoc.seed.event.SeedEvent.SeedReturned;
import vn.nguongoc.seed.event.SeedEvent.SeedTested;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.event.ShipmentEvent.DisputeSettled;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDisputed;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfRecall;
import vn.nguongoc.view.ViewOfSeedLot;
import vn.nguongoc.view.ViewOfShipment;

/**
 * Feeds the views from the log, in its order; every handler may be told the same event again. Here what organisations
 * do with each other; plots are in {@link PlotProjection}, lots and steps in {@link LotProjection}.
 */
final class HistoryProjection {
    private final Views views;

    HistoryProjection(Views views) {
        this.views = views;
    }

    @EventHandler
    void on(CooperativeRegistered event, TrackedEventMessage<?> message) {
        var view = new ViewOfOrganisation(
                event.cooperative(), event.name(), null, event.gln(), event.ward(), event.happenedAt(), List.of());
        views.create(event.cooperative(), Told.position(message), view);
    }

    @EventHandler
    void on(SeedReceived event, TrackedEventMessage<?> message) {
        var view = new ViewOfSeedLot(
                event.lot(),
                event.lot().cooperative(),
                event.lot().number(),
                event.product(),
                event.quantity(),
                event.quantity(),
                event.supplier(),
                event.grade(),
                event.germinationPercent(),
                event.quarantineCertificate(),
                List.of(),
                event.flags(),
                event.happenedAt());
        views.create(event.lot(), Told.position(message), view);
    }

    @EventHandler
    void on(SeedTested event, TrackedEventMessage<?> message) {
        var test = new ViewOfSeedLot.SeedTest(
                Told.fact(event.happenedAt(), message),
                event.pathogens(),
                event.outcome(),
                event.laboratory(),
                event.report(),
                event.sampledOn());
        views.change(ViewOfSeedLot.class, event.lot(), Told.position(message), lot -> lot.with(test));
    }

    @EventHandler
    void on(SeedDrawn event, TrackedEventMessage<?> message) {
        views.change(ViewOfSeedLot.class, event.lot(), Told.position(message), lot -> lot.withLeft(event.left()));
    }

    @EventHandler
    void on(SeedReturned event, TrackedEventMessage<?> message) {
        views.change(ViewOfSeedLot.class, event.lot(), Told.position(message), lot -> lot.withLeft(event.left()));
    }

    @EventHandler
    void on(PartnerRegistered event, TrackedEventMessage<?> message) {
        var view = new ViewOfOrganisation(
                event.organisation(),
                event.name(),
                event.kind(),
                event.gln(),
                event.ward(),
                event.happenedAt(),
                List.of());
        views.create(event.organisation(), Told.position(message), view);
    }

    @EventHandler
    void on(CertificateAdded event, TrackedEventMessage<?> message) {
        views.change(
                ViewOfOrganisation.class,
                event.organisation(),
                Told.position(message),
                organisation -> organisation.with(event.certificate()));
    }

    @EventHandler
    void on(CertificateWithdrawn event, TrackedEventMessage<?> message) {
        views.change(
                ViewOfOrganisation.class,
                event.organisation(),
                Told.position(message),
                organisation -> organisation.withdrawn(event));
    }

    @EventHandler
    void on(ShipmentDispatched event, TrackedEventMessage<?> message) {
        var fact = Told.fact(event.happenedAt(), message);
        var milestones = event.lines().stream()
                .map(line -> new Milestone.Dispatch(fact, event.shipment(), line.lot(), event.to(), line.quantity()))
                .toList();
        var view = new ViewOfShipment(
                event.shipment(),
                event.organisation(),
                event.to(),
                event.receiver(),
                event.market(),
                event.happenedAt(),
                milestones,
                null,
                List.of());
        if (views.current(ViewOfShipment.class, event.shipment()).isEmpty()) {
            HandOvers.enter(views, null, view);
        }
        views.create(event.shipment(), Told.position(message), view);
    }

    private void change(ShipmentId shipment, TrackedEventMessage<?> message, UnaryOperator<ViewOfShipment> change) {
        views.change(ViewOfShipment.class, shipment, Told.position(message), before -> {
            var after = change.apply(before);
            HandOvers.enter(views, before, after);
            return after;
        });
    }

    @EventHandler
    void on(ShipmentReceived event, TrackedEventMessage<?> message) {
        var receipt = new ViewOfShipment.Receipt(Told.fact(event.happenedAt(), message), event.lines(), event.flags());
        change(event.shipment(), message, it -> it.received(receipt));
    }

    @EventHandler
    void on(ShipmentDisputed event, TrackedEventMessage<?> message) {
        var dispute = new ViewOfShipment.Dispute(
                Told.fact(event.happenedAt(), message), event.organisation(), event.reason(), event.lines(), null);
        change(event.shipment(), message, it -> it.disputed(dispute));
    }

    @EventHandler
    void on(DisputeSettled event, TrackedEventMessage<?> message) {
        var settlement = new ViewOfShipment.Settlement(
                Told.fact(event.happenedAt(), message), event.organisation(), event.reason());
        change(event.shipment(), message, it -> it.settled(settlement));
    }

    @EventHandler
    void on(RecallOpened event, TrackedEventMessage<?> message) {
        var view = new ViewOfRecall(
                event.recall(),
                event.organisation(),
                event.lots(),
                event.reason(),
                event.happenedAt(),
                List.of(),
                List.of(),
                null);
        views.create(event.recall(), Told.position(message), view);
    }

    @EventHandler
    void on(LotsReached event, TrackedEventMessage<?> message) {
        var lots = event.lots().stream()
                .map(it -> new ViewOfRecall.RecalledLot(
                        it.lot(), it.organisation(), it.quantity(), it.left(), it.gone(), Mass.ZERO))
                .toList();
        views.change(ViewOfRecall.class, event.recall(), Told.position(message), it -> it.reached(lots));
    }

    @EventHandler
    void on(Recovered event, TrackedEventMessage<?> message) {
        var recovery = new ViewOfRecall.Recovery(
                Told.fact(event.happenedAt(), message),
                event.organisation(),
                event.lot(),
                event.quantity(),
                event.where());
        views.change(ViewOfRecall.class, event.recall(), Told.position(message), it -> it.recovered(recovery));
    }

    @EventHandler
    void on(RecallClosed event, TrackedEventMessage<?> message) {
        var closing = new ViewOfRecall.Closing(
                Told.fact(event.happenedAt(), message),
                event.lots(),
                event.gone(),
                event.recovered(),
                event.recoveredPercent());
        views.change(ViewOfRecall.class, event.recall(), Told.position(message), it -> it.closed(closing));
    }
}
