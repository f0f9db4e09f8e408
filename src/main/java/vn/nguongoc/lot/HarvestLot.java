package vn.nguongoc.lot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.evidence.Exhibits;
import vn.nguongoc.farmer.FarmerCommand.NameInRecord;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.CorrectMade;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.Held;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.LotCommand.Label;
import vn.nguongoc.lot.LotCommand.Labelled;
import vn.nguongoc.lot.LotCommand.OrderTests;
import vn.nguongoc.lot.LotCommand.PlaceHold;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.lot.LotCommand.Receive;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.LotCommand.RecordTemperatures;
import vn.nguongoc.lot.LotCommand.Release;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.lot.LotCommand.Split;
import vn.nguongoc.lot.LotCommand.SplitOff;
import vn.nguongoc.lot.LotCommand.TakeNumber;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.lot.event.LotEvent.Begun;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
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
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.lot.event.LotEvent.Reading;
import vn.nguongoc.lot.event.LotEvent.ReleaseProposed;
import vn.nguongoc.lot.event.LotEvent.TemperaturesRecorded;
import vn.nguongoc.lot.event.LotEvent.TestsOrdered;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * A lot of one product. Longer than most files: it is all that can be done with goods. What is known of it is in
 * {@link LotState}, what each rule says in the classes beside it.
 */
@Aggregate(type = "lot", snapshotTriggerDefinition = "everyFiftyEvents")
class HarvestLot {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable LotId id;

    private @Nullable LotState state;

    /** For Axon, which then replays the events. */
    HarvestLot() {}

    // ---- how a lot begins

    @CommandHandler
    HarvestLot(RecordHarvest command, Catalogue catalogue, CommandGateway commands, Exhibits exhibits) {
        exhibits.require(command.cooperative(), command.evidence());
        product(command.product(), catalogue);
        PlotCommand.Picked picked = commands.sendAndWait(new PlotCommand.Harvest(
                command.plot(),
                command.cooperative(),
                command.product(),
                command.lot(),
                command.quantity(),
                command.moisturePercent(),
                command.countPerKilogram(),
                command.block(),
                command.last(),
                command.happenedAt()));
        apply(new LotHarvested(
                command.lot(),
                command.cooperative(),
                command.plot(),
                picked.cycle(),
                command.product(),
                command.quantity(),
                command.moisturePercent(),
                command.label(),
                command.countPerKilogram(),
                command.block(),
                new Pedigree(
                        command.happenedAt(),
                        new TreeSet<>(picked.claims()),
                        new TreeMap<>(picked.passed()),
                        new TreeMap<>(picked.barredFrom())),
                picked.flags(),
                command.happenedAt(),
                command.onBehalfOf(),
                command.evidence()));
        var farmer = command.onBehalfOf();
        if (farmer != null) {
            var key = new FarmerKey(command.cooperative(), farmer);
            commands.sendAndWait(new NameInRecord(key, command.lot().value(), command.happenedAt()));
        }
        picked.doubts().forEach(doubt -> hold(command.lot(), inherited(doubt), command.happenedAt()));
    }

    private static Hold inherited(PlotCommand.Doubt doubt) {
        return switch (doubt) {
            case PlotCommand.BannedSubstanceUsed it ->
                new Hold(it.id(), HoldCause.BANNED_SUBSTANCE, null, it.active(), it.id());
            case PlotCommand.TestFailed it -> new Hold(it.id(), HoldCause.LAB_FAILED, it.test(), it.test(), it.id());
        };
    }

    @CommandHandler
    HarvestLot(Produce command, Catalogue catalogue, CommandGateway commands) {
        var goods = command.goods();
        Packaging.check(command.lot(), product(goods.product(), catalogue), goods, command.quantity());
        var item = goods.item();
        if (item != null) {
            commands.sendAndWait(new TakeNumber(item.key(), command.lot(), command.happenedAt()));
        }
        apply(new LotProduced(
                command.lot(),
                command.organisation(),
                command.step(),
                goods.product(),
                command.quantity(),
                goods.moisturePercent(),
                command.label(),
                item,
                goods.countPerKilogram(),
                goods.pedigree(),
                command.happenedAt()));
    }

    @CommandHandler
    HarvestLot(SplitOff command) {
        apply(new LotSplitOff(
                command.lot(),
                command.organisation(),
                command.from(),
                command.quantity(),
                command.goods(),
                command.label(),
                command.happenedAt()));
    }

