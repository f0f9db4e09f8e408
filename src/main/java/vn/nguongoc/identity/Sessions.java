package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Who has signed in on which browser, by the digest of what its cookie holds; in MongoDB, so that a restart signs
 * nobody out and every process knows. A session ends {@link #LONGEST} after signing in whatever happens, since the
 * phone may be somebody else's by then.
 */
@Component
public class Sessions {
    /** How long one signs in for. */
    public static final Duration LONGEST = Duration.ofDays(14);

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final String PERSON = "person";
    private static final String BY = "by";
    private static final String ENDS = "ends";

    private final MongoCollection<Document> sessions;
    private final Clock clock;

    Sessions(MongoDatabase database, Clock clock) {
        sessions = database.getCollection("sessions");
        // A MongoDB erases by it; the embedded server does not.
        sessions.createIndex(Indexes.ascending(ENDS), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        this.clock = clock;
    }

    /**
     * One that lasts.
     *
     * @param by what its owner proved who they are by
     */
    record Session(PersonId person, CredentialKind by, Instant ends) {}

    /**
     * Begins one under a secret that nobody had before, so that nobody can have planted it. Those that have ended,
     * whose ever they were, are erased.
     */
    public Secret begin(PersonId person, CredentialKind by) {
        sessions.deleteMany(lte(ENDS, Date.from(clock.instant())));
        var secret = Secret.fresh();
        sessions.insertOne(new Document("_id", secret.digest())
                .append(PERSON, person.value())
                .append(BY, by.name())
                .append(ENDS, Date.from(clock.instant().plus(LONGEST))));
        log.info("{} signed in by {}", person, by);
        return secret;
    }

    /** The one under this secret, while it lasts. */
    Optional<Session> find(Secret secret) {
        return Optional.ofNullable(sessions.find(eq(secret.digest())).first())
                .map(Sessions::read)
                .filter(it -> it.ends().isAfter(clock.instant()));
    }

    /** What does not say what it began with, since it began before that was kept, proves as little as a password. */
    private static Session read(Document it) {
        return new Session(
                new PersonId(it.getString(PERSON)),
                CredentialKind.valueOf(it.get(BY, CredentialKind.PASSWORD.name())),
                it.getDate(ENDS).toInstant());
    }

    /** Whose it is, while it lasts. */
    public Optional<PersonId> of(Secret secret) {
        return find(secret).map(Session::person);
    }

    /**
     * Whose it is, if they signed in a moment ago: only then they may change how they sign in (OWASP ASVS 5.0, 7.5.1).
     *
     * @throws Refused if nobody has signed in, or too long ago
     */
    PersonId ofFresh(Secret secret) {
        var found = find(secret).orElseThrow(() -> new Refused(new IdentityRefusal.NotSignedIn()));
        var began = found.ends().minus(LONGEST);
        if (began.plus(FRESH).isBefore(clock.instant())) {
            throw new Refused(new IdentityRefusal.SignInAgain(FRESH.toMinutes()));
        }
        return found.person();
    }

    /** Ends it, if it is there. */
    public void end(Secret secret) {
        sessions.deleteOne(eq(secret.digest()));
    }

    /** Signs a person out everywhere. */
    void endAll(PersonId person) {
        sessions.deleteMany(eq(PERSON, person.value()));
    }
}
