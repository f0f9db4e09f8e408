package vn.nguongoc.doors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.Gate;
import vn.nguongoc.identity.Door;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.identity.event.Verb;
import vn.nguongoc.shared.Refused;

/** Takes from each what {@link Acts} says they may send; from anybody everything while the doors are open. */
@Component
@EnableConfigurationProperties(DoorSettings.class)
final class Gatekeeper implements Gate {
    private static final Logger log = LoggerFactory.getLogger(Gatekeeper.class);

    private final DoorSettings settings;
    private final Door door;

    Gatekeeper(DoorSettings settings, Door door) {
        this.settings = settings;
        this.door = door;
    }

    @Override
    public void admit(String actor, Object command) {
        if (settings.areOpen()) {
            return;
        }
        var rights = door.of(actor).orElseThrow(() -> new Refused(new IdentityRefusal.NotSignedIn()));
        if (!rights.verbs().contains(Verb.RECORD)) {
            throw new Refused(new IdentityRefusal.KeyOnlyReads());
        }
        try {
            Acts.of(command).require(rights);
        } catch (Refused refused) {
            log.warn("{} may not send {}", actor, command.getClass().getSimpleName());
            throw refused;
        }
    }
}