    @CommandHandler
    HarvestLot(Receive command) {
        apply(new LotReceived(
                command.lot(),
                command.organisation(),
                command.shipment(),
                command.from(),
                command.quantity(),
                command.goods(),
                command.label(),
                command.happenedAt()));
        command.holds().forEach(hold -> hold(command.lot(), hold, command.happenedAt()));
    }

    // ---- what leaves it

    /** @return what came out */
    @CommandHandler
    Drawn draw(Draw command) {
        lot().refuseIfNotOf(command.organisation());
        if (!command.evenHeld()) {
            lot().holds().refuseIfAny(command.lot());
        }
        return take(command.step().value(), command.quantity(), command.happenedAt());
    }

    /** @return what went on board */
    @CommandHandler
    Drawn ship(Ship command, Catalogue catalogue) {
        lot().refuseIfNotOf(command.organisation());
        lot().holds().refuseIfAny(command.lot());
        new Markets(catalogue).refuseUnlessOpen(command.market(), command.lot(), lot().goods());
        return take(command.shipment().value(), command.quantity(), command.happenedAt());
    }

    private Drawn take(String by, Mass quantity, OffsetDateTime happenedAt) {
        var lot = lot();
        lot.refuseIfBefore(happenedAt);
        lot.refuseIfMoreThanIsLeft(quantity);
        lot.refuseIfNotWholeUnits(quantity);
        apply(new LotDrawn(lot.id(), by, quantity, lot.contents().left().minus(quantity), happenedAt));
        return new Drawn(lot.id(), quantity, lot.goods());
    }

    /** @return what the labels are about */
    @CommandHandler
    Labelled label(Label command) {
        var lot = lot();
        lot.refuseIfNotOf(command.organisation());
        lot.holds().refuseIfAny(command.lot());
        lot.refuseIfBefore(command.happenedAt());
        return new Labelled(lot.id(), lot.contents().quantity(), lot.goods(), lot.origin());
    }

    @CommandHandler
    void split(Split command, CommandGateway commands) {
        var lot = lot();
        lot.refuseIfNotOf(command.organisation());
        lot.holds().refuseIfAny(command.lot());
        lot.refuseIfBefore(command.happenedAt());
        var all = Mass.sum(command.portions().stream().map(Portion::quantity).toList());
        lot.refuseIfMoreThanIsLeft(all);
        command.portions().forEach(portion -> lot.refuseIfNotWholeUnits(portion.quantity()));
        apply(new LotSplit(
                command.lot(), command.portions(), lot.contents().left().minus(all), command.happenedAt()));
        command.portions()
                .forEach(portion -> commands.sendAndWait(new SplitOff(
                        portion.lot(),
                        command.organisation(),
                        command.lot(),
                        portion.quantity(),
                        lot.goods(),
                        lot.label(),
                        command.happenedAt())));
    }

    @CommandHandler
    void handOver(HandOver command, Catalogue catalogue, CommandGateway commands) {
        lot().refuseIfBefore(command.happenedAt());
        lot().refuseIfNotWholeUnits(command.received());
        refuseIfMoreArrived(command, catalogue);
        apply(new LotHandedOver(
                command.lot(),
                command.shipment(),
                command.receiver(),
                command.receivedAs(),
                command.sent(),
                command.received(),
                command.happenedAt()));
        commands.sendAndWait(new Receive(
                command.receivedAs(),
                command.receiver(),
                command.shipment(),
                command.lot(),
                command.received(),
                lot().goods(),
                lot().label(),
                lot().holds().reachingDescendants(command.lot()),
                command.happenedAt()));
    }

    private static void refuseIfMoreArrived(HandOver command, Catalogue catalogue) {
        var tolerance = catalogue.thresholds().receiptPercent();
        var most = command.sent().times(BigDecimal.ONE.add(tolerance.value().movePointLeft(2)));
        refuseUnless(
                !command.received().isMoreThan(most),
                new LotRefusal.MoreThanWasSent(
                        command.lot(),
                        command.received(),
                        command.sent(),
                        tolerance.value(),
                        tolerance.source().text()));
    }

    // ---- what is found out about it

    @CommandHandler
    void orderTests(OrderTests command, Catalogue catalogue, CommandGateway commands) {
        lot().refuseIfNotOf(command.organisation());
        command.tests().forEach(test -> refuseIfUnknown(test, catalogue));
        lot().refuseIfBefore(command.happenedAt());
        laboratory(command.laboratory(), commands);
        apply(new TestsOrdered(
                command.lot(),
                command.laboratory(),
                command.tests().stream().distinct().sorted().toList(),
                command.by(),
                command.happenedAt()));
    }

