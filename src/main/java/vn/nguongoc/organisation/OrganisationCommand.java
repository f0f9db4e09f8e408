package vn.nguongoc.organisation;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.OrganisationId;

/** What a cooperative can be asked. */
public sealed interface OrganisationCommand {

    /**
     * Enter a cooperative into the record.
     *
     * @param gln its GS1 global location number
     * @param ward code of the ward it sits in
     * @param happenedAt since when it takes part
     */
    record RegisterCooperative(
            @TargetAggregateIdentifier OrganisationId cooperative,
            String name,
            Gs1 gln,
            String ward,
            OffsetDateTime happenedAt)
            implements OrganisationCommand {}

    /** Say whether there is such a cooperative: refused if not, and otherwise changes nothing. */
    record Vouch(@TargetAggregateIdentifier OrganisationId cooperative) implements OrganisationCommand {}
}
