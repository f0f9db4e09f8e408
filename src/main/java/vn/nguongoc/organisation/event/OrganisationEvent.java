package vn.nguongoc.organisation.event;

import java.time.OffsetDateTime;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;

/** What happened to a cooperative. */
public sealed interface OrganisationEvent {

    /**
     * @param ward code of the ward it sits in
     * @param happenedAt since when it takes part
     */
    @EventName("cooperative.registered")
    record CooperativeRegistered(
            OrganisationId cooperative, String name, Gs1 gln, String ward, OffsetDateTime happenedAt)
            implements OrganisationEvent {}
}
