package vn.nguongoc.shipment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Comparator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.Ship;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shipment.ShipmentCommand.Dispatch;
import vn.nguongoc.shipment.event.ShipmentEvent.ShipmentDispatched;

/** Goods leaving whoever held them. */
@Aggregate(type = "shipment")
class Shipment {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable ShipmentId id;

    /** For Axon, which then replays the events. */
    Shipment() {}

    @CommandHandler
    Shipment(Dispatch command, CommandGateway commands) {
        // In the order of the lots' ids: whoever shares lots waits in line instead of locking each other out.
        command.lines().stream()
                .sorted(Comparator.comparing(line -> line.lot().value()))
                .forEach(line -> commands.sendAndWait(new Ship(
                        line.lot(),
                        command.organisation(),
                        command.shipment(),
                        line.quantity(),
                        null,
                        command.happenedAt())));
        apply(new ShipmentDispatched(
                command.shipment(), command.organisation(), command.to(), command.lines(), command.happenedAt()));
    }

    @EventSourcingHandler
    void on(ShipmentDispatched event) {
        id = event.shipment();
    }
}
