package vn.nguongoc.labelling;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.labelling.LabellingCommand.TakeRunNumber;
import vn.nguongoc.labelling.event.LabellingEvent.RunNumberTaken;

/**
 * The numbers of runs whose serials are made with one key, from 0. A run takes the next in the commit that orders it:
 * two runs that want it, on any two machines, want the next version of the same thing, and only one gets it. Two runs
 * of one number would have the same serials.
 */
@Aggregate(type = "run-numbers", snapshotTriggerDefinition = "everyFiftyEvents")
class RunNumbers {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String numbers;

    private long next;

    /** For Axon, which then replays the events. */
    RunNumbers() {}

    /** @return the number */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long take(TakeRunNumber command) {
        var taken = next;
        apply(new RunNumberTaken(command.key(), taken, command.run(), command.happenedAt()));
        return taken;
    }

    @EventSourcingHandler
    void on(RunNumberTaken event) {
        numbers = LabellingCommand.numbersOf(event.key());
        next = event.number() + 1;
    }
}
