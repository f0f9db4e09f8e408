package vn.nguongoc.doors;

import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;
import vn.nguongoc.Api;

/** A browser with a security key in it, which does as it is told: also what no real one would. */
final class SoftAuthenticator {
    static final byte PRESENT = AuthenticatorData.BIT_UP;
    static final byte VERIFIED = AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV;

    private static final ObjectConverter CONVERTER = new ObjectConverter();

    private final KeyPair keys;
    private final byte[] id;

    String origin;
    String site = "localhost";
    byte flags = VERIFIED;
    long counter = 1;

    String owner = "";

    boolean tampers;

    SoftAuthenticator(String origin) throws GeneralSecurityException {
        this.origin = origin;
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        id = sha256(keys.getPublic().getEncoded());
    }

    String id() {
        return text(id);
    }

    /** Makes a passkey, for these options. */
    String made(JsonNode options) throws GeneralSecurityException {
        owner = options.get("user").get("id").stringValue();
        var key = EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256);
        var said = new AuthenticatorData<>(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                (byte) (flags | AuthenticatorData.BIT_AT),
                counter,
                new AttestedCredentialData(AAGUID.ZERO, id, key));
        var attestation = new CBORMapper()
                .writeValueAsBytes(Map.of(
                        "fmt",
                        "none",
                        "attStmt",
                        Map.of(),
                        "authData",
                        new AuthenticatorDataConverter(CONVERTER).convert(said)));
        return answer(Map.of(
                "attestationObject", text(attestation), "clientDataJSON", text(client("webauthn.create", options))));
    }

    /** Signs in by it, for these options. */
    String signed(JsonNode options) throws GeneralSecurityException {
        counter++;
        var said = new AuthenticatorDataConverter(CONVERTER)
                .convert(new AuthenticatorData<>(sha256(site.getBytes(StandardCharsets.UTF_8)), flags, counter));
        var client = client("webauthn.get", options);
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.getPrivate());
        signing.update(said);
        signing.update(sha256(client));
        var signature = signing.sign();
        if (tampers) {
            signature[signature.length - 1] ^= 1;
        }
        return answer(Map.of(
                "authenticatorData",
                text(said),
                "clientDataJSON",
                text(client),
                "signature",
                text(signature),
                "userHandle",
                owner));
    }

    /** Adds itself to the account of who has signed in. */
    Api.Answer addTo(Visit visit) throws GeneralSecurityException {
        var asked = visit.postJson("/account/passkeys/new/challenges", "{}");
        return asked.status() == 200
                ? visit.postJson(
                        "/account/passkeys/new", "{\"name\":\"điện thoại\",\"answer\":" + made(asked.json()) + "}")
                : asked;
    }

    /** Signs its owner in. */
    Api.Answer signIn(Visit visit) throws GeneralSecurityException {
        return visit.postJson(
                "/account/passkeys/sign-ins",
                signed(visit.postJson("/account/passkeys/challenges", "{}").json()));
    }

    private String answer(Map<String, String> response) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id", id(),
                        "rawId", id(),
                        "type", "public-key",
                        "clientExtensionResults", Map.of(),
                        "response", response));
    }

    private byte[] client(String type, JsonNode options) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "type",
                        type,
                        "challenge",
                        options.get("challenge").stringValue(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
