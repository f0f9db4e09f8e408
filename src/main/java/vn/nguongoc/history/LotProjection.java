package vn.nguongoc.history;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.LotEntries;
import vn.nguongoc.lists.SeasonEntries;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.LotEvent.TemperaturesRecorded;
import vn.nguongoc.lot.event.LotEvent.TestsOrdered;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.StepCorrected;
import vn.nguongoc.step.event.StepEvent.StepRecorded;
import vn.nguongoc.view.Exhibit;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.Milestone.Spread;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfStep;

/** Feeds what is told of lots and of what is done to them; every handler may be told the same event again. */
final class LotProjection {
    private final Views views;
    private final LotEntries entries;
    private final SeasonEntries seasons;

    LotProjection(Views views, LotEntries entries, SeasonEntries seasons) {
        this.views = views;
        this.entries = entries;
        this.seasons = seasons;
    }

    private void create(ViewOfLot lot, TrackedEventMessage<?> message) {
        views.create(lot.id(), Told.position(message), lot, () -> {
            entries.begun(lot);
            seasons.changed(null, lot);
        });
    }

    private void change(LotId lot, TrackedEventMessage<?> message, UnaryOperator<ViewOfLot> change) {
        views.change(ViewOfLot.class, lot, Told.position(message), before -> {
            var after = change.apply(before);
            entries.changed(before, after);
            seasons.changed(before, after);
            return after;
        });
    }

    private static Milestone.Fact fact(LotEvent event, TrackedEventMessage<?> message) {
        return Told.fact(event.happenedAt(), message);
    }

    // ---- how a lot begins

    @EventHandler
    void on(LotHarvested event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.Harvest(
                fact(event, message),
                event.plot(),
                event.cycle(),
                event.lot(),
                event.product(),
                event.quantity(),
                event.moisturePercent(),
                event.countPerKilogram(),
                event.block(),
                event.onBehalfOf(),
                event.flags(),
                Exhibit.of(event.cooperative(), event.evidence()));
        var pedigree = event.pedigree() == null ? Pedigree.of(event.happenedAt()) : event.pedigree();
        var goods = new Goods(event.product(), event.moisturePercent(), event.countPerKilogram(), null, pedigree);
        var view = ViewOfLot.of(
                event.lot(),
                event.cooperative(),
                event.quantity(),
                goods,
                event.label(),
                event.happenedAt(),
                Told.position(message));
        var lot = view.harvestedFrom(event.plot(), event.cycle()).with(milestone);
        create(lot, message);
        entries.harvested(lot, Told.position(message));
    }

    @EventHandler
    void on(LotProduced event, TrackedEventMessage<?> message) {
        var pedigree = event.pedigree() == null ? Pedigree.UNKNOWN : event.pedigree();
        var goods =
                new Goods(event.product(), event.moisturePercent(), event.countPerKilogram(), event.item(), pedigree);
        var view = ViewOfLot.of(
                        event.lot(),
                        event.organisation(),
                        event.quantity(),
                        goods,
                        event.label(),
                        event.happenedAt(),
                        Told.position(message))
                .madeBy(event.step());
        create(event.item() == null ? view : view.foundAt(event.item().key()), message);
    }

    /** Packed goods bear the number of the lot that was packed: under that address buyers find that one. */
    @EventHandler
    void on(LotSplitOff event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.SplitOff(fact(event, message), event.lot(), event.from(), event.quantity());
        var view = ViewOfLot.of(
                event.lot(),
                event.organisation(),
                event.quantity(),
                event.goods(),
                event.label(),
                event.happenedAt(),
                Told.position(message));
        var lot = view.partOf(event.from()).with(milestone);
        create(lot, message);
        entries.madeOf(List.of(event.from()), List.of(lot), Told.position(message));
    }

    @EventHandler
    void on(LotReceived event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.Arrival(
                fact(event, message),
                event.lot(),
                event.from(),
                event.shipment(),
                event.organisation(),
                event.quantity(),
                List.of());
        var view = ViewOfLot.of(
                event.lot(),
                event.organisation(),
                event.quantity(),
                event.goods(),
                event.label(),
                event.happenedAt(),
                Told.position(message));
        var lot = view.partOf(event.from()).with(milestone);
        create(lot, message);
        entries.madeOf(List.of(event.from()), List.of(lot), Told.position(message));
    }

    /** The lots that began with this shipment keep the doubts about the way. */
    @EventHandler
    void on(ShipmentReceived event, TrackedEventMessage<?> message) {
        for (var line : event.lines()) {
            var doubts = event.flags().stream()
                    .filter(it -> line.lot().value().equals(it.subject()))
                    .toList();
            if (line.receivedAs() != null && !doubts.isEmpty()) {
                change(line.receivedAs(), message, lot -> lot.arrivedWith(doubts));
            }
        }
    }

