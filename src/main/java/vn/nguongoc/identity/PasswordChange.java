package vn.nguongoc.identity;

import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/** Another password (OWASP ASVS 5.0, 6.2.2, 6.2.3): whoever signed in elsewhere with the one before is signed out. */
@Component
public final class PasswordChange {
    private final NamesAndPasswords known;
    private final Sessions sessions;
    private final WaysIn ways;

    PasswordChange(NamesAndPasswords known, Sessions sessions, WaysIn ways) {
        this.known = known;
        this.sessions = sessions;
        this.ways = ways;
    }

    /**
     * @param here the session of whoever asks, which goes on
     * @param person whose it is
     * @param now the password that they have, since the phone may be with somebody else by now
     * @param network where the request comes from
     * @throws Refused if they have none, it is wrong or was too often, or the next one is too easy
     */
    public void change(Secret here, PersonId person, String now, String next, String network) {
        known.replace(person, now, next, network);
        sessions.endBeside(here, null);
        ways.tellSet(person, CredentialKind.PASSWORD);
    }
}
