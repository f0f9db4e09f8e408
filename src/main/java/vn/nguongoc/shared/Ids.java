package vn.nguongoc.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** How the ids of things look: a prefix that names the kind, a hyphen, and 80 bits in Crockford's base 32. */
public final class Ids {
    /** Crockford's base 32 in lower case: no i, l, o, u, so that an id can be read aloud. */
    public static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 16;
    private static final Pattern TAIL = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private Ids() {}

    /** @throws IllegalArgumentException if the text is not an id with this prefix */
    public static void require(String prefix, String value) {
        var tail = prefix.length() + 1;
        if (!value.startsWith(prefix + "-")
                || !TAIL.matcher(value.substring(tail)).matches()) {
            throw new Refusal.WrongForm("example", prefix + "-" + "x".repeat(LENGTH));
        }
    }

    /** The {@code nth} id of a kind that one commit creates: the same commit always makes the same ids. */
    static String derive(String prefix, String commitId, int nth) {
        var digest = sha256((commitId + "/" + prefix + "/" + nth).getBytes(StandardCharsets.UTF_8));
        var text = new StringBuilder(prefix).append('-');
        for (int bit = 0; bit < LENGTH * 5; bit += 5) {
            int window = ((digest[bit / 8] & 0xff) << 8) | (digest[bit / 8 + 1] & 0xff);
            text.append(ALPHABET.charAt((window >> (11 - bit % 8)) & 31));
        }
        return text.toString();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
