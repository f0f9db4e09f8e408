package vn.nguongoc.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.identity.IdentityCommand.EnterPerson;
import vn.nguongoc.identity.IdentityCommand.GrantDuty;
import vn.nguongoc.identity.IdentityCommand.Invite;
import vn.nguongoc.identity.IdentityCommand.IssueKey;
import vn.nguongoc.identity.IdentityCommand.Leave;
import vn.nguongoc.identity.IdentityCommand.RevokeKey;
import vn.nguongoc.identity.IdentityCommand.WithdrawDuty;
import vn.nguongoc.identity.event.Grant;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;

/** Lets people in and sees them out: the facts go to the log, what proves who they are stays beside it. */
@Component
public final class People {
    private static final String FIRST = "first administrator";
    private static final String FIRST_CODE = "QT-1";

    private final Recorder recorder;
    private final Invitations invitations;
    private final Logins logins;
    private final Links links;
    private final Passwords passwords;
    private final Sessions sessions;
    private final WaysIn ways;
    private final RightsNow rights;
    private final Clock clock;

    People(
            Recorder recorder,
            Invitations invitations,
            Logins logins,
            Links links,
            Passwords passwords,
            Sessions sessions,
            WaysIn ways,
            RightsNow rights,
            Clock clock) {
        this.recorder = recorder;
        this.invitations = invitations;
        this.logins = logins;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.ways = ways;
        this.rights = rights;
        this.clock = clock;
    }

    /** @param invitation to choose a name and a password with, shown once */
    public record Entered(Receipt receipt, Secret invitation) {}

    /** @param text the whole key, shown once */
    public record Issued(Receipt receipt, String text) {
        @Override
        public String toString() {
            return "Issued[" + receipt + "]";
        }
    }

    /** @throws Refused if a rule said no */
    public Entered enter(Stamp stamp, EnterPerson command) {
        var receipt = recorder.record(stamp, command);
        return new Entered(receipt, invitations.invite(command.person()));
    }

    /**
     * While nobody at all can sign in, there is one administrator, the same at every start and in every process; this
     * is an invitation for whoever runs the service.
     *
     * @return nothing once somebody can sign in
     */
    public Optional<Secret> inviteFirst() {
        if (!logins.areEmpty() || !links.areEmpty()) {
            return Optional.empty();
        }
        var stamp = Stamp.of(FIRST, FIRST, new byte[0], FIRST);
        var person = PersonId.of(stamp);
        recorder.carryOut(stamp, new EnterPerson(person, FIRST_CODE, Grant.administrator(), now()));
        return Optional.of(invitations.invite(person));
    }

    /**
     * Another invitation for who lost the first, or their password.
     *
     * @throws Refused if a rule said no
     */
    public Entered invite(Stamp stamp, Invite command) {
        var receipt = recorder.record(stamp, command);
        return new Entered(receipt, invitations.invite(command.person()));
    }

    /**
     * Takes an invitation: the name and the password are theirs from now on.
     *
     * @return whose they are
     * @throws Refused if the invitation is no good, the name is taken, or the password too easy
     */
    public PersonId join(Secret invitation, String name, String password) {
        refuseIfNoGood(invitation);
        var hash = passwords.hash(name, password);
        return join(invitation, CredentialKind.PASSWORD, person -> logins.set(name, new Logins.Login(person, hash)));
    }

    /**
     * Takes an invitation: an issuer says who they are from now on.
     *
     * @return whom it invited
     * @throws Refused if the invitation is no good, or the subject is somebody else
     */
    PersonId join(Secret invitation, Subject subject) {
        refuseIfNoGood(invitation);
        return join(invitation, CredentialKind.ISSUER, person -> links.set(subject, person));
    }

    /** Whose last duty ended since they were invited is invited no more. */
    private void refuseIfNoGood(Secret invitation) {
        if (rights.of(invitations.read(invitation)).grants().isEmpty()) {
            throw new Refused(new IdentityRefusal.InvitationNotValid());
        }
    }

    /** Whoever was invited again begins anew: what they lost may be with somebody else. */
    private PersonId join(Secret invitation, CredentialKind kind, Consumer<PersonId> set) {
        var taken = invitations.take(invitation);
        var person = taken.person();
        try {
            set.accept(person);
        } catch (Refused e) {
            invitations.putBack(invitation, taken);
            throw e;
        }
        ways.eraseOthers(person, kind);
        sessions.endAll(person);
        ways.tellSet(person, kind);
        return person;
    }

    /** @throws Refused if a rule said no */
    public Receipt grant(Stamp stamp, GrantDuty command) {
        var receipt = recorder.record(stamp, command);
        rights.forget(command.person());
        return receipt;
    }

    /** @throws Refused if a rule said no */
    public Receipt withdraw(Stamp stamp, WithdrawDuty command) {
        var receipt = recorder.record(stamp, command);
        rights.forget(command.person());
        return receipt;
    }

    /**
     * All that they signed in by is erased, and every browser is signed out.
     *
     * @throws Refused if a rule said no
     */
    public Receipt leave(Stamp stamp, Leave command) {
        var receipt = recorder.record(stamp, command);
        rights.forget(command.person());
        ways.erase(command.person());
        sessions.endAll(command.person());
        return receipt;
    }

    /** @throws Refused if a rule said no, or this was asked before: a key is shown once */
    public Issued issue(Stamp stamp, Function<String, IssueKey> command) {
        var secret = Secret.fresh();
        var issuing = command.apply(secret.digest());
        var receipt = recorder.record(stamp, issuing);
        if (!rights.isDigestOf(issuing.key(), secret.digest())) {
            throw new Refused(new IdentityRefusal.KeyShownOnce(issuing.key()));
        }
        return new Issued(receipt, Door.text(issuing.key(), secret));
    }

    /** @throws Refused if a rule said no */
    public Receipt revoke(Stamp stamp, RevokeKey command) {
        var receipt = recorder.record(stamp, command);
        rights.forget(command.key());
        return receipt;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(Vietnam.OFFSET);
    }
}
