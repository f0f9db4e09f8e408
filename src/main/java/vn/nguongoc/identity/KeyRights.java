package vn.nguongoc.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * What a key opens, and for whom.
 *
 * @param digest SHA-256 of its secret, in hex
 * @param expiresAt after which it opens nothing
 * @param revoked whether it was taken back
 */
public record KeyRights(Rights rights, String digest, Instant expiresAt, boolean revoked) {

    /** Whether this secret's digest is its own and it is still good; takes as long whichever digit is wrong. */
    boolean opens(String otherDigest, Instant now) {
        var same = MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), otherDigest.getBytes(StandardCharsets.US_ASCII));
        return same && isGood(now);
    }

    boolean isGood(Instant now) {
        return !revoked && now.isBefore(expiresAt);
    }
}
