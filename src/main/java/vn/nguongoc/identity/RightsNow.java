package vn.nguongoc.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.IdentityCommand.AskKey;
import vn.nguongoc.identity.IdentityCommand.AskPerson;
import vn.nguongoc.identity.event.KeyId;
import vn.nguongoc.identity.event.PersonId;

/**
 * What each may do, as the log says it, remembered for {@link #REMEMBERED}: so long it may take until another process
 * notices that a duty was withdrawn or a key revoked. The process that withdrew it forgets at once.
 */
@Component
class RightsNow {
    static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final int MOST = 10_000;

    private final LoadingCache<PersonId, Rights> people;
    private final LoadingCache<KeyId, Optional<KeyRights>> keys;

    @Autowired
    RightsNow(CommandGateway commands) {
        this(commands, Ticker.systemTicker());
    }

    /** @param ticker by which {@link #REMEMBERED} is measured */
    RightsNow(CommandGateway commands, Ticker ticker) {
        people = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build(person -> commands.sendAndWait(new AskPerson(person)));
        keys = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build(key -> ask(key, commands));
    }

    /** No such key is remembered, too: whoever guesses costs nothing more. */
    private static Optional<KeyRights> ask(KeyId key, CommandGateway commands) {
        try {
            return Optional.of(commands.sendAndWait(new AskKey(key)));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    Rights of(PersonId person) {
        return people.get(person);
    }

    Optional<KeyRights> of(KeyId key) {
        return keys.get(key);
    }

    boolean isDigestOf(KeyId key, String digest) {
        forget(key);
        return of(key).filter(it -> it.digest().equals(digest)).isPresent();
    }

    void forget(PersonId person) {
        people.invalidate(person);
    }

    void forget(KeyId key) {
        keys.invalidate(key);
    }
}
