package vn.nguongoc.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secret keys of one purpose: as configured, or from a {@link SecretFile} that is made when the first is needed. A line
 * is a secret in base 64, the last one is for what is new. A key's id is derived from its secret, so that a secret
 * never stands under another one's id, and a lost one is missed rather than replaced. Secrets are told to nobody: not
 * to the log, not to the record, not in a message.
 */
public final class SecretKeys {
    private static final Logger log = LoggerFactory.getLogger(SecretKeys.class);
    private static final int BYTES = 32;
    private static final int ID_DIGITS = 8;

    private final String name;
    private final @Nullable Path file;
    private volatile List<Key> keys;

    /**
     * Reads them.
     *
     * @param name what one is called; ids are derived under it, so it never changes
     * @param configured in base 64, oldest first; where there are any, no file is read
     * @param file that keeps them otherwise; null where there is no place for one
     * @throws IllegalArgumentException if a line is no base 64; it does not say the line
     */
    public SecretKeys(String name, List<String> configured, @Nullable Path file) {
        this.name = name;
        this.file = configured.isEmpty() ? file : null;
        this.keys = read(this.file == null ? configured : lines(this.file));
    }

    /** @param id eight digits of hex, which may be told */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares these
    public record Key(String id, byte[] secret) {
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /** The first is the oldest. */
    public List<Key> all() {
        return keys;
    }

    /**
     * The one for what is new; where there is none yet, 32 random bytes that are in the file when this returns.
     *
     * @return nothing if there is no place to keep one
     */
    public synchronized Optional<Key> current() {
        if (keys.isEmpty() && file != null) {
            var secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            SecretFile.write(file, Base64.getEncoder().encodeToString(secret) + "\n");
            log.info("The first {} was made in {}. Keep a copy of it apart from the data", name, file);
            keys = read(lines(file));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Key> read(List<String> lines) {
        return lines.stream().map(this::key).toList();
    }

    private Key key(String line) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(line.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a " + name + " is not base 64");
        }
        return new Key(id(secret), secret);
    }

    private String id(byte[] secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("nguongoc " + name + " id\n").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(secret)).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
