package vn.nguongoc.farmer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.mongo.SecretFile;
import vn.nguongoc.mongo.StoreServer;
import vn.nguongoc.shared.Refused;

/**
 * What people's keys are wrapped with: as configured, or from the file {@value #FILE} beside the data of an embedded
 * server, which is made when the first person is entered. A line is 32 random bytes in base 64; the last one is for new
 * people. An id is derived from its key, so that a lost one is missed and never replaced by another.
 */
@Component
@EnableConfigurationProperties(FarmerSettings.class)
class MasterKeys {
    static final String FILE = "personal-keys";

    private static final Logger log = LoggerFactory.getLogger(MasterKeys.class);
    private static final int ID_DIGITS = 8;
    private static final String ID_PURPOSE = "nguongoc master key id\n";

    private final @Nullable Path file;
    private volatile List<Master> keys;

    @Autowired
    MasterKeys(FarmerSettings settings, StoreServer server) {
        this(settings, server.directory().orElse(null));
    }

    MasterKeys(FarmerSettings settings, @Nullable Path directory) {
        this.file = settings.masterKeys().isEmpty() && directory != null ? directory.resolve(FILE) : null;
        this.keys = read(file == null ? settings.masterKeys() : lines(file));
    }

    /** @param id that what was wrapped with it remembers */
    record Master(String id, SecretKey key) {
        @Override
        public String toString() {
            return "Master[" + id + "]";
        }
    }

    Optional<Master> named(String id) {
        return keys.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** @throws Refused if there is none and no place to keep one */
    synchronized Master current() {
        if (keys.isEmpty()) {
            keys = first();
        }
        return keys.getLast();
    }

    private List<Master> first() {
        if (file == null) {
            throw new Refused(new FarmerRefusal.NoMasterKey());
        }
        SecretFile.write(file, Base64.getEncoder().encodeToString(Seal.random(Seal.KEY_BYTES)) + "\n");
        log.info("A key for what is known of people was made in {}. Keep a copy of it apart from the data", file);
        return read(lines(file));
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

    private static List<Master> read(List<String> secrets) {
        return secrets.stream().map(MasterKeys::master).toList();
    }

    /** What is wrong with a key is told without the key. */
    private static Master master(String line) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(line.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a master key is not base 64");
        }
        if (secret.length != Seal.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a master key has " + secret.length + " bytes, it needs " + Seal.KEY_BYTES);
        }
        return new Master(id(secret), Seal.key(secret));
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
