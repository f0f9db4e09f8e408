package vn.nguongoc.identity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Whoever runs the service signs in by more than a password (OWASP ASVS 5.0, 6.3.3): a passkey, whose device made sure
 * of them, or an issuer, which is trusted to have done so. Nobody else has to.
 */
@Component
@EnableConfigurationProperties(SecondFactorSettings.class)
public final class SecondFactor {
    private final SecondFactorSettings settings;
    private final Sessions sessions;
    private final RightsNow rights;
    private final WaysIn ways;

    SecondFactor(SecondFactorSettings settings, Sessions sessions, RightsNow rights, WaysIn ways) {
        this.settings = settings;
        this.sessions = sessions;
        this.rights = rights;
        this.ways = ways;
    }

    /** Whether the owner of this session has to show more before they do what their duties are. */
    public boolean isMissing(Secret session) {
        return sessions.of(session)
                .filter(it -> isMissing(session, rights.of(it)))
                .isPresent();
    }

    /** @param owner what the owner of this session may do */
    public boolean isMissing(Secret session, Rights owner) {
        return isNeeded(owner)
                && sessions.find(session)
                        .filter(it -> it.by() == CredentialKind.PASSWORD)
                        .isPresent();
    }

    private boolean isNeeded(Rights of) {
        return settings.secondFactor() == SecondFactorSettings.Need.REQUIRED && of.has(Duty.ADMINISTRATOR);
    }

    /**
     * Whose session this is, if they may change how they sign in. A password alone is enough for who has nothing else
     * yet: otherwise whoever found it would add a passkey of their own.
     *
     * @throws Refused if nobody has signed in, too long ago, or by less than they have
     */
    public PersonId whoMayChange(Secret session) {
        var person = sessions.ofFresh(session);
        if (isMissing(session, rights.of(person)) && ways.of(person).hasMore()) {
            throw new Refused(new IdentityRefusal.MoreThanAPassword());
        }
        return person;
    }

    /**
     * Judges what somebody would have left.
     *
     * @throws Refused if they could not sign in any more, or not by enough
     */
    void refuseToLeave(PersonId person, WaysIn.Ways left) {
        if (left.isEmpty()) {
            throw new Refused(new IdentityRefusal.LastWayIn());
        }
        if (isNeeded(rights.of(person)) && !left.hasMore()) {
            throw new Refused(new IdentityRefusal.LastSecondFactor());
        }
    }
}
