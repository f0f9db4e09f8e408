package vn.nguongoc.identity.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.shared.OrganisationId;

/** What happened to people and keys. Who did it is told by the event's metadata, as of every event. */
public sealed interface IdentityEvent {
    OffsetDateTime happenedAt();

    /** What happened to a person. */
    sealed interface PersonEvent extends IdentityEvent {
        PersonId person();
    }

    /** What happened to a key. */
    sealed interface KeyEvent extends IdentityEvent {
        KeyId key();
    }

    /** @param code what the record calls them: a code, never a name */
    @EventName("person.entered")
    record PersonEntered(PersonId person, String code, OffsetDateTime happenedAt) implements PersonEvent {}

    @EventName("person.duty-granted")
    record DutyGranted(PersonId person, Grant grant, OffsetDateTime happenedAt) implements PersonEvent {}

    @EventName("person.duty-withdrawn")
    record DutyWithdrawn(PersonId person, Grant grant, String reason, OffsetDateTime happenedAt)
            implements PersonEvent {}

    /** May choose a name and a password again. */
    @EventName("person.invited")
    record PersonInvited(PersonId person, OffsetDateTime happenedAt) implements PersonEvent {}

    /** A way to sign in was set or replaced; what it is is told to nobody. */
    @EventName("person.credential-set")
    record CredentialSet(PersonId person, CredentialKind kind, OffsetDateTime happenedAt) implements PersonEvent {}

    /** A way to sign in was taken away. */
    @EventName("person.credential-removed")
    record CredentialRemoved(PersonId person, CredentialKind kind, OffsetDateTime happenedAt) implements PersonEvent {}

    /** Is let in no more, and every duty ended; what they recorded stays. */
    @EventName("person.left")
    record PersonLeft(PersonId person, String reason, OffsetDateTime happenedAt) implements PersonEvent {}

    /**
     * @param duties what it may do for the organisation, sorted
     * @param digest SHA-256 of the secret in hex; the secret is 256 random bits, so that nobody finds it by trying
     * @param expiresAt after which it opens nothing
     * @param purpose what it is for, in the words of whoever asked for it
     */
    @EventName("api-key.issued")
    record KeyIssued(
            KeyId key,
            OrganisationId organisation,
            List<Duty> duties,
            List<Verb> verbs,
            String digest,
            OffsetDateTime expiresAt,
            @Nullable String purpose,
            OffsetDateTime happenedAt)
            implements KeyEvent {
        public KeyIssued {
            duties = duties.stream().distinct().sorted().toList();
            verbs = verbs.stream().distinct().sorted().toList();
        }
    }

    /** @param reason why, for whoever looks later */
    @EventName("api-key.revoked")
    record KeyRevoked(KeyId key, OrganisationId organisation, String reason, OffsetDateTime happenedAt)
            implements KeyEvent {}

    /** A way to prove who one is. */
    enum CredentialKind {
        @JsonProperty("password")
        PASSWORD,
        @JsonProperty("passkey")
        PASSKEY,
        /** Somebody else's service says who they are: OpenID Connect. */
        @JsonProperty("issuer")
        ISSUER
    }
}
