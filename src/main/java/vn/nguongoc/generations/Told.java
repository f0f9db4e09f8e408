package vn.nguongoc.generations;

import java.time.OffsetDateTime;
import org.axonframework.eventhandling.TrackedEventMessage;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.Milestone.Fact;

/** What the log tells beside an event. */
public final class Told {
    private Told() {}

    public static Fact fact(OffsetDateTime happenedAt, TrackedEventMessage<?> message) {
        var actor = String.valueOf(message.getMetaData().get(Recorder.ACTOR));
        return new Fact(position(message), happenedAt, message.getTimestamp(), actor);
    }

    public static LotFlow.When when(OffsetDateTime happenedAt, TrackedEventMessage<?> message) {
        return new LotFlow.When(position(message), happenedAt, message.getTimestamp());
    }

    public static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
