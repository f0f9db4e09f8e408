package vn.nguongoc.history;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.history.Milestone.Fact;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateAdded;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.OrganisationEvent.CooperativeRegistered;
import vn.nguongoc.organisation.event.OrganisationEvent.PartnerRegistered;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.recall.event.RecallEvent.LotReached;
import vn.nguongoc.recall.event.RecallEvent.RecallClosed;
import vn.nguongoc.recall.event.RecallEvent.RecallOpened;
import vn.nguongoc.recall.event.RecallEvent.Recovered;
import vn.nguongoc.seed.event.SeedEvent.SeedDrawn;
import vn.nguongoc.seed.event.SeedEvent.SeedReceived;
import vn.nguongoc.seed.event.SeedEvent.SeedReturned;
import vn.nguongoc.seed.event.SeedEvent.SeedTested;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shipment.event.ShipmentEvent.DisputeSettled;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDisputed;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/** Feeds the views from the log, in its order; every handler may be told the same event again. */
@Component
@ProcessingGroup(HistoryProjection.NAME)
class HistoryProjection {
    static final String NAME = "history";

    private final Views views;

    HistoryProjection(Views views) {
        this.views = views;
    }

    @ResetHandler
    void startOver() {
        views.clear();
    }

    @EventHandler
    void on(CooperativeRegistered event, TrackedEventMessage<?> message) {
        var view = new View.OfOrganisation(
                event.cooperative(), event.name(), null, event.gln(), event.ward(), event.happenedAt(), List.of());
        views.create(event.cooperative(), position(message), view);
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
        views.create(event.lot(), position(message), view);
    }

    @EventHandler
    void on(SeedTested event, TrackedEventMessage<?> message) {
        var test = new View.SeedTest(
                fact(event.happenedAt(), message),
                event.pathogens(),
                event.outcome(),
                event.laboratory(),
                event.report(),
                event.sampledOn());
        views.change(View.OfSeedLot.class, event.lot(), position(message), lot -> lot.with(test));
    }

    @EventHandler
    void on(SeedDrawn event, TrackedEventMessage<?> message) {
        views.change(View.OfSeedLot.class, event.lot(), position(message), lot -> lot.withLeft(event.left()));
    }

    @EventHandler
    void on(SeedReturned event, TrackedEventMessage<?> message) {
        views.change(View.OfSeedLot.class, event.lot(), position(message), lot -> lot.withLeft(event.left()));
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
        views.create(event.organisation(), position(message), view);
    }

    @EventHandler
    void on(CertificateAdded event, TrackedEventMessage<?> message) {
        views.change(
                View.OfOrganisation.class,
                event.organisation(),
                position(message),
                organisation -> organisation.with(event.certificate()));
    }

