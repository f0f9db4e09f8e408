package vn.nguongoc.farmer.event;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;

/** What happened to a farmer as a person. Who recorded it is told by the event's metadata, as of every event. */
public sealed interface FarmerEvent {
    FarmerKey farmer();

    OffsetDateTime happenedAt();

    /** Known by their code from now on. */
    @EventName("farmer.entered")
    record FarmerEntered(FarmerKey farmer, List<Commitment> commitments, OffsetDateTime happenedAt)
            implements FarmerEvent {}

    /** @param replaced digests whose openings are of no use any more and are destroyed */
    @EventName("farmer.data-corrected")
    record DataCorrected(
            FarmerKey farmer, List<Commitment> commitments, List<String> replaced, OffsetDateTime happenedAt)
            implements FarmerEvent {}

    /**
     * @param text version of the words that they agreed to
     * @param language in which they read or heard them
     * @param digest SHA-256 in hex of those very words in UTF-8
     * @param by code of whoever took it down
     * @param happenedAt when they agreed
     */
    @EventName("farmer.consent-given")
    record ConsentGiven(
            FarmerKey farmer,
            Purpose purpose,
            int text,
            String language,
            String digest,
            ConsentForm form,
            String by,
            OffsetDateTime happenedAt)
            implements FarmerEvent {}

    /**
     * @param dropped digests whose openings were kept under this consent alone and are destroyed
     * @param by code of whoever took it down
     */
    @EventName("farmer.consent-withdrawn")
    record ConsentWithdrawn(
            FarmerKey farmer, Purpose purpose, List<String> dropped, String by, OffsetDateTime happenedAt)
            implements FarmerEvent {}

    /**
     * @param number of the request among this farmer's, from 1
     * @param dueOn the last day on which it is done in time
     */
    @EventName("farmer.request-received")
    record RequestReceived(
            FarmerKey farmer, int number, RequestKind kind, LocalDate dueOn, String by, OffsetDateTime happenedAt)
            implements FarmerEvent {}

    /** @param reason of a refusal, which the person is told */
    @EventName("farmer.request-answered")
    record RequestAnswered(
            FarmerKey farmer,
            int number,
            Outcome outcome,
            @Nullable String reason,
            String by,
            OffsetDateTime happenedAt)
            implements FarmerEvent {}

    /**
     * A record was entered on their behalf.
     *
     * @param record its id
     */
    @EventName("farmer.named")
    record FarmerNamed(FarmerKey farmer, String record, OffsetDateTime happenedAt) implements FarmerEvent {}

    /**
     * Nobody can tell any more who they are: the key and the openings are destroyed, and the facts stay. It answers
     * whatever they had asked for.
     *
     * @param by code of whoever did it; absent if their time was over
     */
    @EventName("farmer.erased")
    record FarmerErased(
            FarmerKey farmer, ErasureCause cause, @Nullable String by, OffsetDateTime happenedAt)
            implements FarmerEvent {}
}
