package vn.nguongoc.view;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.farmer.event.ConsentForm;
import vn.nguongoc.farmer.event.ErasureCause;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentGiven;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentWithdrawn;
import vn.nguongoc.farmer.event.FarmerEvent.RequestAnswered;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Outcome;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.farmer.event.RequestKind;

/**
 * What the record tells of a farmer: nothing of what they are called, which no view holds.
 *
 * @param consents all that were ever given, oldest first
 * @param requests all that were ever made, oldest first
 * @param erased absent while they are not
 * @param lastFact when the last thing was recorded of them
 */
public record ViewOfFarmer(
        FarmerKey id,
        List<Consent> consents,
        List<Request> requests,
        @Nullable Erasure erased,
        OffsetDateTime since,
        OffsetDateTime lastFact)
        implements View {

    /**
     * @param text version of the words that were agreed to, {@code digest} their SHA-256
     * @param by who took it down
     * @param withdrawnAt absent while it stands
     */
    public record Consent(
            Purpose purpose,
            int text,
            String language,
            String digest,
            ConsentForm form,
            String by,
            OffsetDateTime givenAt,
            @Nullable OffsetDateTime withdrawnAt) {}

    /** @param outcome absent while it is open */
    public record Request(
            int number,
            RequestKind kind,
            OffsetDateTime receivedAt,
            LocalDate dueOn,
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable OffsetDateTime answeredAt) {
        public boolean isOpen() {
            return outcome == null;
        }
    }

    public record Erasure(ErasureCause cause, OffsetDateTime at) {}

    public static ViewOfFarmer entered(FarmerKey id, OffsetDateTime at) {
        return new ViewOfFarmer(id, List.of(), List.of(), null, at, at);
    }

    /** Those of them that wait for an answer. */
    public List<Request> open() {
        return requests.stream().filter(Request::isOpen).toList();
    }

    public ViewOfFarmer seen(OffsetDateTime at) {
        return new ViewOfFarmer(id, consents, requests, erased, since, lastFact.isBefore(at) ? at : lastFact);
    }

    public ViewOfFarmer with(ConsentGiven it) {
        var consent = new Consent(
                it.purpose(), it.text(), it.language(), it.digest(), it.form(), it.by(), it.happenedAt(), null);
        return with(OneMore.after(consents, consent), requests).seen(it.happenedAt());
    }

    public ViewOfFarmer with(ConsentWithdrawn event) {
        var all = consents.stream()
                .map(it -> it.purpose() == event.purpose() ? withdrawn(it, event.happenedAt()) : it)
                .toList();
        return with(all, requests).seen(event.happenedAt());
    }

    private static Consent withdrawn(Consent it, OffsetDateTime at) {
        return it.withdrawnAt() != null
                ? it
                : new Consent(
                        it.purpose(), it.text(), it.language(), it.digest(), it.form(), it.by(), it.givenAt(), at);
    }

    public ViewOfFarmer with(Request request) {
        return with(consents, OneMore.after(requests, request)).seen(request.receivedAt());
    }

    public ViewOfFarmer with(RequestAnswered event) {
        return with(
                consents,
                requests.stream()
                        .map(it -> it.number() == event.number()
                                ? answered(it, event.outcome(), event.reason(), event.happenedAt())
                                : it)
                        .toList());
    }

    private static Request answered(Request it, Outcome outcome, @Nullable String reason, OffsetDateTime at) {
        return new Request(it.number(), it.kind(), it.receivedAt(), it.dueOn(), outcome, reason, at);
    }

    /** Whatever they had asked for is done with it. */
    public ViewOfFarmer erased(Erasure erasure) {
        var done = requests.stream()
                .map(it -> it.isOpen() ? answered(it, Outcome.DONE, null, erasure.at()) : it)
                .toList();
        var ended = consents.stream().map(it -> withdrawn(it, erasure.at())).toList();
        return new ViewOfFarmer(id, ended, done, erasure, since, lastFact);
    }

    private ViewOfFarmer with(List<Consent> all, List<Request> asked) {
        return new ViewOfFarmer(id, all, asked, erased, since, lastFact);
    }
}
