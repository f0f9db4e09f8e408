package vn.nguongoc.identity;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.Passkeys.Passkey;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.PublicAddress;

/**
 * Judges what authenticators sign (WebAuthn level 3, sections 7.1 and 7.2; webauthn4j does it): for this service's
 * origin, over the challenge that was asked, by a device that made sure of the person. Which make of device it is is
 * not asked for.
 */
@Component
final class Authenticators {
    private static final Logger log = LoggerFactory.getLogger(Authenticators.class);

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final PublicAddress address;

    Authenticators(PublicAddress address) {
        this.address = address;
    }

    /**
     * Where passkeys are good.
     *
     * @param name of the host, which they are bound to
     */
    record Site(Origin origin, String name) {}

    /** Whether this service's address has a name. */
    boolean isNamed() {
        var host = URI.create(address.base()).getHost();
        return host != null && !host.startsWith("[") && !host.matches("[0-9.]+");
    }

    /** @throws Refused if this service's address has no name */
    Site site() {
        if (!isNamed()) {
            throw new Refused(new IdentityRefusal.PasskeysNeedAName());
        }
        var base = URI.create(address.base());
        var host = base.getHost();
        return new Site(Origin.create(base.getScheme() + "://" + base.getRawAuthority()), host);
    }

    /** An answer that was read and is not judged yet. */
    record Given(String id, AuthenticationData data) {}

    /** @throws Refused if it is none */
    Given read(String answer) {
        var data = accepted(() -> webauthn.parseAuthenticationResponseJSON(answer), Authenticators::notAccepted);
        var id = data.getCredentialId();
        if (id == null) {
            throw notAccepted();
        }
        return new Given(TEXT.encodeToString(id), data);
    }

    /**
     * How far this passkey's signatures are counted with this answer.
     *
     * @throws Refused if the answer does not prove its owner
     */
    long counted(Given given, Passkey passkey, String challenge) {
        var owner = passkey.person().value().getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(owner, given.data().getUserHandle())) {
            throw notAccepted();
        }
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.synced(),
                false,
                passkey.counter(),
                keys.convert(passkey.key().getData()),
                null,
                null,
                null,
                Set.of());
        var asked = new AuthenticationParameters(server(challenge), record, null, true, true);
        accepted(() -> verified(given, asked, passkey), Authenticators::notAccepted);
        return record.getCounter();
    }

    private AuthenticationData verified(Given given, AuthenticationParameters asked, Passkey passkey) {
        try {
            return webauthn.verify(given.data(), asked);
        } catch (MaliciousCounterValueException e) {
            log.warn("A passkey of {} did not count on: there may be a copy of it", passkey.person());
            throw e;
        }
    }

    /** @throws Refused if the answer is no good */
    Passkey made(PersonId person, String name, String answer, String challenge, Instant now) {
        var asked = new RegistrationParameters(server(challenge), PasskeyDoor.ALGORITHMS, true, true);
        var data = accepted(() -> webauthn.verifyRegistrationResponseJSON(answer, asked), Authenticators::notMade);
        var attested = data.getAttestationObject();
        var key = attested == null ? null : attested.getAuthenticatorData().getAttestedCredentialData();
        if (attested == null || key == null) {
            throw notMade();
        }
        var said = attested.getAuthenticatorData();
        return new Passkey(
                TEXT.encodeToString(key.getCredentialId()),
                person,
                name,
                new Binary(keys.convert(key)),
                said.getSignCount(),
                said.isFlagBE(),
                now,
                null);
    }

    private ServerProperty server(String challenge) {
        var site = site();
        return ServerProperty.builder()
                .origin(site.origin())
                .rpId(site.name())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static <T> T accepted(Supplier<T> judging, Supplier<Refused> otherwise) {
        try {
            return judging.get();
        } catch (RuntimeException e) { // of the library's: its own, and for what is missing any
            log.debug("Not accepted", e);
            throw otherwise.get();
        }
    }

    static Refused notAccepted() {
        return new Refused(new IdentityRefusal.PasskeyNotAccepted());
    }

    static Refused notMade() {
        return new Refused(new IdentityRefusal.PasskeyNotMade());
    }
}