    // ---- what becomes of it

    @EventHandler
    void on(LotDrawn event, TrackedEventMessage<?> message) {
        change(event.lot(), message, lot -> lot.drawn(event.left(), event.by()));
    }

    @EventHandler
    void on(LotSplit event, TrackedEventMessage<?> message) {
        change(event.lot(), message, lot -> lot.drawn(event.left(), event.lot().value()));
    }

    @EventHandler
    void on(TestsOrdered event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.TestsOrdered(
                fact(event, message), event.lot(), event.laboratory(), event.tests(), event.by());
        change(event.lot(), message, lot -> lot.with(milestone));
    }

    @EventHandler
    void on(LabResultRecorded event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.LabResult(
                fact(event, message),
                event.lot(),
                event.test(),
                event.verdict(),
                event.laboratory(),
                event.report(),
                event.findings(),
                event.flags(),
                signed(event));
        var pedigree = event.pedigree();
        change(event.lot(), message, lot -> (pedigree == null ? lot : lot.descending(pedigree)).with(milestone));
    }

    /** Who names files has signed. */
    private static List<Exhibit> signed(LabResultRecorded event) {
        var laboratory = event.signedBy();
        return laboratory == null ? List.of() : Exhibit.of(laboratory, event.evidence());
    }

    @EventHandler
    void on(TemperaturesRecorded event, TrackedEventMessage<?> message) {
        var celsius = event.readings().stream()
                .map(reading -> new Spread(reading.celsius(), reading.celsius()))
                .reduce(Spread::with)
                .orElseThrow();
        var milestone = new Milestone.Temperatures(
                fact(event, message),
                event.lot(),
                event.device(),
                event.readings().getFirst().at(),
                event.readings().getLast().at(),
                celsius,
                event.warmMinutes());
        change(event.lot(), message, lot -> lot.with(milestone));
    }

    @EventHandler
    void on(LotHeld event, TrackedEventMessage<?> message) {
        var hold = new ViewOfLot.Hold(event.hold(), event.cause(), event.test(), event.reason(), event.happenedAt());
        var milestone =
                new Milestone.Held(fact(event, message), event.lot(), event.cause(), event.reason(), event.by());
        change(event.lot(), message, lot -> lot.held(hold).with(milestone));
    }

    @EventHandler
    void on(LotReleased event, TrackedEventMessage<?> message) {
        var fact = fact(event, message);
        change(
                event.lot(),
                message,
                lot -> lot.released(event.hold())
                        .with(new Milestone.Released(
                                fact, event.lot(), cause(lot, event.hold()), event.proposedBy(), event.approvedBy())));
    }

    private static HoldCause cause(ViewOfLot lot, String hold) {
        return lot.holds().stream()
                .filter(it -> it.hold().equals(hold))
                .map(ViewOfLot.Hold::cause)
                .findFirst()
                .orElse(HoldCause.PERSON);
    }

    @EventHandler
    void on(LotCorrected event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.Correction(
                fact(event, message),
                event.lot(),
                event.field(),
                event.before(),
                event.after(),
                event.reason(),
                event.by(),
                event.flags());
        change(
                event.lot(),
                message,
                lot -> lot.corrected(event.field(), event.after(), event.left()).with(milestone));
    }

    // ---- steps

    @EventHandler
    void on(StepRecorded event, TrackedEventMessage<?> message) {
        var milestone = new Milestone.Processing(
                Told.fact(event.happenedAt(), message),
                event.step(),
                event.kind(),
                event.facility(),
                event.inputs(),
                event.outputs(),
                event.losses(),
                event.measurements(),
                event.startedAt(),
                event.flags(),
                Exhibit.of(event.organisation(), event.evidence()));
        views.create(
                event.step(),
                Told.position(message),
                new ViewOfStep(event.step(), event.organisation(), milestone, List.of()));
        var made = event.outputs().stream()
                .map(it -> views.current(ViewOfLot.class, it.lot()))
                .flatMap(Optional::stream)
                .toList();
        var sources = event.inputs().stream().map(Input::lot).distinct().toList();
        entries.madeOf(sources, made, Told.position(message));
    }

    @EventHandler
    void on(StepCorrected event, TrackedEventMessage<?> message) {
        var fact = Told.fact(event.happenedAt(), message);
        views.change(
                ViewOfStep.class,
                event.step(),
                Told.position(message),
                step -> step.with(new Milestone.StepCorrection(
                        fact,
                        event.step(),
                        step.milestone().kind(),
                        event.outputs(),
                        event.losses(),
                        event.reason(),
                        event.by(),
                        event.flags())));
    }
}
