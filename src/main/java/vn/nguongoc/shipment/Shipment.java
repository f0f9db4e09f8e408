package vn.nguongoc.shipment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.HandOver;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.organisation.OrganisationCommand.Party;
import vn.nguongoc.organisation.OrganisationCommand.Vouch;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.ShipmentCommand.ConfirmReceipt;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.ShipmentCommand.Dispute;
import vn.nguongoc.shipment.ShipmentCommand.Settle;
import vn.nguongoc.shipment.event.ShipmentEvent.DisputeSettled;
import vn.nguongoc.shipment.event.ShipmentEvent.ReceivedLine;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDisputed;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentReceived;

/**
 * Goods leaving whoever held them, and arriving where somebody says so. Whatever touches several lots asks them in the
 * order of their ids: whoever shares lots waits in line instead of locking each other out.
 */
@Aggregate(type = "shipment")
class Shipment {
    @AggregateIdentifier
    private @Nullable ShipmentId id;

    private @Nullable OrganisationId sender;
    private @Nullable OrganisationId receiver;
    private String to = "";
    private Cargo cargo = new Cargo(List.of());
    private @Nullable OffsetDateTime sentAt;
    private @Nullable OffsetDateTime receivedAt;

    /** Who disputed; absent while nobody does. */
    private @Nullable OrganisationId disputedBy;

    private @Nullable OffsetDateTime disputedAt;

    /** For Axon, which then replays the events. */
    Shipment() {}

    @CommandHandler
    Shipment(Dispatch command, CommandGateway commands) {
        var whom = command.receiver();
        refuseUnless(!command.organisation().equals(whom), new ShipmentRefusal.ToItself(command.organisation()));
        new Cargo(command.lines()).refuseUnlessReceivable(whom != null);
        var name = whom == null ? command.to() : name(whom, commands);
        command.lines().stream()
                .sorted(Comparator.comparing(line -> line.lot().value()))
                .forEach(line -> commands.sendAndWait(new Ship(
                        line.lot(),
                        command.organisation(),
                        command.shipment(),
                        line.quantity(),
                        command.market(),
                        command.happenedAt())));
        apply(new ShipmentDispatched(
                command.shipment(),
                command.organisation(),
                Objects.requireNonNull(name),
                whom,
                command.market(),
                command.lines(),
                command.happenedAt()));
    }

    private static String name(OrganisationId receiver, CommandGateway commands) {
        Party party = commands.sendAndWait(new Vouch(receiver, Set.of(Role.HOLDER)));
        return party.name();
    }

    @CommandHandler
    void confirmReceipt(ConfirmReceipt command, Catalogue catalogue, CommandGateway commands) {
        refuseUnless(command.organisation().equals(receiver), notFound());
        refuseIfReceived();
        refuseIfBefore(sentAt, command.happenedAt());
        var lines = cargo.received(command.lines());
        lines.forEach(line -> handOver(line, command, commands));
        apply(new ShipmentReceived(
                command.shipment(),
                command.organisation(),
                lines,
                Cargo.doubts(lines, catalogue.thresholds().transitLossPercent()),
                command.by(),
                command.happenedAt()));
    }

    /** What never arrived is nobody's lot. */
    private void handOver(ReceivedLine line, ConfirmReceipt command, CommandGateway commands) {
        var receivedAs = line.receivedAs();
        if (receivedAs != null) {
            commands.sendAndWait(new HandOver(
                    line.lot(),
                    command.shipment(),
                    command.organisation(),
                    receivedAs,
                    line.sent(),
                    line.received(),
                    command.happenedAt()));
        }
    }

    /** Before or after what arrived was said. */
    @CommandHandler
    void dispute(Dispute command) {
        refuseIfNeitherSide(command.organisation());
        refuseUnless(receiver != null, new ShipmentRefusal.ReceiverTakesNoPart(shipment(), to));
        refuseIfDisputed();
        refuseIfBefore(sentAt, command.happenedAt());
        command.lines().forEach(cargo::refuseUnlessOnBoard);
        apply(new ShipmentDisputed(
                command.shipment(),
                command.organisation(),
                command.reason(),
                command.lines(),
                command.by(),
                command.happenedAt()));
    }

    @CommandHandler
    void settle(Settle command) {
        refuseIfNeitherSide(command.organisation());
        var other = disputedBy;
        if (other == null) {
            throw new Refused(new ShipmentRefusal.NothingDisputed(shipment()));
        }
        refuseUnless(!command.organisation().equals(other), new ShipmentRefusal.OtherSideSettles(other));
        refuseIfBefore(disputedAt, command.happenedAt());
        apply(new DisputeSettled(
                command.shipment(), command.organisation(), command.reason(), command.by(), command.happenedAt()));
    }

    // ---- rules

    private void refuseIfNeitherSide(OrganisationId asking) {
        refuseUnless(asking.equals(sender) || asking.equals(receiver), notFound());
    }

    private void refuseIfReceived() {
        if (receivedAt != null) {
            throw new Refused(new ShipmentRefusal.AlreadyReceived(shipment(), receivedAt));
        }
    }

    private void refuseIfDisputed() {
        if (disputedBy != null) {
            throw new Refused(new ShipmentRefusal.AlreadyDisputed(shipment(), disputedBy));
        }
    }

    private static void refuseIfBefore(@Nullable OffsetDateTime earliest, OffsetDateTime happenedAt) {
        if (earliest != null && happenedAt.isBefore(earliest)) {
            throw new Refused(new ShipmentRefusal.TooEarly(happenedAt, earliest));
        }
    }

    private Refusal notFound() {
        return new LogRefusal.NotFound(String.valueOf(id));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    private ShipmentId shipment() {
        return Objects.requireNonNull(id);
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(ShipmentDispatched event) {
        id = event.shipment();
        sender = event.organisation();
        receiver = event.receiver();
        to = event.to();
        cargo = new Cargo(event.lines());
        sentAt = event.happenedAt();
    }

    @EventSourcingHandler
    void on(ShipmentReceived event) {
        receivedAt = event.happenedAt();
    }

    @EventSourcingHandler
    void on(ShipmentDisputed event) {
        disputedBy = event.organisation();
        disputedAt = event.happenedAt();
    }

    @EventSourcingHandler
    void on(DisputeSettled event) {
        disputedBy = null;
        disputedAt = null;
    }
}
