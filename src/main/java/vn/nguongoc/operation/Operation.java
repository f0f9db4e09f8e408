package vn.nguongoc.operation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.operation.OperationCommand.AskRebuild;
import vn.nguongoc.operation.OperationCommand.AskRetry;
import vn.nguongoc.operation.event.OperationEvent;
import vn.nguongoc.operation.event.OperationEvent.RebuildAsked;
import vn.nguongoc.operation.event.OperationEvent.RetryAsked;
import vn.nguongoc.operation.event.OperationId;

/** One act of whoever runs the service: it is recorded and nothing follows it. */
@Aggregate(type = "operation")
class Operation {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable OperationId id;

    /** For Axon, which then replays the events. */
    Operation() {}

    @CommandHandler
    Operation(AskRebuild command) {
        apply(new RebuildAsked(command.operation(), command.happenedAt()));
    }

    @CommandHandler
    Operation(AskRetry command) {
        apply(new RetryAsked(command.operation(), command.letter(), command.follower(), command.happenedAt()));
    }

    @EventSourcingHandler
    void on(OperationEvent event) {
        id = event.operation();
    }
}
