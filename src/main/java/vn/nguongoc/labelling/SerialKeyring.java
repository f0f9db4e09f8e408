package vn.nguongoc.labelling;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.SerialKey;
import vn.nguongoc.label.SerialKeys;
import vn.nguongoc.mongo.SecretFile;
import vn.nguongoc.mongo.StoreServer;
import vn.nguongoc.shared.Refused;

/**
 * The keys of serials: as configured, or from the file {@value #FILE} beside the data of an embedded server, which is
 * made when the first run of units is ordered. A line is a secret in base 64; the last one is for new runs. A key's id
 * is derived from its secret, so a secret never stands under another one's id, and a lost one is missed rather than
 * replaced. Secrets are told to nobody: not to the log, not to the record, not in a message.
 */
@Component
@EnableConfigurationProperties(SerialSettings.class)
final class SerialKeyring implements Keyring {
    static final String FILE = "serial-keys";

    private static final Logger log = LoggerFactory.getLogger(SerialKeyring.class);
    private static final int SECRET_BYTES = 32;
    private static final int ID_DIGITS = 8;
    private static final String ID_PURPOSE = "nguongoc serial key id\n";

    private final @Nullable Path file;
    private volatile SerialKeys keys;

    SerialKeyring(SerialSettings settings, StoreServer server) {
        this.file = settings.keys().isEmpty()
                ? server.directory().map(it -> it.resolve(FILE)).orElse(null)
                : null;
        this.keys = read(file == null ? settings.keys() : lines(file));
    }

    @Override
    public SerialKeys keys() {
        return keys;
    }

    @Override
    public synchronized SerialKey current() {
        return keys.current().orElseGet(this::first);
    }

    private SerialKey first() {
        if (file == null) {
            throw new Refused(new LabellingRefusal.NoSerialKey());
        }
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        SecretFile.write(file, Base64.getEncoder().encodeToString(secret) + "\n");
        keys = read(lines(file));
        log.info("A key for serials was made in {}. Keep a copy of it: without it no serial is known", file);
        return keys.current().orElseThrow();
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

    private static SerialKeys read(List<String> secrets) {
        return new SerialKeys(secrets.stream().map(SerialKeyring::key).toList());
    }

    /** What is wrong with a secret is told without the secret. */
    private static SerialKey key(String line) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(line.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key of serials is not base 64");
        }
        return new SerialKey(id(secret), secret);
    }

    private static String id(byte[] secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ID_PURPOSE.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(secret)).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
