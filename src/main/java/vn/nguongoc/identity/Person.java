package vn.nguongoc.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.IdentityCommand.AskPerson;
import vn.nguongoc.identity.IdentityCommand.EnterPerson;
import vn.nguongoc.identity.IdentityCommand.GrantDuty;
import vn.nguongoc.identity.IdentityCommand.Invite;
import vn.nguongoc.identity.IdentityCommand.Leave;
import vn.nguongoc.identity.IdentityCommand.RemoveCredential;
import vn.nguongoc.identity.IdentityCommand.SetCredential;
import vn.nguongoc.identity.IdentityCommand.WithdrawDuty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent.CredentialRemoved;
import vn.nguongoc.identity.event.IdentityEvent.CredentialSet;
import vn.nguongoc.identity.event.IdentityEvent.DutyGranted;
import vn.nguongoc.identity.event.IdentityEvent.DutyWithdrawn;
import vn.nguongoc.identity.event.IdentityEvent.PersonEntered;
import vn.nguongoc.identity.event.IdentityEvent.PersonInvited;
import vn.nguongoc.identity.event.IdentityEvent.PersonLeft;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** Somebody who signs in: what they may do, and for whom. */
@Aggregate(type = "person", snapshotTriggerDefinition = "everyFiftyEvents")
class Person {
    @AggregateIdentifier
    private @Nullable PersonId id;

    private String code = "";
    private List<Grant> grants = new ArrayList<>();
    private boolean left;

    /** For Axon, which then replays the events. */
    Person() {}

    @CommandHandler
    Person(EnterPerson command, CommandGateway commands) {
        refuseUnknown(command.grant(), commands);
        apply(new PersonEntered(command.person(), command.code(), command.happenedAt()));
        apply(new DutyGranted(command.person(), command.grant(), command.happenedAt()));
    }

    @CommandHandler
    void grant(GrantDuty command, CommandGateway commands) {
        refuseIf(left, new IdentityRefusal.HasLeft());
        refuseIf(
                grants.contains(command.grant()),
                new IdentityRefusal.HasThatDuty(command.grant().duty().code()));
        refuseUnknown(command.grant(), commands);
        apply(new DutyGranted(command.person(), command.grant(), command.happenedAt()));
    }

    @CommandHandler
    void withdraw(WithdrawDuty command) {
        refuseIf(
                !grants.contains(command.grant()),
                new IdentityRefusal.HasNotThatDuty(command.grant().duty().code()));
        apply(new DutyWithdrawn(command.person(), command.grant(), command.reason(), command.happenedAt()));
    }

    @CommandHandler
    void invite(Invite command) {
        refuseIf(left, new IdentityRefusal.HasLeft());
        var by = command.organisation();
        if (by != null) {
            refuseIf(grants.stream().noneMatch(it -> by.equals(it.organisation())), notFound(command.person()));
            refuseIf(
                    !grants.stream().allMatch(it -> by.equals(it.organisation())),
                    new IdentityRefusal.WorksElsewhereToo());
        }
        apply(new PersonInvited(command.person(), command.happenedAt()));
    }

    private static Refusal notFound(PersonId person) {
        return new LogRefusal.NotFound(person.value());
    }

    @CommandHandler
    void setCredential(SetCredential command) {
        refuseIf(left, new IdentityRefusal.HasLeft());
        apply(new CredentialSet(command.person(), command.kind(), command.happenedAt()));
    }

    @CommandHandler
    void removeCredential(RemoveCredential command) {
        refuseIf(left, new IdentityRefusal.HasLeft());
        apply(new CredentialRemoved(command.person(), command.kind(), command.happenedAt()));
    }

    @CommandHandler
    void leave(Leave command) {
        refuseIf(left, new IdentityRefusal.HasLeft());
        apply(new PersonLeft(command.person(), command.reason(), command.happenedAt()));
    }

    @CommandHandler
    Rights ask(AskPerson question) {
        return Rights.ofPerson(Objects.requireNonNull(id).value(), code, grants);
    }

    private static void refuseUnknown(Grant grant, CommandGateway commands) {
        var organisation = grant.organisation();
        if (organisation != null) {
            OrganisationCommand.Party party = commands.sendAndWait(new OrganisationCommand.Vouch(organisation));
            refuseIf(
                    !Duties.fit(grant.duty(), party.kind()),
                    new IdentityRefusal.DutyNotForKind(grant.duty().code(), organisation));
        }
    }

    private static void refuseIf(boolean refused, Refusal refusal) {
        if (refused) {
            throw new Refused(refusal);
        }
    }

    @EventSourcingHandler
    void on(PersonEntered event) {
        id = event.person();
        code = event.code();
    }

    @EventSourcingHandler
    void on(DutyGranted event) {
        grants.add(event.grant());
    }

    @EventSourcingHandler
    void on(DutyWithdrawn event) {
        grants.remove(event.grant());
    }

    @EventSourcingHandler
    void on(PersonLeft event) {
        left = true;
        grants.clear();
    }
}
