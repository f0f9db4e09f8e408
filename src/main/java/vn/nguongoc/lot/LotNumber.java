package vn.nguongoc.lot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.TakeNumber;
import vn.nguongoc.lot.event.LotEvent.LotNumberTaken;
import vn.nguongoc.shared.Refused;

/**
 * A lot number under a GTIN, as it stands in a QR code. Its id is that key, so the log itself keeps it unique: two lots
 * that ask for the same number, on any two machines, cannot both be stored.
 */
@Aggregate(type = "lot-number")
class LotNumber {
    @AggregateIdentifier
    private @Nullable String key;

    /** For Axon, which then replays the events. */
    LotNumber() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(TakeNumber command) {
        if (key != null) {
            var parts = key.split("/", 4);
            throw new Refused(new LotRefusal.NumberTaken(parts[1], parts[3]));
        }
        apply(new LotNumberTaken(command.key(), command.lot(), command.happenedAt()));
    }

    @EventSourcingHandler
    void on(LotNumberTaken event) {
        key = event.key();
    }
}
