package vn.nguongoc.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.mongo.SecretFile;
import vn.nguongoc.mongo.StoreServer;

/**
 * What whoever watches over the service shows behind closed doors: {@code nguongoc.management-token}, or else what lies
 * in the file {@value #FILE} beside an embedded server's data, made at the first start and readable by the owner only.
 * Where there is neither, nobody sees more than whether the service is well.
 */
@Component
final class ManagementToken {
    static final String FILE = "management-token";

    private static final int BYTES = 32;

    private final byte @Nullable [] token;

    ManagementToken(DoorSettings settings, StoreServer server) {
        var given = settings.managementToken();
        if (given == null && !settings.areOpen()) {
            given = server.directory().map(it -> readOrMake(it.resolve(FILE))).orElse(null);
        }
        this.token = given == null ? null : bytes(given);
    }

    private static String readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                var random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                SecretFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is the one, told in the same time whichever letter differs. */
    boolean is(String shown) {
        return token != null && MessageDigest.isEqual(token, bytes(shown));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
