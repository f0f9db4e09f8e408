package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/** People's passkeys: public keys, in MongoDB beside the log, and gone when they are erased. */
@Component
class Passkeys {
    private static final String PERSON = "person";
    private static final String COUNTER = "counter";
    private static final String USED = "used";

    private final MongoCollection<Document> passkeys;

    Passkeys(MongoDatabase database) {
        passkeys = database.getCollection("passkeys");
        passkeys.createIndex(Indexes.ascending(PERSON));
    }

    /**
     * @param id of the credential, in base64url
     * @param name what its owner calls it
     * @param key its attested credential data, as WebAuthn writes it
     * @param counter of its signatures; 0 for ever where the authenticator counts none
     * @param synced whether it may be on more than one device
     * @param used when somebody last signed in by it; null if never
     */
    record Passkey(
            String id,
            PersonId person,
            String name,
            Binary key,
            long counter,
            boolean synced,
            Instant added,
            @Nullable Instant used) {}

    Optional<Passkey> find(String id) {
        return Optional.ofNullable(passkeys.find(eq(id)).first()).map(Passkeys::read);
    }

    /** The first is the oldest. */
    List<Passkey> of(PersonId person) {
        return passkeys.find(eq(PERSON, person.value()))
                .sort(Sorts.ascending("added"))
                .map(Passkeys::read)
                .into(new ArrayList<>());
    }

    /** @throws Refused if it is there already */
    void add(Passkey it) {
        try {
            passkeys.insertOne(new Document("_id", it.id())
                    .append(PERSON, it.person().value())
                    .append("name", it.name())
                    .append("key", it.key())
                    .append(COUNTER, it.counter())
                    .append("synced", it.synced())
                    .append("added", Date.from(it.added()))
                    .append(USED, it.used() == null ? null : Date.from(it.used())));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new Refused(new IdentityRefusal.PasskeyKnown());
            }
            throw e;
        }
    }

    /**
     * Remembers how far its signatures were counted.
     *
     * @return whether nobody signed in by it since it was read
     */
    boolean use(Passkey it, long counter, Instant now) {
        return passkeys.updateOne(
                                and(eq(it.id()), eq(COUNTER, it.counter())),
                                Updates.combine(Updates.set(COUNTER, counter), Updates.set(USED, Date.from(now))))
                        .getMatchedCount()
                == 1;
    }

    /** Takes away one of this person's. */
    Optional<Passkey> take(PersonId person, String id) {
        return Optional.ofNullable(passkeys.findOneAndDelete(and(eq(id), eq(PERSON, person.value()))))
                .map(Passkeys::read);
    }

    void erase(PersonId person) {
        passkeys.deleteMany(eq(PERSON, person.value()));
    }

    private static Passkey read(Document it) {
        var used = it.getDate(USED);
        return new Passkey(
                it.getString("_id"),
                new PersonId(it.getString(PERSON)),
                it.getString("name"),
                it.get("key", Binary.class),
                it.getLong(COUNTER),
                it.getBoolean("synced"),
                it.getDate("added").toInstant(),
                used == null ? null : used.toInstant());
    }
}
