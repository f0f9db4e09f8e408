package vn.nguongoc.identity;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.shared.OrganisationId;

/** What can be asked of people and keys. Whether the one who asks may is decided before it comes here. */
public sealed interface IdentityCommand {

    /** Enter somebody, with a first duty. */
    record EnterPerson(@TargetAggregateIdentifier PersonId person, String code, Grant grant, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    record GrantDuty(@TargetAggregateIdentifier PersonId person, Grant grant, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    record WithdrawDuty(
            @TargetAggregateIdentifier PersonId person, Grant grant, String reason, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /**
     * Let them choose a name and a password again.
     *
     * @param organisation in whose name it is asked, for who works for it alone; null if the service's
     */
    record Invite(
            @TargetAggregateIdentifier PersonId person,
            @Nullable OrganisationId organisation,
            OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /** Say that a way to sign in was set; the way itself is kept elsewhere. */
    record SetCredential(@TargetAggregateIdentifier PersonId person, CredentialKind kind, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /** Say that a way to sign in was taken away. */
    record RemoveCredential(@TargetAggregateIdentifier PersonId person, CredentialKind kind, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /** End all duties and let them in no more. */
    record Leave(@TargetAggregateIdentifier PersonId person, String reason, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /** @param digest SHA-256 of its secret, in hex */
    record IssueKey(
            @TargetAggregateIdentifier KeyId key,
            OrganisationId organisation,
            List<Duty> duties,
            List<Verb> verbs,
            String digest,
            OffsetDateTime expiresAt,
            @Nullable String purpose,
            OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /** @param organisation whose key it is; another one's is not found */
    record RevokeKey(
            @TargetAggregateIdentifier KeyId key, OrganisationId organisation, String reason, OffsetDateTime happenedAt)
            implements IdentityCommand {}

    /** Say what this person may do: changes nothing and answers with {@link Rights}. */
    record AskPerson(@TargetAggregateIdentifier PersonId person) implements IdentityCommand {}

    /** Say what this key opens: changes nothing and answers with {@link KeyRights}. */
    record AskKey(@TargetAggregateIdentifier KeyId key) implements IdentityCommand {}
}
