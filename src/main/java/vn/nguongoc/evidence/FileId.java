package vn.nguongoc.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.nguongoc.shared.Refusal;

/** A file by what is in it: {@code sha256-} and the digest of what is stored, in hex. */
public record FileId(@JsonValue String value) {
    private static final String PREFIX = "sha256-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the text is not such an id */
    @JsonCreator
    public FileId {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal.WrongForm("example", PREFIX + "…");
        }
    }

    static FileId of(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new FileId(PREFIX + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
