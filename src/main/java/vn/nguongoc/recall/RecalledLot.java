package vn.nguongoc.recall;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.recall.RecallCommand.NameLot;
import vn.nguongoc.recall.event.RecallEvent.LotNamed;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.Refused;

/**
 * A lot that its holder named in a recall. Its id is made of the lot's, so the log itself keeps it to one recall: two
 * that name the same lot, on any two machines, cannot both be stored.
 */
@Aggregate(type = "recalled-lot")
class RecalledLot {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String key;

    private @Nullable RecallId recall;

    /** For Axon, which then replays the events. */
    RecalledLot() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void name(NameLot command) {
        if (recall != null) {
            throw new Refused(new RecallRefusal.AlreadyRecalled(command.lot(), recall));
        }
        apply(new LotNamed(command.key(), command.recall(), command.lot(), command.happenedAt()));
    }

    @EventSourcingHandler
    void on(LotNamed event) {
        key = event.key();
        recall = event.recall();
    }
}
