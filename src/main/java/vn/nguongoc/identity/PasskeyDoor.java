package vn.nguongoc.identity;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.identity.Handshakes.Purpose;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Passkeys (WebAuthn level 3): a browser is asked, with a challenge that is good once and for it alone, and its answer
 * judged by {@link Authenticators}. The person is always verified by their device, so a passkey is two factors.
 */
@Component
public final class PasskeyDoor {
    /** What each has at most. */
    static final int MOST = 10;

    static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
                    .stream()
                    .map(it -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it))
                    .toList();

    private static final String REQUIRED = "required";
    private static final String PUBLIC_KEY = "public-key";
    private static final String CHALLENGE = "challenge";
    private static final String PERSON = "person";

    private final Authenticators authenticators;
    private final Handshakes handshakes;
    private final Passkeys passkeys;
    private final WaysIn ways;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final RightsNow rights;
    private final Tries tries;
    private final Clock clock;

    PasskeyDoor(
            Authenticators authenticators,
            Handshakes handshakes,
            Passkeys passkeys,
            WaysIn ways,
            SecondFactor factor,
            Sessions sessions,
            RightsNow rights,
            Tries tries,
            Clock clock) {
        this.authenticators = authenticators;
        this.handshakes = handshakes;
        this.passkeys = passkeys;
        this.ways = ways;
        this.factor = factor;
        this.sessions = sessions;
        this.rights = rights;
        this.tries = tries;
        this.clock = clock;
    }

    /** @param browser what the browser that was asked holds until it answers */
    public record Asked(Secret browser, PasskeyOptions options) {}

    /** Whether this service's address has a name, as passkeys need. */
    public boolean areOffered() {
        return authenticators.isNamed();
    }

    /**
     * Asks for whichever passkey there is.
     *
     * @param network where the request comes from
     * @throws Refused if it was asked too often from there and nobody signed in
     */
    public Asked askToSignIn(String network) {
        var site = authenticators.site();
        tries.takeFrom(network);
        var challenge = Secret.fresh().text();
        return new Asked(
                handshakes.begin(Purpose.SIGN_IN_BY_PASSKEY, new Document(CHALLENGE, challenge)),
                new PasskeyOptions.SigningIn(challenge, site.name(), Handshakes.LONGEST.toMillis(), REQUIRED));
    }

    /**
     * Signs in.
     *
     * @param answer of the browser, as WebAuthn writes it in JSON
     * @return the secret of a new session
     * @throws Refused if the answer proves nobody
     */
    public Secret signIn(Secret browser, String answer, String network) {
        var asked = handshakes.take(Purpose.SIGN_IN_BY_PASSKEY, browser).orElseThrow(Authenticators::notAccepted);
        var given = authenticators.read(answer);
        var passkey = passkeys.find(given.id()).orElseThrow(Authenticators::notAccepted);
        var counter = authenticators.counted(given, passkey, asked.getString(CHALLENGE));
        if (!passkeys.use(passkey, counter, clock.instant())) {
            throw Authenticators.notAccepted();
        }
        tries.giveBackTo(network);
        return sessions.begin(passkey.person(), CredentialKind.PASSKEY);
    }

    /** @throws Refused if they have as many as one may */
    public Asked askToAdd(PersonId person) {
        var site = authenticators.site();
        var known = passkeys.of(person);
        if (known.size() >= MOST) {
            throw new Refused(new IdentityRefusal.TooManyPasskeys(MOST));
        }
        var challenge = Secret.fresh().text();
        var code = String.valueOf(rights.of(person).code());
        return new Asked(
                handshakes.begin(
                        Purpose.ADD_PASSKEY, new Document(CHALLENGE, challenge).append(PERSON, person.value())),
                new PasskeyOptions.Adding(
                        challenge,
                        new PasskeyOptions.RelyingParty(site.name(), site.name()),
                        new PasskeyOptions.User(handle(person), code, code),
                        ALGORITHMS.stream()
                                .map(it -> new PasskeyOptions.Algorithm(
                                        PUBLIC_KEY, it.getAlg().getValue()))
                                .toList(),
                        Handshakes.LONGEST.toMillis(),
                        known.stream()
                                .map(it -> new PasskeyOptions.Known(PUBLIC_KEY, it.id()))
                                .toList(),
                        new PasskeyOptions.Selection(REQUIRED, true, REQUIRED),
                        "none"));
    }

    /**
     * Adds a passkey.
     *
     * @param name what they call it
     * @param answer of the browser, as WebAuthn writes it in JSON
     * @throws Refused if it is no good, or is there already
     */
    public void add(PersonId person, Secret browser, String name, String answer) {
        var asked = handshakes
                .take(Purpose.ADD_PASSKEY, browser)
                .filter(it -> it.getString(PERSON).equals(person.value()))
                .orElseThrow(Authenticators::notMade);
        var passkey = authenticators.made(person, name, answer, asked.getString(CHALLENGE), clock.instant());
        passkeys.add(passkey);
        try {
            ways.tellSet(person, CredentialKind.PASSKEY);
        } catch (Refused e) {
            passkeys.take(person, passkey.id()); // who has left meanwhile
            throw e;
        }
    }

    /** @throws Refused if it is not theirs, or the last way in that they have, or the last that is enough */
    public void remove(PersonId person, String id) {
        var passkey = passkeys.take(person, id).orElseThrow(() -> new Refused(new LogRefusal.NotFound(id)));
        try {
            factor.refuseToLeave(person, ways.of(person));
        } catch (Refused e) {
            passkeys.add(passkey);
            throw e;
        }
        ways.tellRemoved(person, CredentialKind.PASSKEY);
    }

    /** By which an authenticator names the person. */
    static String handle(PersonId person) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(person.value().getBytes(StandardCharsets.UTF_8));
    }
}
