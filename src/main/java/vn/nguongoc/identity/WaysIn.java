package vn.nguongoc.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Recorder;
import vn.nguongoc.identity.IdentityCommand.RemoveCredential;
import vn.nguongoc.identity.IdentityCommand.SetCredential;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Stamp;
import vn.nguongoc.shared.Vietnam;

/** How each person can sign in: what proves them lies beside the log, that it was set or removed is told in it. */
@Component
public final class WaysIn {
    private final Logins logins;
    private final Passkeys passkeys;
    private final Links links;
    private final Recorder recorder;
    private final Clock clock;

    WaysIn(Logins logins, Passkeys passkeys, Links links, Recorder recorder, Clock clock) {
        this.logins = logins;
        this.passkeys = passkeys;
        this.links = links;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** @param issuer whether an issuer's subject is theirs */
    public record Ways(boolean password, List<NamedPasskey> passkeys, boolean issuer) {
        boolean isEmpty() {
            return !password && !hasMore();
        }

        /** Whether there is one beside a password. */
        public boolean hasMore() {
            return issuer || !passkeys.isEmpty();
        }
    }

    /**
     * @param name what its owner calls it
     * @param used on which day somebody last signed in by it; null if never
     */
    public record NamedPasskey(
            String id,
            String name,
            LocalDate added,
            @Nullable LocalDate used) {
        static NamedPasskey of(Passkeys.Passkey it) {
            return new NamedPasskey(it.id(), it.name(), day(it.added()), it.used() == null ? null : day(it.used()));
        }

        private static LocalDate day(Instant time) {
            return Vietnam.day(time.atOffset(Vietnam.OFFSET));
        }
    }

    /** Those of one person. */
    public Ways of(PersonId person) {
        return new Ways(
                logins.has(person),
                passkeys.of(person).stream().map(NamedPasskey::of).toList(),
                links.has(person));
    }

    /** So that nothing that was ever theirs signs anybody in. */
    void erase(PersonId person) {
        logins.erase(person);
        passkeys.erase(person);
        links.erase(person);
    }

    void eraseOthers(PersonId person, CredentialKind than) {
        passkeys.erase(person);
        if (than != CredentialKind.PASSWORD) {
            logins.erase(person);
        }
        if (than != CredentialKind.ISSUER) {
            links.erase(person);
        }
    }

    void tellSet(PersonId person, CredentialKind kind) {
        recorder.carryOut(stamp(person), new SetCredential(person, kind, now()));
    }

    void tellRemoved(PersonId person, CredentialKind kind) {
        recorder.carryOut(stamp(person), new RemoveCredential(person, kind, now()));
    }

    /** Each is a commit of its own: nobody asks for one of them twice by the same key. */
    private static Stamp stamp(PersonId person) {
        return Stamp.of(person.value(), "way in " + Secret.fresh().digest(), new byte[0], person.value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(Vietnam.OFFSET);
    }
}
