package vn.nguongoc.history;

import java.time.OffsetDateTime;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.history.Milestone.Fact;

/** What the log tells beside an event. */
final class Told {
    private Told() {}

    static Fact fact(OffsetDateTime happenedAt, TrackedEventMessage<?> message) {
        var actor = String.valueOf(message.getMetaData().get(Recorder.ACTOR));
        return new Fact(position(message), happenedAt, message.getTimestamp(), actor);
    }

    static LotFlow.When when(OffsetDateTime happenedAt, TrackedEventMessage<?> message) {
        return new LotFlow.When(position(message), happenedAt, message.getTimestamp());
    }

    static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
