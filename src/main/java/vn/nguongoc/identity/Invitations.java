package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Invitations to choose a name and a password, each good once and for {@link #LONGEST}; kept as digests. So nobody ever
 * knows another one's password, and there is no default one.
 */
@Component
class Invitations {
    static final Duration LONGEST = Duration.ofDays(7);

    private static final String PERSON = "person";
    private static final String ENDS = "ends";

    private final MongoCollection<Document> invitations;
    private final Clock clock;

    Invitations(MongoDatabase database, Clock clock) {
        invitations = database.getCollection("invitations");
        this.clock = clock;
    }

    /** In place of all that this person had. Those that have ended, whose ever they were, are erased. */
    Secret invite(PersonId person) {
        invitations.deleteMany(or(eq(PERSON, person.value()), lte(ENDS, Date.from(clock.instant()))));
        var secret = Secret.fresh();
        invitations.insertOne(new Document("_id", secret.digest())
                .append(PERSON, person.value())
                .append(ENDS, Date.from(clock.instant().plus(LONGEST))));
        return secret;
    }

    /**
     * Whom it invites; it stays good.
     *
     * @throws Refused if it is no good
     */
    PersonId read(Secret secret) {
        return taken(invitations.find(eq(secret.digest())).first()).person();
    }

    /**
     * Takes it: of two who come with one invitation, one gets in.
     *
     * @throws Refused if it is no good
     */
    Taken take(Secret secret) {
        return taken(invitations.findOneAndDelete(eq(secret.digest())));
    }

    /** @param ends when it is good no more */
    record Taken(PersonId person, Instant ends) {}

    /** What was taken and could not be used after all; it ends when it would have. */
    void putBack(Secret secret, Taken taken) {
        invitations.insertOne(new Document("_id", secret.digest())
                .append(PERSON, taken.person().value())
                .append(ENDS, Date.from(taken.ends())));
    }

    private Taken taken(@Nullable Document found) {
        if (found == null || !found.getDate(ENDS).toInstant().isAfter(clock.instant())) {
            throw new Refused(new IdentityRefusal.InvitationNotValid());
        }
        return new Taken(
                new PersonId(found.getString(PERSON)), found.getDate(ENDS).toInstant());
    }
}
