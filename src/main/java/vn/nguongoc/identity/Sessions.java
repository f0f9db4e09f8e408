package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * Who has signed in on which browser, by the digest of what its cookie holds; in MongoDB, so that a restart signs
 * nobody out and every process knows. A session ends {@link #LONGEST} after signing in whatever happens, and earlier if
 * nobody uses it for three days, since the phone may be somebody else's by then.
 */
@Component
public class Sessions {
    /** How long one signs in for. */
    public static final Duration LONGEST = Duration.ofDays(14);

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final Duration UNUSED = Duration.ofDays(3);

    /** How exactly is known when one was last used: a page is not to cost a write. */
    private static final Duration EXACTLY = Duration.ofHours(1);

    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final String ID = "_id";
    private static final String PERSON = "person";
    private static final String BY = "by";
    private static final String ENDS = "ends";
    private static final String USED = "used";

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
     * @param used when it last was, to the hour
     */
    record Session(PersonId person, CredentialKind by, Instant ends, Instant used) {
        Instant began() {
            return ends.minus(LONGEST);
        }

        boolean lastsAt(Instant now) {
            return ends.isAfter(now) && used.plus(UNUSED).isAfter(now);
        }
    }

    /**
     * Begins one under a secret that nobody had before, so that nobody can have planted it. Those that have ended,
     * whose ever they were, are erased.
     */
    public Secret begin(PersonId person, CredentialKind by) {
        sessions.deleteMany(lte(ENDS, Date.from(clock.instant())));
        var secret = Secret.fresh();
        sessions.insertOne(new Document(ID, secret.digest())
                .append(PERSON, person.value())
                .append(BY, by.name())
                .append(ENDS, Date.from(clock.instant().plus(LONGEST))));
        log.info("{} signed in by {}", person, by);
        return secret;
    }

    /** The one under this secret, while it lasts; it is used by that. */
    Optional<Session> find(Secret secret) {
        var now = clock.instant();
        var found = Optional.ofNullable(sessions.find(eq(secret.digest())).first())
                .map(Sessions::read)
                .filter(it -> it.lastsAt(now));
        found.filter(it -> it.used().plus(EXACTLY).isBefore(now))
                .ifPresent(it -> sessions.updateOne(eq(secret.digest()), Updates.set(USED, Date.from(now))));
        return found;
    }

    /** What does not say what it began with, since it began before that was kept, proves as little as a password. */
    private static Session read(Document it) {
        var ends = it.getDate(ENDS).toInstant();
        return new Session(
                new PersonId(it.getString(PERSON)),
                CredentialKind.valueOf(it.get(BY, CredentialKind.PASSWORD.name())),
                ends,
                it.get(USED, Date.from(ends.minus(LONGEST))).toInstant());
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
        if (found.began().plus(FRESH).isBefore(clock.instant())) {
            throw new Refused(new IdentityRefusal.SignInAgain(FRESH.toMinutes()));
        }
        return found.person();
    }

    /**
     * One of those that somebody has open.
     *
     * @param id that it can be ended by; it opens nothing
     * @param began when they signed in
     * @param by what
     * @param here whether it is the one that asks
     */
    public record Open(String id, OffsetDateTime began, CredentialKind by, boolean here) {}

    /** Those of the owner of this one, the latest first; none if it is over. */
    public List<Open> beside(Secret here) {
        var owner = of(here);
        var open = new ArrayList<Open>();
        if (owner.isPresent()) {
            sessions.find(eq(PERSON, owner.get().value()))
                    .sort(Sorts.descending(ENDS))
                    .forEach(it -> open(it.getString(ID), read(it), here).ifPresent(open::add));
        }
        return open;
    }

    private Optional<Open> open(String id, Session session, Secret here) {
        return session.lastsAt(clock.instant())
                ? Optional.of(
                        new Open(id, session.began().atOffset(Vietnam.OFFSET), session.by(), id.equals(here.digest())))
                : Optional.empty();
    }

    /**
     * Signs the owner of this one out elsewhere.
     *
     * @param id of one, or absent for all others
     */
    public void endBeside(Secret here, @Nullable String id) {
        of(here).ifPresent(owner ->
                sessions.deleteMany(and(eq(PERSON, owner.value()), id == null ? ne(ID, here.digest()) : eq(ID, id))));
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