    private static void refuseIfUnknown(String test, Catalogue catalogue) {
        var known = catalogue.terms().labTestCodes();
        refuseUnless(known.contains(test), new LotRefusal.UnknownTest(test, known));
    }

    private static OrganisationCommand.Party laboratory(OrganisationId id, CommandGateway commands) {
        return commands.sendAndWait(new OrganisationCommand.Vouch(id, Set.of(Role.LABORATORY)));
    }

    @CommandHandler
    void recordLabResult(RecordLabResult command, Catalogue catalogue, CommandGateway commands, Exhibits exhibits) {
        var lot = lot();
        lot.refuseIfNotOf(command.organisation());
        refuseIfUnknown(command.test(), catalogue);
        lot.refuseIfBefore(command.happenedAt());
        var laboratory = laboratory(command.laboratory(), commands);
        exhibits.require(command.laboratory(), command.evidence());
        var family = product(lot.goods().product(), catalogue).family();
        var report = new LabReport(command, lot.goods().pedigree(), family, catalogue);
        apply(new LabResultRecorded(
                command.lot(),
                command.test(),
                command.verdict(),
                laboratory.name(),
                command.report(),
                command.laboratory(),
                command.findings(),
                report.pedigree(),
                report.doubts(),
                command.happenedAt(),
                command.evidence()));
        holdAfter(command, report.banned());
    }

    private void holdAfter(RecordLabResult command, List<String> banned) {
        var test = command.test();
        var number = lot().holds().next();
        if (!banned.isEmpty()) {
            var found = String.join(", ", banned);
            hold(command.lot(), new Hold(number, HoldCause.BANNED_SUBSTANCE, null, found, test), command.happenedAt());
        } else if (command.verdict() == Verdict.FAIL) {
            hold(command.lot(), new Hold(number, HoldCause.LAB_FAILED, test, test, test), command.happenedAt());
        }
    }

    @CommandHandler
    void recordTemperatures(RecordTemperatures command, Catalogue catalogue) {
        var lot = lot();
        lot.refuseIfNotOf(command.organisation());
        var readings = command.readings().stream()
                .sorted(Comparator.comparing(Reading::at))
                .toList();
        lot.refuseIfBefore(readings.getFirst().at());
        var coldChain = new ColdChain(catalogue.thresholds());
        coldChain.check(readings);
        var warm = lot.thermometers().warmMinutes(command.device(), readings, coldChain);
        apply(new TemperaturesRecorded(command.lot(), command.device(), readings, warm, command.happenedAt()));
        if (coldChain.isBroken(warm)) {
            holdIfFrozen(coldChain.broken(warm), command.happenedAt(), catalogue);
        }
    }

    private void holdIfFrozen(String reason, OffsetDateTime happenedAt, Catalogue catalogue) {
        var frozen = product(lot().goods().product(), catalogue).frozen();
        if (frozen && !lot().holds().stillFor(HoldCause.COLD_CHAIN)) {
            hold(
                    lot().id(),
                    new Hold(lot().holds().next(), HoldCause.COLD_CHAIN, null, reason, "thermometer"),
                    happenedAt);
        }
    }

    // ---- holding it back

    @CommandHandler
    void placeHold(PlaceHold command) {
        lot().refuseIfNotOf(command.organisation());
        lot().refuseIfBefore(command.happenedAt());
        hold(
                command.lot(),
                new Hold(lot().holds().next(), HoldCause.PERSON, null, command.reason(), command.by()),
                command.happenedAt());
    }

    /** @return what is held */
    @CommandHandler
    Held holdBack(HoldBack command) {
        var lot = lot();
        var already = lot.holds().suffice(command.hold());
        if (!already) {
            hold(command.lot(), command.hold(), command.happenedAt());
        }
        var contents = lot.contents();
        return new Held(lot.id(), already, lot.organisation(), contents.quantity(), contents.left(), contents.gone());
    }

    @CommandHandler
    void release(Release command) {
        var lot = lot();
        lot.refuseIfNotOf(command.organisation());
        var open = lot.holds().releasable(command.lot(), command.hold(), command.by(), command.happenedAt());
        refuseUnlessPassed(open);
        var proposed = open.proposed();
        apply(
                proposed == null
                        ? new ReleaseProposed(
                                command.lot(), command.hold(), command.by(), command.reason(), command.happenedAt())
                        : new LotReleased(
                                command.lot(), command.hold(), proposed.by(), command.by(), command.happenedAt()));
    }

