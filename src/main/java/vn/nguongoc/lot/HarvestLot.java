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
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Correct;
import vn.nguongoc.lot.LotCommand.CorrectQuantity;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.Held;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
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
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
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
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.ShipmentId;

/**
 * A lot of one product: what it holds, how much of it is left, what holds it back. Longer than most files: a lot is all
 * that is done with goods, and what each rule says is in the classes beside this one.
 */
@Aggregate(type = "lot", snapshotTriggerDefinition = "everyFiftyEvents")
class HarvestLot {
    @AggregateIdentifier
    private @Nullable LotId id;

    private @Nullable OrganisationId organisation;
    private @Nullable Goods goods;
    private @Nullable String label;
    private Contents contents = Contents.of(Mass.ZERO);
    private Holds holds = Holds.NONE;
    private @Nullable OffsetDateTime since;

    /** The record that says how much there was: a step's, shipment's or other lot's id; absent for a harvest. */
    private @Nullable String origin;

    private @Nullable PlotId plot;
    private int cycle;

    /** For Axon, which then replays the events. */
    HarvestLot() {}

    // ---- how a lot begins

    @CommandHandler
    HarvestLot(RecordHarvest command, Catalogue catalogue, CommandGateway commands) {
        refuseIfUnknown(command.product(), catalogue);
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
                command.happenedAt()));
        picked.doubts().forEach(doubt -> hold(inherited(doubt), command.happenedAt()));
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
        refuseIfPackagingDoesNotFit(command, catalogue);
        var item = command.goods().item();
        if (item != null) {
            commands.sendAndWait(new TakeNumber(item.key(), command.lot(), command.happenedAt()));
        }
        apply(new LotProduced(
                command.lot(),
                command.organisation(),
                command.step(),
                command.goods().product(),
                command.quantity(),
                command.goods().moisturePercent(),
                command.label(),
                item,
                command.goods().countPerKilogram(),
                command.goods().pedigree(),
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
        command.holds().forEach(hold -> hold(hold, command.happenedAt()));
    }

    // ---- what leaves it

    /** @return what came out */
    @CommandHandler
    Drawn draw(Draw command) {
        refuseIfNotOf(command.organisation());
        if (!command.evenHeld()) {
            holds.refuseIfAny(command.lot());
        }
        return take(command.step().value(), command.quantity(), command.happenedAt());
    }

    /** @return what went on board */
    @CommandHandler
    Drawn ship(Ship command, Catalogue catalogue) {
        refuseIfNotOf(command.organisation());
        holds.refuseIfAny(command.lot());
        new Markets(catalogue).refuseUnlessOpen(command.market(), command.lot(), goods());
        return take(command.shipment().value(), command.quantity(), command.happenedAt());
    }

    private Drawn take(String by, Mass quantity, OffsetDateTime happenedAt) {
        refuseIfBefore(happenedAt);
        refuseIfMoreThanIsLeft(quantity);
        refuseIfNotWholeUnits(quantity);
        apply(new LotDrawn(lot(), by, quantity, contents.left().minus(quantity), happenedAt));
        return new Drawn(lot(), quantity, goods());
    }

    @CommandHandler
    void split(Split command, CommandGateway commands) {
        refuseIfNotOf(command.organisation());
        holds.refuseIfAny(command.lot());
        refuseIfBefore(command.happenedAt());
        var all = Mass.sum(command.portions().stream().map(Portion::quantity).toList());
        refuseIfMoreThanIsLeft(all);
        command.portions().forEach(portion -> refuseIfNotWholeUnits(portion.quantity()));
        apply(new LotSplit(command.lot(), command.portions(), contents.left().minus(all), command.happenedAt()));
        command.portions()
                .forEach(portion -> commands.sendAndWait(new SplitOff(
                        portion.lot(),
                        command.organisation(),
                        command.lot(),
                        portion.quantity(),
                        goods(),
                        label,
                        command.happenedAt())));
    }

    @CommandHandler
    void handOver(HandOver command, Catalogue catalogue, CommandGateway commands) {
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
                goods(),
                label,
                holds.reachingDescendants(),
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
    void recordLabResult(RecordLabResult command, Catalogue catalogue, CommandGateway commands) {
        refuseIfNotOf(command.organisation());
        refuseUnless(
                catalogue.terms().labTestCodes().contains(command.test()),
                new LotRefusal.UnknownTest(command.test(), catalogue.terms().labTestCodes()));
        refuseIfBefore(command.happenedAt());
        OrganisationCommand.Party laboratory =
                commands.sendAndWait(new OrganisationCommand.Vouch(command.laboratory(), Set.of(Role.LABORATORY)));
        var report =
                new LabReport(command, goods().pedigree(), product(catalogue).family(), catalogue);
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
                command.happenedAt()));
        if (report.foundWhatIsBanned()) {
            var found = report.doubts().getFirst().subject();
            hold(
                    new Hold(holds.next(), HoldCause.BANNED_SUBSTANCE, null, String.valueOf(found), command.test()),
                    command.happenedAt());
        } else if (command.verdict() == Verdict.FAIL) {
            hold(
                    new Hold(holds.next(), HoldCause.LAB_FAILED, command.test(), command.test(), command.test()),
                    command.happenedAt());
        }
    }

    @CommandHandler
    void recordTemperatures(RecordTemperatures command, Catalogue catalogue) {
        refuseIfNotOf(command.organisation());
        var readings = command.readings().stream()
                .sorted(Comparator.comparing(Reading::at))
                .toList();
        refuseIfBefore(readings.getFirst().at());
        var thresholds = catalogue.thresholds();
        var warm = new ColdChain(thresholds.warmestCelsius().value()).longestWarmMinutes(readings);
        apply(new TemperaturesRecorded(command.lot(), command.device(), readings, warm, command.happenedAt()));
        if (product(catalogue).frozen() && warm > thresholds.warmMinutes().whole()) {
            var reason = "> " + thresholds.warmestCelsius().value() + " °C, " + warm + " min";
            hold(new Hold(holds.next(), HoldCause.COLD_CHAIN, null, reason, "thermometer"), command.happenedAt());
        }
    }

    // ---- holding it back

    @CommandHandler
    void placeHold(PlaceHold command) {
        refuseIfNotOf(command.organisation());
        refuseIfBefore(command.happenedAt());
        hold(new Hold(holds.next(), HoldCause.PERSON, null, command.reason(), command.by()), command.happenedAt());
    }

    /** @return what is held */
    @CommandHandler
    Held holdBack(HoldBack command) {
        var already = holds.named(command.hold().id()).isPresent();
        if (!already) {
            hold(command.hold(), command.happenedAt());
        }
        return new Held(
                lot(),
                already,
                Objects.requireNonNull(organisation),
                contents.quantity(),
                contents.left(),
                contents.gone());
    }

    @CommandHandler
    void release(Release command) {
        refuseIfNotOf(command.organisation());
        var open = holds.releasable(command.lot(), command.hold(), command.by());
        refuseUnlessPassed(open);
        refuseIfBefore(command.happenedAt());
        apply(
                open.proposedBy() == null
                        ? new ReleaseProposed(
                                command.lot(), command.hold(), command.by(), command.reason(), command.happenedAt())
                        : new LotReleased(
                                command.lot(), command.hold(), open.proposedBy(), command.by(), command.happenedAt()));
    }

    private void refuseUnlessPassed(Holds.Open open) {
        var test = open.hold().test();
        if (test == null) {
            return;
        }
        var day = open.since().toLocalDate();
        var passed = goods().pedigree().passed().get(test);
        refuseUnless(passed != null && !passed.isBefore(day), new LotRefusal.PassNeeded(lot(), test, day));
    }

    private void hold(Hold hold, OffsetDateTime happenedAt) {
        apply(new LotHeld(lot(), hold.id(), hold.cause(), hold.test(), hold.reason(), hold.by(), happenedAt));
    }

    // ---- correcting what was written

    @CommandHandler
    void correct(Correct command, Catalogue catalogue, CommandGateway commands) {
        refuseIfNotOf(command.organisation());
        var wrong = new Correction(lot(), goods(), label, contents.quantity()).changes(command);
        var quantity = Objects.requireNonNullElse(command.quantity(), contents.quantity());
        if (wrong.containsKey(Correction.QUANTITY) || (wrong.containsKey(Correction.COUNT) && plot != null)) {
            correctHarvest(command, quantity, commands);
        }
        wrong.forEach((field, change) -> apply(new LotCorrected(
                command.lot(),
                field,
                change.before(),
                change.after(),
                field.equals(Correction.QUANTITY) ? leftOf(quantity) : contents.left(),
                command.reason(),
                command.by(),
                doubts(catalogue),
                command.happenedAt())));
    }

    private void correctHarvest(Correct command, Mass quantity, CommandGateway commands) {
        var where = origin;
        if (where != null || plot == null) {
            throw new Refused(new LotRefusal.CorrectedElsewhere(lot(), String.valueOf(where)));
        }
        refuseIfLessThanWasDrawn(quantity);
        commands.sendAndWait(new PlotCommand.CorrectHarvest(
                plot,
                command.organisation(),
                cycle,
                lot(),
                quantity,
                command.countPerKilogram() == null ? goods().countPerKilogram() : command.countPerKilogram(),
                command.happenedAt()));
    }

    @CommandHandler
    void correctQuantity(CorrectQuantity command) {
        refuseIfLessThanWasDrawn(command.quantity());
        refuseIfNotWholeUnits(command.quantity());
        apply(new LotCorrected(
                command.lot(),
                Correction.QUANTITY,
                contents.quantity().kilogramsText(),
                command.quantity().kilogramsText(),
                leftOf(command.quantity()),
                command.reason(),
                command.by(),
                List.of(),
                command.happenedAt()));
    }

    private Mass leftOf(Mass corrected) {
        return corrected.minus(contents.drawn());
    }

    /** What was made of the lot was judged by what was wrong. */
    private List<Flag> doubts(Catalogue catalogue) {
        return contents.drawn().isZero()
                ? List.of()
                : List.of(new Flag(
                        "corrected-after-use",
                        null,
                        contents.drawn().inKilograms(),
                        null,
                        catalogue.thresholds().lateEntryHours().source().text()));
    }

    // ---- rules

    private static void refuseIfUnknown(String product, Catalogue catalogue) {
        refuseUnless(
                catalogue.product(product).isPresent(),
                new LotRefusal.UnknownProduct(
                        product, catalogue.productCodes().stream().sorted().toList()));
    }

    private static void refuseIfPackagingDoesNotFit(Produce command, Catalogue catalogue) {
        var product = command.goods().product();
        refuseIfUnknown(product, catalogue);
        var item = command.goods().item();
        var packed = catalogue.product(product).orElseThrow().packed();
        refuseUnless(packed == (item != null), new LotRefusal.PackagingDoesNotFit(product));
        if (item != null) {
            refuseIfNotWhole(command.lot(), command.quantity(), item);
        }
    }

    private void refuseIfNotWholeUnits(Mass quantity) {
        var item = goods().item();
        if (item != null) {
            refuseIfNotWhole(lot(), quantity, item);
        }
    }

    private static void refuseIfNotWhole(LotId lot, Mass quantity, TradeItem item) {
        refuseUnless(
                quantity.grams() % item.unit().grams() == 0, new LotRefusal.NotWholeUnits(lot, quantity, item.unit()));
    }

    private void refuseIfMoreThanIsLeft(Mass quantity) {
        refuseUnless(
                !quantity.isMoreThan(contents.left()), new LotRefusal.NotEnoughLeft(lot(), quantity, contents.left()));
    }

    private void refuseIfLessThanWasDrawn(Mass quantity) {
        refuseUnless(
                !contents.drawn().isMoreThan(quantity),
                new LotRefusal.LessThanWasDrawn(lot(), quantity, contents.drawn()));
    }

    private void refuseIfBefore(OffsetDateTime happenedAt) {
        refuseUnless(
                !happenedAt.isBefore(since),
                new LotRefusal.BeforeItExisted(lot(), happenedAt, Objects.requireNonNull(since)));
    }

    private void refuseIfNotOf(OrganisationId asking) {
        refuseUnless(asking.equals(organisation), new LogRefusal.NotFound(String.valueOf(id)));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    private LotId lot() {
        return Objects.requireNonNull(id);
    }

    private Goods goods() {
        return Objects.requireNonNull(goods);
    }

    private Product product(Catalogue catalogue) {
        return catalogue.product(goods().product()).orElseThrow();
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(LotHarvested event) {
        var pedigree = event.pedigree();
        begin(event.lot(), event.cooperative(), event.quantity(), event.label(), event.happenedAt());
        goods = new Goods(
                event.product(),
                event.moisturePercent(),
                event.countPerKilogram(),
                null,
                pedigree == null ? Pedigree.of(event.happenedAt()) : pedigree);
        plot = event.plot();
        cycle = event.cycle();
    }

    @EventSourcingHandler
    void on(LotProduced event) {
        var pedigree = event.pedigree();
        begin(event.lot(), event.organisation(), event.quantity(), event.label(), event.happenedAt());
        goods = new Goods(
                event.product(),
                event.moisturePercent(),
                event.countPerKilogram(),
                event.item(),
                pedigree == null ? Pedigree.UNKNOWN : pedigree);
        origin = event.step().value();
    }

    @EventSourcingHandler
    void on(LotSplitOff event) {
        begin(event.lot(), event.organisation(), event.quantity(), event.label(), event.happenedAt());
        goods = event.goods();
        origin = event.from().value();
    }

    @EventSourcingHandler
    void on(LotReceived event) {
        begin(event.lot(), event.organisation(), event.quantity(), event.label(), event.happenedAt());
        goods = event.goods();
        origin = event.shipment().value();
    }

    private void begin(
            LotId lot, OrganisationId holder, Mass quantity, @Nullable String named, OffsetDateTime happenedAt) {
        id = lot;
        organisation = holder;
        contents = Contents.of(quantity);
        label = named;
        since = happenedAt;
    }

    @EventSourcingHandler
    void on(LotDrawn event) {
        contents = event.by().startsWith(ShipmentId.PREFIX + "-")
                ? contents.shipping(event.quantity(), event.left())
                : contents.leaving(event.left());
    }

    @EventSourcingHandler
    void on(LotSplit event) {
        contents = contents.leaving(event.left());
    }

    @EventSourcingHandler
    void on(LotHandedOver event) {
        contents = contents.handingOver(event.sent());
    }

    @EventSourcingHandler
    void on(LabResultRecorded event) {
        var pedigree = event.pedigree();
        goods = pedigree == null || goods == null ? goods : Correction.with(goods, pedigree);
    }

    @EventSourcingHandler
    void on(LotHeld event) {
        holds = holds.with(event);
    }

    @EventSourcingHandler
    void on(ReleaseProposed event) {
        holds = holds.with(event);
    }

    @EventSourcingHandler
    void on(LotReleased event) {
        holds = holds.without(event);
    }

    @EventSourcingHandler
    void on(LotCorrected event) {
        contents = contents.corrected(event.left());
        label = event.field().equals(Correction.LABEL) ? event.after() : label;
        goods = goods == null ? null : Correction.apply(event, goods);
    }
}
