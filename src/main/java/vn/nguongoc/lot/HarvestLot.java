package vn.nguongoc.lot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.lot.LotCommand.RecordHarvest;
import vn.nguongoc.lot.LotCommand.RecordLabResult;
import vn.nguongoc.lot.LotCommand.TakeNumber;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.plot.PlotCommand;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** A lot of one product: what it holds, and how much of it is left. */
@Aggregate(type = "lot", snapshotTriggerDefinition = "everyFiftyEvents")
class HarvestLot {
    @AggregateIdentifier
    private @Nullable LotId id;

    private @Nullable OrganisationId organisation;
    private String product = "";
    private Mass left = Mass.ZERO;
    private @Nullable BigDecimal moisturePercent;
    private @Nullable Mass unit;
    private @Nullable OffsetDateTime since;

    /** For Axon, which then replays the events. */
    HarvestLot() {}

    @CommandHandler
    HarvestLot(RecordHarvest command, Catalogue catalogue, CommandGateway commands) {
        refuseIfUnknown(command.product(), catalogue);
        int cycle = commands.sendAndWait(new PlotCommand.Harvest(
                command.plot(),
                command.cooperative(),
                command.product(),
                command.lot(),
                command.quantity(),
                command.last(),
                command.happenedAt()));
        apply(new LotHarvested(
                command.lot(),
                command.cooperative(),
                command.plot(),
                cycle,
                command.product(),
                command.quantity(),
                command.moisturePercent(),
                command.label(),
                command.happenedAt()));
    }

    @CommandHandler
    HarvestLot(Produce command, Catalogue catalogue, CommandGateway commands) {
        refuseIfPackagingDoesNotFit(command, catalogue);
        var item = command.item();
        if (item != null) {
            commands.sendAndWait(new TakeNumber(item.key(), command.lot(), command.happenedAt()));
        }
        apply(new LotProduced(
                command.lot(),
                command.organisation(),
                command.step(),
                command.product(),
                command.quantity(),
                command.moisturePercent(),
                command.label(),
                item,
                command.happenedAt()));
    }

    /** @return what came out */
    @CommandHandler
    Drawn draw(Draw command) {
        refuseIfNotOf(command.organisation());
        refuseUnless(
                !command.happenedAt().isBefore(since),
                new LotRefusal.BeforeItExisted(command.lot(), command.happenedAt(), Objects.requireNonNull(since)));
        refuseUnless(
                !command.quantity().isMoreThan(left),
                new LotRefusal.NotEnoughLeft(command.lot(), command.quantity(), left));
        refuseIfNotWholeUnits(command);
        apply(new LotDrawn(
                command.lot(), command.by(), command.quantity(), left.minus(command.quantity()), command.happenedAt()));
        return new Drawn(command.lot(), product, command.quantity(), moisturePercent);
    }

    @CommandHandler
    void recordLabResult(RecordLabResult command, Catalogue catalogue) {
        refuseIfNotOf(command.organisation());
        refuseUnless(
                catalogue.terms().labTestCodes().contains(command.test()),
                new LotRefusal.UnknownTest(command.test(), catalogue.terms().labTestCodes()));
        refuseUnless(
                !command.happenedAt().isBefore(since),
                new LotRefusal.BeforeItExisted(command.lot(), command.happenedAt(), Objects.requireNonNull(since)));
        apply(new LabResultRecorded(
                command.lot(),
                command.test(),
                command.verdict(),
                command.laboratory(),
                command.report(),
                command.happenedAt()));
    }

    private static void refuseIfUnknown(String product, Catalogue catalogue) {
        refuseUnless(
                catalogue.product(product).isPresent(),
                new LotRefusal.UnknownProduct(
                        product, catalogue.productCodes().stream().sorted().toList()));
    }

    private static void refuseIfPackagingDoesNotFit(Produce command, Catalogue catalogue) {
        refuseIfUnknown(command.product(), catalogue);
        var item = command.item();
        var packed = catalogue.product(command.product()).orElseThrow().packed();
        refuseUnless(packed == (item != null), new LotRefusal.PackagingDoesNotFit(command.product()));
        refuseUnless(
                item == null || command.quantity().grams() % item.unit().grams() == 0,
                new LotRefusal.NotWholeUnits(
                        command.lot(), command.quantity(), item == null ? Mass.ZERO : item.unit()));
    }

    private void refuseIfNotWholeUnits(Draw command) {
        refuseUnless(
                unit == null || command.quantity().grams() % unit.grams() == 0,
                new LotRefusal.NotWholeUnits(command.lot(), command.quantity(), unit == null ? Mass.ZERO : unit));
    }

    private void refuseIfNotOf(OrganisationId asking) {
        refuseUnless(asking.equals(organisation), new LogRefusal.NotFound(String.valueOf(id)));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    @EventSourcingHandler
    void on(LotHarvested event) {
        id = event.lot();
        organisation = event.cooperative();
        product = event.product();
        left = event.quantity();
        moisturePercent = event.moisturePercent();
        since = event.happenedAt();
    }

    @EventSourcingHandler
    void on(LotProduced event) {
        id = event.lot();
        organisation = event.organisation();
        product = event.product();
        left = event.quantity();
        moisturePercent = event.moisturePercent();
        unit = java.util.Optional.ofNullable(event.item()).map(TradeItem::unit).orElse(null);
        since = event.happenedAt();
    }

    @EventSourcingHandler
    void on(LotDrawn event) {
        left = event.left();
    }
}
