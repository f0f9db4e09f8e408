package vn.nguongoc.cooperative;

import java.time.OffsetDateTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.nguongoc.shared.CooperativeId;
import vn.nguongoc.shared.Gs1;

/** What a cooperative can be asked. */
public sealed interface CooperativeCommand {

    /**
     * Enter a cooperative into the record.
     *
     * @param gln its GS1 global location number
     * @param ward code of the ward it sits in
     * @param happenedAt since when it takes part
     */
    record RegisterCooperative(
            @TargetAggregateIdentifier CooperativeId cooperative,
            String name,
            Gs1 gln,
            String ward,
            OffsetDateTime happenedAt)
            implements CooperativeCommand {}

    /** Say whether there is such a cooperative: refused if not, and otherwise changes nothing. */
    record Vouch(@TargetAggregateIdentifier CooperativeId cooperative) implements CooperativeCommand {}
}
