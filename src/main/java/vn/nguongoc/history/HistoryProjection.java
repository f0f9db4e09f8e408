package vn.nguongoc.history;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
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
import vn.nguongoc.shipment.event.ShipmentEvent.DisputeSettled;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDisputed;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;

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
        var view = new View.OfOrganisation(
                event.cooperative(), event.name(), null, event.gln(), event.ward(), event.happenedAt(), List.of());
        views.create(event.cooperative(), Told.position(message), view);
    }

    @EventHandler
    void on(SeedReceived event, TrackedEventMessage<?> message) {
        var view = new View.OfSeedLot(
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
        var test = new View.SeedTest(
                Told.fact(event.happenedAt(), message),
                event.pathogens(),
                event.outcome(),
                event.laboratory(),
                event.report(),
                event.sampledOn());
        views.change(View.OfSeedLot.class, event.lot(), Told.position(message), lot -> lot.with(test));
    }

    @EventHandler
    void on(SeedDrawn event, TrackedEventMessage<?> message) {
        views.change(View.OfSeedLot.class, event.lot(), Told.position(message), lot -> lot.withLeft(event.left()));
    }

    @EventHandler
    void on(SeedReturned event, TrackedEventMessage<?> message) {
        views.change(View.OfSeedLot.class, event.lot(), Told.position(message), lot -> lot.withLeft(event.left()));
    }

    @EventHandler
    void on(PartnerRegistered event, TrackedEventMessage<?> message) {
        var view = new View.OfOrganisation(
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
                View.OfOrganisation.class,
                event.organisation(),
                Told.position(message),
                organisation -> organisation.with(event.certificate()));
    }

    @EventHandler
    void on(CertificateWithdrawn event, TrackedEventMessage<?> message) {
        views.change(
                View.OfOrganisation.class,
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
        var view = new View.OfShipment(
                event.shipment(),
                event.organisation(),
                event.to(),
                event.receiver(),
                event.market(),
                event.happenedAt(),
                milestones,
                null,
                List.of());
        views.create(event.shipment(), Told.position(message), view);
    }

    @EventHandler
    void on(ShipmentReceived event, TrackedEventMessage<?> message) {
        var receipt = new View.Receipt(Told.fact(event.happenedAt(), message), event.lines(), event.flags());
        views.change(View.OfShipment.class, event.shipment(), Told.position(message), it -> it.received(receipt));
    }

    @EventHandler
    void on(ShipmentDisputed event, TrackedEventMessage<?> message) {
        var dispute = new View.Dispute(
                Told.fact(event.happenedAt(), message), event.organisation(), event.reason(), event.lines(), null);
        views.change(View.OfShipment.class, event.shipment(), Told.position(message), it -> it.disputed(dispute));
    }

    @EventHandler
    void on(DisputeSettled event, TrackedEventMessage<?> message) {
        var settlement =
                new View.Settlement(Told.fact(event.happenedAt(), message), event.organisation(), event.reason());
        views.change(View.OfShipment.class, event.shipment(), Told.position(message), it -> it.settled(settlement));
    }

    @EventHandler
    void on(RecallOpened event, TrackedEventMessage<?> message) {
        var view = new View.OfRecall(
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
                .map(it -> new View.RecalledLot(
                        it.lot(), it.organisation(), it.quantity(), it.left(), it.gone(), Mass.ZERO))
                .toList();
        views.change(View.OfRecall.class, event.recall(), Told.position(message), it -> it.reached(lots));
    }

    @EventHandler
    void on(Recovered event, TrackedEventMessage<?> message) {
        var recovery = new View.Recovery(
                Told.fact(event.happenedAt(), message),
                event.organisation(),
                event.lot(),
                event.quantity(),
                event.where());
        views.change(View.OfRecall.class, event.recall(), Told.position(message), it -> it.recovered(recovery));
    }

    @EventHandler
    void on(RecallClosed event, TrackedEventMessage<?> message) {
        var closing = new View.Closing(
                Told.fact(event.happenedAt(), message),
                event.lots(),
                event.gone(),
                event.recovered(),
                event.recoveredPercent());
        views.change(View.OfRecall.class, event.recall(), Told.position(message), it -> it.closed(closing));
    }
}