    private void refuseUnlessPassed(Holds.Open open) {
        var test = open.hold().test();
        if (test == null) {
            return;
        }
        var day = Vietnam.day(open.since());
        var passed = lot().goods().pedigree().passed().get(test);
        refuseUnless(passed != null && !passed.isBefore(day), new LotRefusal.PassNeeded(lot().id(), test, day));
    }

    /** The lot's id is told, since while a lot begins nothing is known of it yet. */
    private static void hold(LotId lot, Hold hold, OffsetDateTime happenedAt) {
        apply(new LotHeld(lot, hold.id(), hold.cause(), hold.test(), hold.reason(), hold.by(), happenedAt));
    }

    // ---- correcting what was written

    @CommandHandler
    void correct(Correct command, Catalogue catalogue, CommandGateway commands) {
        var lot = lot();
        lot.refuseIfNotOf(command.organisation());
        lot.refuseIfBefore(command.happenedAt());
        var correction = new Correction(lot, command);
        if (correction.concerns(Correction.MOISTURE) && lot.isMadeByAStep()) {
            throw correctedElsewhere();
        }
        if (correction.concerns(Correction.QUANTITY)
                || (correction.concerns(Correction.COUNT) && lot.field() != null)) {
            correctHarvest(command, commands);
        }
        tell(correction, command, catalogue);
    }

    private void tell(Correction correction, Correct command, Catalogue catalogue) {
        correction
                .changes()
                .forEach((field, change) -> apply(new LotCorrected(
                        command.lot(),
                        field,
                        change.before(),
                        change.after(),
                        field.equals(Correction.QUANTITY)
                                ? lot().contents().leftOf(Objects.requireNonNull(command.quantity()))
                                : lot().contents().left(),
                        command.reason(),
                        command.by(),
                        doubts(catalogue),
                        command.happenedAt())));
    }

    private Refused correctedElsewhere() {
        return new Refused(new LotRefusal.CorrectedElsewhere(lot().id(), String.valueOf(lot().origin())));
    }

    /** The plot, too, has to do with how much was harvested, and how many animals. */
    private void correctHarvest(Correct command, CommandGateway commands) {
        var lot = lot();
        var field = lot.field();
        if (field == null) {
            throw correctedElsewhere();
        }
        var quantity =
                Objects.requireNonNullElse(command.quantity(), lot.contents().quantity());
        lot.refuseIfLessThanWasDrawn(quantity);
        commands.sendAndWait(new PlotCommand.CorrectHarvest(
                field.plot(),
                command.organisation(),
                field.cycle(),
                lot.id(),
                quantity,
                command.countPerKilogram() == null ? lot.goods().countPerKilogram() : command.countPerKilogram(),
                command.happenedAt()));
    }

    @CommandHandler
    void correct(CorrectMade command, Catalogue catalogue) {
        var lot = lot();
        lot.refuseIfBefore(command.happenedAt());
        lot.refuseIfLessThanWasDrawn(command.quantity());
        lot.refuseIfNotWholeUnits(command.quantity());
        var told = command.told(lot.organisation());
        tell(new Correction(lot, told), told, catalogue);
    }

    /** What was made of the lot was judged by what was wrong. */
    private List<Flag> doubts(Catalogue catalogue) {
        var drawn = lot().contents().drawn();
        return drawn.isZero()
                ? List.of()
                : List.of(new Flag(
                        "corrected-after-use",
                        null,
                        drawn.inKilograms(),
                        null,
                        catalogue.thresholds().lateEntryHours().source().text()));
    }

    // ---- what it is

    private static Product product(String code, Catalogue catalogue) {
        return catalogue
                .product(code)
                .orElseThrow(() -> new Refused(new LotRefusal.UnknownProduct(
                        code, catalogue.productCodes().stream().sorted().toList())));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    private LotState lot() {
        return Objects.requireNonNull(state);
    }

    /** A lot begins, and goes on from there. */
    @EventSourcingHandler
    void on(LotEvent event) {
        id = event.lot();
        if (event instanceof Begun begun) {
            state = LotState.of(begun);
        } else if (state != null) {
            state = state.after(event);
        }
    }
}
