package vn.nguongoc.operation.event;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;

/** What whoever runs the service did. Who it was is told by the event's metadata, as of every event. */
public sealed interface OperationEvent {
    OperationId operation();

    OffsetDateTime happenedAt();

    /** Asked for the history to be told anew from the log. */
    @EventName("operation.rebuild-asked")
    record RebuildAsked(OperationId operation, OffsetDateTime happenedAt) implements OperationEvent {}

    /**
     * Asked for events that were set aside to be tried again.
     *
     * @param letter id of the one; absent for all
     * @param follower whose; absent for all followers'
     */
    @EventName("operation.retry-asked")
    record RetryAsked(
            OperationId operation,
            @Nullable String letter,
            @Nullable String follower,
            OffsetDateTime happenedAt) implements OperationEvent {}
}
