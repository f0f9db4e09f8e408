package vn.nguongoc.farmer;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.Rewrites;
import vn.nguongoc.farmer.event.Commitment;
import vn.nguongoc.farmer.event.ConsentForm;
import vn.nguongoc.farmer.event.ErasureCause;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.farmer.event.Outcome;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.farmer.event.RequestKind;

/** What can be asked of a farmer's record. What they are called never stands in a command: only commitments do. */
public sealed interface FarmerCommand {
    FarmerKey farmer();

    record EnterFarmer(
            @TargetAggregateIdentifier FarmerKey farmer, List<Commitment> commitments, OffsetDateTime happenedAt)
            implements FarmerCommand {}

    record CorrectData(
            @TargetAggregateIdentifier FarmerKey farmer, List<Commitment> commitments, OffsetDateTime happenedAt)
            implements FarmerCommand, Rewrites {}

    /**
     * @param words that they agreed to
     * @param by code of whoever takes it down
     */
    record GiveConsent(
            @TargetAggregateIdentifier FarmerKey farmer,
            Purpose purpose,
            ConsentText words,
            ConsentForm form,
            String by,
            OffsetDateTime happenedAt)
            implements FarmerCommand {}

    record WithdrawConsent(
            @TargetAggregateIdentifier FarmerKey farmer, Purpose purpose, String by, OffsetDateTime happenedAt)
            implements FarmerCommand {}

    record ReceiveRequest(
            @TargetAggregateIdentifier FarmerKey farmer, RequestKind kind, String by, OffsetDateTime happenedAt)
            implements FarmerCommand {}

    /** @param reason of a refusal */
    record AnswerRequest(
            @TargetAggregateIdentifier FarmerKey farmer,
            int number,
            Outcome outcome,
            @Nullable String reason,
            String by,
            OffsetDateTime happenedAt)
            implements FarmerCommand {}

    /** Forget them, as they asked. */
    record Erase(@TargetAggregateIdentifier FarmerKey farmer, String by, OffsetDateTime happenedAt)
            implements FarmerCommand {}

    /**
     * Forget them if nothing happened since; sent by the service of its own accord. Otherwise there is nothing to do.
     *
     * @param since facts from then on keep them
     */
    record EraseUnlessActive(
            @TargetAggregateIdentifier FarmerKey farmer, OffsetDateTime since, OffsetDateTime happenedAt)
            implements FarmerCommand {}

    /** Be named by a record; sent by it within its own commit. */
    record NameInRecord(@TargetAggregateIdentifier FarmerKey farmer, String record, OffsetDateTime happenedAt)
            implements FarmerCommand {}

    /** Say which openings are of use: changes nothing and answers with {@link Known}. */
    record AskFarmer(@TargetAggregateIdentifier FarmerKey farmer) implements FarmerCommand {}

    /**
     * @param erased why they were; absent if they were not
     * @param current digests of the commitments whose openings are kept; none of who was erased
     * @param consents that stand
     */
    record Known(@Nullable ErasureCause erased, Map<Field, String> current, Set<Purpose> consents) {}
}
