package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
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

    /** Those that have ended, whose ever they were, are erased. */
    Secret invite(PersonId person) {
        invitations.deleteMany(lte(ENDS, Date.from(clock.instant())));
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
        return person(invitations.find(eq(secret.digest())).first());
    }

    /**
     * Takes it: of two who come with one invitation, one gets in.
     *
     * @throws Refused if it is no good
     */
    PersonId take(Secret secret) {
        return person(invitations.findOneAndDelete(eq(secret.digest())));
    }

    /** What was taken and could not be used after all. */
    void putBack(Secret secret, PersonId person) {
        invitations.insertOne(new Document("_id", secret.digest())
                .append(PERSON, person.value())
                .append(ENDS, Date.from(clock.instant().plus(LONGEST))));
    }

    private PersonId person(@Nullable Document found) {
        if (found == null || !found.getDate(ENDS).toInstant().isAfter(clock.instant())) {
            throw new Refused(new IdentityRefusal.InvitationNotValid());
        }
        return new PersonId(found.getString(PERSON));
    }
}
