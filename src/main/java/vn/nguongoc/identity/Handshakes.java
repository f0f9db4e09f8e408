package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * What a browser was asked and has not answered yet: each is good once, for {@link #LONGEST}, and for the browser that
 * was asked, which holds a secret of which the digest is kept here. In MongoDB, so that another process may hear the
 * answer; at most {@value #MOST} at once.
 */
@Component
public class Handshakes {
    /** How long a browser has for its answer. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    static final int MOST = 10_000;

    private static final String PURPOSE = "purpose";
    private static final String ENDS = "ends";

    private final MongoCollection<Document> handshakes;
    private final Clock clock;

    Handshakes(MongoDatabase database, Clock clock) {
        handshakes = database.getCollection("handshakes");
        handshakes.createIndex(Indexes.ascending(ENDS), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        this.clock = clock;
    }

    /** What the answer is for: that to one question is none to another. */
    enum Purpose {
        SIGN_IN_BY_PASSKEY,
        ADD_PASSKEY,
        ASK_ISSUER
    }

    /**
     * Begins one.
     *
     * @param asked what to compare the answer with
     * @return what the browser holds
     * @throws Refused if too many have not been answered
     */
    Secret begin(Purpose purpose, Document asked) {
        refuseIfTooMany();
        var browser = Secret.fresh();
        handshakes.insertOne(new Document(asked)
                .append("_id", browser.digest())
                .append(PURPOSE, purpose.name())
                .append(ENDS, Date.from(clock.instant().plus(LONGEST))));
        return browser;
    }

    /** What was asked of this browser for this; it is gone by then, whatever comes of it. */
    Optional<Document> take(Purpose purpose, Secret browser) {
        return Optional.ofNullable(handshakes.findOneAndDelete(eq(browser.digest())))
                .filter(it -> it.getString(PURPOSE).equals(purpose.name()))
                .filter(it -> it.getDate(ENDS).toInstant().isAfter(clock.instant()));
    }

    /** The embedded server erases nothing by itself. */
    private void refuseIfTooMany() {
        if (handshakes.estimatedDocumentCount() >= MOST) {
            handshakes.deleteMany(lte(ENDS, Date.from(clock.instant())));
            if (handshakes.estimatedDocumentCount() >= MOST) {
                throw new Refused(new IdentityRefusal.TooManyTries(LONGEST.toSeconds()));
            }
        }
    }
}
