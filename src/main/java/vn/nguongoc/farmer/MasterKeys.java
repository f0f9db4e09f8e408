package vn.nguongoc.farmer;

import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.mongo.SecretKeys;
import vn.nguongoc.mongo.StoreServer;
import vn.nguongoc.shared.Refused;

/**
 * What people's keys are wrapped with, 32 bytes each: as configured, or from the file {@value #FILE} beside the data of
 * an embedded server, which is made when the first person is entered.
 */
@Component
@EnableConfigurationProperties(FarmerSettings.class)
class MasterKeys {
    static final String FILE = "personal-keys";

    private final SecretKeys secrets;

    @Autowired
    MasterKeys(FarmerSettings settings, StoreServer server) {
        this(settings, server.directory().orElse(null));
    }

    MasterKeys(FarmerSettings settings, @Nullable Path directory) {
        secrets =
                new SecretKeys("master key", settings.masterKeys(), directory == null ? null : directory.resolve(FILE));
        secrets.all().forEach(MasterKeys::master);
    }

    /** @param id that what was wrapped with it remembers */
    record Master(String id, SecretKey key) {
        @Override
        public String toString() {
            return "Master[" + id + "]";
        }
    }

    Optional<Master> named(String id) {
        return secrets.all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(MasterKeys::master);
    }

    /** @throws Refused if there is none and no place to keep one */
    Master current() {
        return secrets.current()
                .map(MasterKeys::master)
                .orElseThrow(() -> new Refused(new FarmerRefusal.NoMasterKey()));
    }

    /** What is wrong with a key is told without the key. */
    private static Master master(SecretKeys.Key it) {
        if (it.secret().length != Seal.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a master key has " + it.secret().length + " bytes, it needs " + Seal.KEY_BYTES);
        }
        return new Master(it.id(), Seal.key(it.secret()));
    }
}
