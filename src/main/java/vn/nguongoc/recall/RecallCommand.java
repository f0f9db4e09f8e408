package vn.nguongoc.recall;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.nguongoc.eventlog.LoadsMany;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;

/** What a recall can be asked; {@code organisation} is whoever asks, {@code by} a person's code. */
public sealed interface RecallCommand {

    /** Recall lots that the organisation holds, and with them everything made of them. */
    record OpenRecall(
            @TargetAggregateIdentifier RecallId recall,
            OrganisationId organisation,
            List<LotId> lots,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements RecallCommand, LoadsMany {

        @Override
        public List<String> aggregates() {
            return lots.stream().map(LotId::value).toList();
        }
    }

    /** Put the lot into this recall, by name, and into no other; sent by the recall within its own commit. */
    record NameLot(@TargetAggregateIdentifier String key, RecallId recall, LotId lot, OffsetDateTime happenedAt)
            implements RecallCommand {

        static NameLot of(RecallId recall, LotId lot, OffsetDateTime happenedAt) {
            return new NameLot("recalled/" + lot, recall, lot, happenedAt);
        }
    }

    /** Hold lots and count them; sent by an automation. What is known already is not said again. */
    record ReachLots(@TargetAggregateIdentifier RecallId recall, List<LotId> lots, OffsetDateTime happenedAt)
            implements RecallCommand, LoadsMany {
        public ReachLots {
            lots = List.copyOf(lots);
        }

        @Override
        public List<String> aggregates() {
            return lots.stream().map(LotId::value).toList();
        }
    }

    /**
     * Record that some of what had gone came back.
     *
     * @param where it was found, in words
     */
    record Recover(
            @TargetAggregateIdentifier RecallId recall,
            OrganisationId organisation,
            LotId lot,
            Mass quantity,
            String where,
            String by,
            OffsetDateTime happenedAt)
            implements RecallCommand {}

    /** End the search and say what came of it. */
    record CloseRecall(
            @TargetAggregateIdentifier RecallId recall,
            OrganisationId organisation,
            String by,
            OffsetDateTime happenedAt)
            implements RecallCommand {}
}
