package vn.nguongoc.labelling;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Keyring;
import vn.nguongoc.label.SerialKey;
import vn.nguongoc.label.SerialKeys;
import vn.nguongoc.mongo.SecretKeys;
import vn.nguongoc.mongo.StoreServer;
import vn.nguongoc.shared.Refused;

/**
 * The keys of serials: as configured, or from the file {@value #FILE} beside the data of an embedded server, which is
 * made when the first run of units is ordered. Without the key that they were made with no serial is known.
 */
@Component
@EnableConfigurationProperties(SerialSettings.class)
final class SerialKeyring implements Keyring {
    static final String FILE = "serial-keys";

    private final SecretKeys secrets;
    private volatile SerialKeys keys;

    SerialKeyring(SerialSettings settings, StoreServer server) {
        secrets = new SecretKeys(
                "serial key",
                settings.keys(),
                server.directory().map(it -> it.resolve(FILE)).orElse(null));
        keys = read();
    }

    private SerialKeys read() {
        return new SerialKeys(secrets.all().stream()
                .map(it -> new SerialKey(it.id(), it.secret()))
                .toList());
    }

    @Override
    public SerialKeys keys() {
        return keys;
    }

    @Override
    public synchronized SerialKey current() {
        if (keys.current().isEmpty() && secrets.current().isPresent()) {
            keys = read();
        }
        return keys.current().orElseThrow(() -> new Refused(new LabellingRefusal.NoSerialKey()));
    }
}
