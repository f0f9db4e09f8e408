package vn.nguongoc.doors;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.People;
import vn.nguongoc.identity.Secret;
import vn.nguongoc.mongo.SecretFile;
import vn.nguongoc.mongo.StoreServer;
import vn.nguongoc.web.PublicAddress;

/**
 * There is no default password: while nobody can sign in, an invitation for the first administrator lies in the file
 * {@value #FILE} beside an embedded server's data, which only its owner may read. Where the data is on another machine,
 * it is told on the terminal of whoever starts the service, and not in its log.
 */
@Component
final class FirstAdministrator {
    static final String FILE = "first-administrator";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final DoorSettings settings;
    private final People people;
    private final PublicAddress address;
    private final Optional<Path> file;
    private final PrintStream terminal = System.out;

    FirstAdministrator(DoorSettings settings, People people, PublicAddress address, StoreServer server) {
        this.settings = settings;
        this.people = people;
        this.address = address;
        this.file = server.directory().map(it -> it.resolve(FILE));
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (settings.areOpen()) {
            log.warn("The doors are open (nguongoc.doors=open): whoever reaches this machine's own address may do all");
        } else {
            people.inviteFirst().map(this::link).ifPresentOrElse(this::tell, this::clearAway);
        }
    }

    /** What follows the {@code #} no server and no log is told. */
    private String link(Secret invitation) {
        return address.base() + "/account/join#" + invitation.text();
    }

    /** Its invitation is spent: somebody can sign in. */
    private void clearAway() {
        file.ifPresent(it -> {
            try {
                Files.deleteIfExists(it);
            } catch (IOException e) {
                log.warn("The spent invitation of the first administrator cannot be deleted", e);
            }
        });
    }

    private void tell(String link) {
        if (file.isPresent()) {
            SecretFile.write(file.get(), link + "\n");
            log.info("Nobody can sign in yet: the first administrator's invitation is in {}", file.get());
        } else {
            terminal.println(link);
        }
    }
}
