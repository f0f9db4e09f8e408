package vn.nguongoc.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityCommand.AskKey;
import vn.nguongoc.identity.IdentityCommand.IssueKey;
import vn.nguongoc.identity.IdentityCommand.RevokeKey;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent.KeyIssued;
import vn.nguongoc.identity.event.IdentityEvent.KeyRevoked;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** A machine's key: what it opens, for which organisation and until when. */
@Aggregate(type = "api-key")
class ApiKey {
    /** So that a key that nobody remembers does not open doors for ever. */
    static final int MOST_MONTHS = 13;

    @AggregateIdentifier
    private @Nullable KeyId id;

    private @Nullable OrganisationId organisation;
    private List<Duty> duties = List.of();
    private Set<Verb> verbs = Set.of();
    private String digest = "";
    private @Nullable OffsetDateTime expiresAt;
    private boolean revoked;

    /** For Axon, which then replays the events. */
    ApiKey() {}

    @CommandHandler
    ApiKey(IssueKey command, CommandGateway commands) {
        var limit = command.happenedAt().plusMonths(MOST_MONTHS);
        refuseIf(command.expiresAt().isAfter(limit), new IdentityRefusal.KeyLivesTooLong(command.expiresAt(), limit));
        OrganisationCommand.Party party = commands.sendAndWait(new OrganisationCommand.Vouch(command.organisation()));
        for (var duty : command.duties()) {
            refuseIf(
                    !Duties.fit(duty, party.kind()),
                    new IdentityRefusal.DutyNotForKind(duty.code(), command.organisation()));
        }
        apply(new KeyIssued(
                command.key(),
                command.organisation(),
                command.duties(),
                command.verbs(),
                command.digest(),
                command.expiresAt(),
                command.purpose(),
                command.happenedAt()));
    }

    @CommandHandler
    void revoke(RevokeKey command) {
        refuseIf(
                !command.organisation().equals(organisation),
                new LogRefusal.NotFound(command.key().value()));
        refuseIf(revoked, new IdentityRefusal.KeyRevokedBefore());
        apply(new KeyRevoked(command.key(), command.organisation(), command.reason(), command.happenedAt()));
    }

    @CommandHandler
    KeyRights ask(AskKey question) {
        var grants = duties.stream()
                .map(duty -> Grant.of(duty, Objects.requireNonNull(organisation)))
                .toList();
        return new KeyRights(
                new Rights(Objects.requireNonNull(id).value(), null, grants, verbs),
                digest,
                Objects.requireNonNull(expiresAt).toInstant(),
                revoked);
    }

    private static void refuseIf(boolean refused, Refusal refusal) {
        if (refused) {
            throw new Refused(refusal);
        }
    }

    @EventSourcingHandler
    void on(KeyIssued event) {
        id = event.key();
        organisation = event.organisation();
        duties = event.duties();
        verbs = Set.copyOf(event.verbs());
        digest = event.digest();
        expiresAt = event.expiresAt();
    }

    @EventSourcingHandler
    void on(KeyRevoked event) {
        revoked = true;
    }
}