    @EventHandler
    void on(CertificateWithdrawn event, TrackedEventMessage<?> message) {
        views.change(
                View.OfOrganisation.class,
                event.organisation(),
                position(message),
                organisation -> organisation.withdrawn(event));
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
                null,
                List.of());
        views.create(event.plot(), position(message), view);
    }

    @EventHandler
    void on(CycleOpened event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.CycleOpened(
                fact(event.happenedAt(), message),
                event.plot(),
                event.cycle(),
                event.product(),
                event.season(),
                event.seedLot(),
                event.seed(),
                event.pieces());
        views.change(
                View.OfPlot.class,
                event.plot(),
                position(message),
                plot -> plot.with(milestone).withOpenCycle(event.cycle()));
    }

    @EventHandler
    void on(ActivityRecorded event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.FieldWork(
                fact(event.happenedAt(), message), event.plot(), event.cycle(), event.kind(), event.fields());
        views.change(View.OfPlot.class, event.plot(), position(message), plot -> plot.with(milestone));
    }

    @EventHandler
    void on(CycleClosed event, TrackedEventMessage<?> message) {
        views.change(View.OfPlot.class, event.plot(), position(message), plot -> plot.withOpenCycle(null));
    }

    @EventHandler
    void on(LotHarvested event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.Harvest(
                fact(event.happenedAt(), message),
                event.plot(),
                event.cycle(),
                event.lot(),
                event.product(),
                event.quantity(),
                event.moisturePercent());
        var view = new View.OfLot(
                event.lot(),
                event.cooperative(),
                event.product(),
                event.quantity(),
                event.quantity(),
                event.moisturePercent(),
                event.label(),
                null,
                addressWithoutNumber(event.lot()),
                event.plot(),
                event.cycle(),
                null,
                null,
                List.of(),
                List.of(),
                event.happenedAt(),
                List.of(milestone));
        views.create(event.lot(), position(message), view);
    }

    @EventHandler
    void on(LotProduced event, TrackedEventMessage<?> message) {
        var view = new View.OfLot(
                event.lot(),
                event.organisation(),
                event.product(),
                event.quantity(),
                event.quantity(),
                event.moisturePercent(),
                event.label(),
                event.item(),
                address(event),
                null,
                null,
                event.step(),
                null,
                List.of(),
                List.of(),
                event.happenedAt(),
                List.of());
        views.create(event.lot(), position(message), view);
    }

    @EventHandler
    void on(LotSplitOff event, TrackedEventMessage<?> message) {
        var view = partOf(
                event.from(),
                event.lot(),
                event.organisation(),
                event.quantity(),
                event.goods(),
                event.label(),
                event.happenedAt());
        views.create(event.lot(), position(message), view);
    }

    @EventHandler
    void on(LotReceived event, TrackedEventMessage<?> message) {
        var view = partOf(
                event.from(),
                event.lot(),
                event.organisation(),
                event.quantity(),
                event.goods(),
                event.label(),
                event.happenedAt());
        views.create(event.lot(), position(message), view);
    }

    /** Packed goods bear the number of the lot that was packed: under that address buyers find that one. */
    private static View.OfLot partOf(
            LotId from,
            LotId lot,
            OrganisationId organisation,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            OffsetDateTime since) {
        return new View.OfLot(
                lot,
                organisation,
                goods.product(),
                quantity,
                quantity,
                goods.moisturePercent(),
                label,
                goods.item(),
                addressWithoutNumber(lot),
                null,
                null,
                null,
                from,
                List.of(),
                List.of(),
                since,
                List.of());
    }

    @EventHandler
    void on(LotHeld event, TrackedEventMessage<?> message) {
        var hold = new View.Hold(event.hold(), event.cause(), event.test(), event.reason(), event.happenedAt());
        views.change(View.OfLot.class, event.lot(), position(message), lot -> lot.held(hold));
    }

    @EventHandler
    void on(LotReleased event, TrackedEventMessage<?> message) {
        views.change(View.OfLot.class, event.lot(), position(message), lot -> lot.released(event.hold()));
    }

    private static String address(LotProduced event) {
        TradeItem item = event.item();
        return item == null ? addressWithoutNumber(event.lot()) : item.key();
    }

    private static String addressWithoutNumber(LotId lot) {
        return "t/" + lot;
    }

    @EventHandler
    void on(LotDrawn event, TrackedEventMessage<?> message) {
        views.change(View.OfLot.class, event.lot(), position(message), lot -> lot.drawn(event.left(), event.by()));
    }

    @EventHandler
    void on(LabResultRecorded event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.LabResult(
                fact(event.happenedAt(), message),
                event.lot(),
                event.test(),
                event.verdict(),
                event.laboratory(),
                event.report());
        views.change(View.OfLot.class, event.lot(), position(message), lot -> lot.with(milestone));
    }

    @EventHandler
    void on(StepRecorded event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.Processing(
                fact(event.happenedAt(), message),
                event.step(),
                event.kind(),
                event.facility(),
                event.inputs(),
                event.outputs(),
                event.losses(),
                event.measurements());
        views.create(event.step(), position(message), new View.OfStep(event.step(), event.organisation(), milestone));
    }

    @EventHandler
    void on(ShipmentDispatched event, TrackedEventMessage<?> message) {
        var fact = fact(event.happenedAt(), message);
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
        views.create(event.shipment(), position(message), view);
    }

    @EventHandler
    void on(ShipmentReceived event, TrackedEventMessage<?> message) {
        var receipt = new View.Receipt(fact(event.happenedAt(), message), event.lines(), event.flags());
        views.change(View.OfShipment.class, event.shipment(), position(message), it -> it.received(receipt));
    }

    @EventHandler
    void on(ShipmentDisputed event, TrackedEventMessage<?> message) {
        var dispute = new View.Dispute(
                fact(event.happenedAt(), message), event.organisation(), event.reason(), event.lines(), null);
        views.change(View.OfShipment.class, event.shipment(), position(message), it -> it.disputed(dispute));
    }

    @EventHandler
    void on(DisputeSettled event, TrackedEventMessage<?> message) {
        var settlement = new View.Settlement(fact(event.happenedAt(), message), event.organisation(), event.reason());
        views.change(View.OfShipment.class, event.shipment(), position(message), it -> it.settled(settlement));
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
        views.create(event.recall(), position(message), view);
    }

    @EventHandler
    void on(LotReached event, TrackedEventMessage<?> message) {
        var lot = new View.RecalledLot(
                event.lot(), event.organisation(), event.quantity(), event.left(), event.gone(), Mass.ZERO);
        views.change(View.OfRecall.class, event.recall(), position(message), it -> it.reached(lot));
    }

    @EventHandler
    void on(Recovered event, TrackedEventMessage<?> message) {
        var recovery = new View.Recovery(
                fact(event.happenedAt(), message), event.organisation(), event.lot(), event.quantity(), event.where());
        views.change(View.OfRecall.class, event.recall(), position(message), it -> it.recovered(recovery));
    }

    @EventHandler
    void on(RecallClosed event, TrackedEventMessage<?> message) {
        var closing = new View.Closing(
                fact(event.happenedAt(), message),
                event.lots(),
                event.gone(),
                event.recovered(),
                event.recoveredPercent());
        views.change(View.OfRecall.class, event.recall(), position(message), it -> it.closed(closing));
    }

    private static Fact fact(OffsetDateTime happenedAt, TrackedEventMessage<?> message) {
        var actor = String.valueOf(message.getMetaData().get(Recorder.ACTOR));
        return new Fact(position(message), happenedAt, message.getTimestamp(), actor);
    }

    private static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
