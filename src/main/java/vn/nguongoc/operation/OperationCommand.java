package vn.nguongoc.operation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.operation.event.OperationId;

/** What whoever runs the service does, to be kept before it is done. */
public sealed interface OperationCommand {

    /** Tell the history anew. */
    record AskRebuild(@TargetAggregateIdentifier OperationId operation, OffsetDateTime happenedAt)
            implements OperationCommand {}

    /**
     * Try again what was set aside.
     *
     * @param letter id of the one; null for all
     * @param follower whose; null for all followers'
     */
    record AskRetry(
            @TargetAggregateIdentifier OperationId operation,
            @Nullable String letter,
            @Nullable String follower,
            OffsetDateTime happenedAt)
            implements OperationCommand {}
}
