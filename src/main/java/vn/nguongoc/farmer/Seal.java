package vn.nguongoc.farmer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: a fresh random nonce of 12 bytes, then what it hides, then a tag of 16 bytes. */
final class Seal {
    static final int KEY_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /** So many random bytes. */
    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** @param about what it is: it opens as nothing else */
    static byte[] close(SecretKey key, byte[] secret, String about) {
        var nonce = random(NONCE_BYTES);
        try {
            var hidden = cipher(Cipher.ENCRYPT_MODE, key, nonce, about).doFinal(secret);
            var closed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, closed, NONCE_BYTES, hidden.length);
            return closed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /** @throws IllegalStateException if it was closed with another key, about something else, or was changed */
    static byte[] open(SecretKey key, byte[] closed, String about) {
        try {
            var nonce = Arrays.copyOf(closed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, about)
                    .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("what was sealed about " + about + " does not open", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
