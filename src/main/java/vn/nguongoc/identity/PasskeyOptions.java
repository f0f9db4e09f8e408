package vn.nguongoc.identity;

import java.util.List;

/** What a browser is told before it asks for a passkey, in the words of WebAuthn (level 3, section 5.1). */
public sealed interface PasskeyOptions {
    /** Bytes in base64url that the answer is signed over. */
    String challenge();

    /** To sign in by whichever of its passkeys for this service the person picks. */
    record SigningIn(String challenge, String rpId, long timeout, String userVerification) implements PasskeyOptions {}

    /** To make a new one, which is found without a name. */
    record Adding(
            String challenge,
            RelyingParty rp,
            User user,
            List<Algorithm> pubKeyCredParams,
            long timeout,
            List<Known> excludeCredentials,
            Selection authenticatorSelection,
            String attestation)
            implements PasskeyOptions {}

    /** This service. */
    record RelyingParty(String id, String name) {}

    /** @param id of the person in base64url; {@code name} is their code in the record */
    record User(String id, String name, String displayName) {}

    /** @param alg number of a signature algorithm in COSE */
    record Algorithm(String type, long alg) {}

    /** A passkey that the person has. */
    record Known(String type, String id) {}

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}
}
