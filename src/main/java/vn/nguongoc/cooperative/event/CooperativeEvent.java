package vn.nguongoc.cooperative.event;

import java.time.OffsetDateTime;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.CooperativeId;
import vn.nguongoc.shared.Gs1;

/** What happened to a cooperative. */
public sealed interface CooperativeEvent {

    /**
     * @param ward code of the ward it sits in
     * @param happenedAt since when it takes part
     */
    @EventName("cooperative.registered")
    record CooperativeRegistered(
            CooperativeId cooperative, String name, Gs1 gln, String ward, OffsetDateTime happenedAt)
            implements CooperativeEvent {}
}
