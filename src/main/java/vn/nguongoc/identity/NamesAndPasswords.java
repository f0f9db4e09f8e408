package vn.nguongoc.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/** Names and passwords as people give them: right or wrong, and wrong not too often. */
@Component
class NamesAndPasswords {
    private static final Logger log = LoggerFactory.getLogger(NamesAndPasswords.class);

    private final Logins logins;
    private final Passwords passwords;
    private final Tries tries;

    NamesAndPasswords(Logins logins, Passwords passwords, Tries tries) {
        this.logins = logins;
        this.passwords = passwords;
        this.tries = tries;
    }

    /**
     * Who signs in by these.
     *
     * @param network where the request comes from
     * @throws Refused if name or password are wrong, or were too often
     */
    Logins.Login require(String name, String password, String network) {
        var folded = Logins.folded(name);
        tries.take(folded, network);
        var login = logins.named(name);
        if (!passwords.match(password, login.map(Logins.Login::hash).orElse(null))) {
            log.warn("Somebody was refused: wrong name or password"); // neither is written down
            throw new Refused(new IdentityRefusal.WrongNameOrPassword());
        }
        tries.giveBack(folded, network);
        return login.orElseThrow();
    }

    /** Hashes a password that was right anew, if that is as it should be by now. */
    void harden(Logins.Login login, String password) {
        passwords.hardened(password, login.hash()).ifPresent(it -> logins.replace(login, it));
    }

    /**
     * Puts another password in the place of one.
     *
     * @throws Refused if they have none, it is wrong or was too often, or the next one is too easy
     */
    void replace(PersonId person, String now, String next, String network) {
        var name = logins.nameOf(person).orElseThrow(() -> new Refused(new IdentityRefusal.NoPassword()));
        var hash = passwords.hash(name, next); // not to spend a try on what could not be kept
        if (!logins.replace(require(name, now, network), hash)) {
            throw new Refused(new IdentityRefusal.WrongNameOrPassword()); // it has just been changed elsewhere
        }
    }
}
