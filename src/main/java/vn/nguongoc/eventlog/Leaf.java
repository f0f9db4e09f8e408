package vn.nguongoc.eventlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The RFC 6962 leaf hash of an entry: SHA-256 over a zero byte and the entry's bytes. */
final class Leaf {
    private static final byte PREFIX = 0x00;

    private Leaf() {}

    static byte[] hash(byte[] entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(PREFIX);
            return digest.digest(entry);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
