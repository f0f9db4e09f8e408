package vn.nguongoc.lists;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import vn.nguongoc.shared.Refused;

/**
 * Where a page of a list ended, as it goes to the caller and comes back: base64url of a digest of the query, a check
 * sum, and the place. A place stays where it is whatever is recorded meanwhile, so nothing comes twice and nothing that
 * was there is missed.
 */
public final class Cursor {
    private static final int DIGEST = 6;
    private static final int CHECK = 3;
    private static final int LONGEST = 400;

    private Cursor() {}

    /** @param query that the place belongs to */
    public static String write(String query, String place) {
        var at = place.getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(DIGEST + CHECK + at.length)
                .put(digest(query), 0, DIGEST)
                .put(digest(query + "\n" + place), 0, CHECK)
                .put(at);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Refused if it is no cursor, or that of another query */
    public static String read(String query, String cursor) {
        var bytes = bytes(cursor);
        if (bytes.length < DIGEST + CHECK) {
            throw new Refused(new ListRefusal.CursorUnreadable(cursor));
        }
        if (!Arrays.equals(bytes, 0, DIGEST, digest(query), 0, DIGEST)) {
            throw new Refused(new ListRefusal.CursorOfAnotherQuery());
        }
        var start = DIGEST + CHECK;
        var place = new String(bytes, start, bytes.length - start, StandardCharsets.US_ASCII);
        if (!Arrays.equals(bytes, DIGEST, start, digest(query + "\n" + place), 0, CHECK)) {
            throw new Refused(new ListRefusal.CursorUnreadable(cursor));
        }
        return place;
    }

    private static byte[] bytes(String cursor) {
        try {
            return cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
