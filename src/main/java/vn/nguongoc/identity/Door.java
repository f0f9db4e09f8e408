package vn.nguongoc.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/** Where people and machines come in: what they show, and what they may do then. */
@Component
public final class Door {
    /** How a machine's key looks: {@code ngk_}, its id without its first part, and its secret. */
    private static final Pattern KEY = Pattern.compile("ngk_([0-9a-z]{16})_([A-Za-z0-9_-]{43})");

    private static final String KEYS_BEGIN = "ngk_";

    private final NamesAndPasswords known;
    private final AccessTokens tokens;
    private final Links links;
    private final Sessions sessions;
    private final RightsNow rights;
    private final Clock clock;

    Door(NamesAndPasswords known, AccessTokens tokens, Links links, Sessions sessions, RightsNow rights, Clock clock) {
        this.known = known;
        this.tokens = tokens;
        this.links = links;
        this.sessions = sessions;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Signs in.
     *
     * @param network where the request comes from
     * @return the secret of a new session
     * @throws Refused if name or password are wrong, or were too often
     */
    public Secret signIn(String name, String password, String network) {
        var found = known.require(name, password, network);
        known.harden(found, password);
        return sessions.begin(found.person(), CredentialKind.PASSWORD);
    }

    /** What the owner of this session may do; nothing if there is none. */
    public Optional<Rights> bySession(Secret session) {
        return sessions.of(session).map(rights::of);
    }

    /**
     * What whoever sends this may do: a key of ours, or an access token of the issuer's.
     *
     * @return nothing if it is no good
     * @throws Refused if the issuer has to be asked and does not answer, or names nobody here
     */
    public Optional<Rights> byBearer(String text) {
        return text.startsWith(KEYS_BEGIN)
                ? byKey(text)
                : tokens.subject(text)
                        .map(it ->
                                links.person(it).orElseThrow(() -> new Refused(new IdentityRefusal.SubjectUnknown())))
                        .map(rights::of);
    }

    /** What this key opens; nothing if it is none, revoked, or too old. */
    private Optional<Rights> byKey(String text) {
        var parts = KEY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var digest = new Secret(parts.group(2)).digest();
        return key(parts.group(1))
                .flatMap(rights::of)
                .filter(it -> it.opens(digest, clock.instant()))
                .map(KeyRights::rights);
    }

    /**
     * What whoever has this id, of a person or of a key, may do now; nothing if there is nobody, or the key is no good.
     */
    public Optional<Rights> of(String actor) {
        if (actor.startsWith(PersonId.PREFIX + "-")) {
            return Optional.of(rights.of(new PersonId(actor)));
        }
        return Optional.of(actor)
                .filter(it -> it.startsWith(KeyId.PREFIX + "-"))
                .flatMap(it -> rights.of(new KeyId(it)))
                .filter(it -> it.isGood(clock.instant()))
                .map(KeyRights::rights);
    }

    private static Optional<KeyId> key(String tail) {
        try {
            return Optional.of(new KeyId(KeyId.PREFIX + "-" + tail));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String text(KeyId key, Secret secret) {
        return KEYS_BEGIN + key.value().substring(KeyId.PREFIX.length() + 1) + "_" + secret.text();
    }
}
