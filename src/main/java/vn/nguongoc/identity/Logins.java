package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Names for signing in and what their passwords became, in MongoDB beside the log: they are personal, and gone when
 * they are erased. One for each person.
 */
@Component
class Logins {
    private static final String ID = "_id";
    private static final String PERSON = "person";
    private static final String HASH = "hash";

    private final MongoCollection<Document> logins;

    Logins(MongoDatabase database) {
        logins = database.getCollection("logins");
        logins.createIndex(Indexes.ascending(PERSON), new IndexOptions().unique(true));
    }

    /** @param hash of the password, in the encoder's own form */
    record Login(PersonId person, String hash) {
        @Override
        public String toString() {
            return "Login[" + person + "]";
        }
    }

    Optional<Login> named(String name) {
        return Optional.ofNullable(logins.find(eq(folded(name))).first())
                .map(it -> new Login(new PersonId(it.getString(PERSON)), it.getString(HASH)));
    }

    /** The name that somebody signs in under, as it was folded. */
    Optional<String> nameOf(PersonId person) {
        return Optional.ofNullable(logins.find(eq(PERSON, person.value())).first())
                .map(it -> it.getString(ID));
    }

    /** Whether anybody at all can sign in. */
    boolean areEmpty() {
        return logins.find().first() == null;
    }

    /**
     * In place of the one this person had, if any.
     *
     * @throws Refused if somebody else signs in under this name
     */
    void set(String name, Login login) {
        if (named(name).filter(it -> !it.person().equals(login.person())).isPresent()) {
            throw new Refused(new IdentityRefusal.NameTaken());
        }
        erase(login.person());
        try {
            logins.insertOne(new Document(ID, folded(name))
                    .append(PERSON, login.person().value())
                    .append(HASH, login.hash()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new Refused(new IdentityRefusal.NameTaken());
            }
            throw e;
        }
    }

    /**
     * Another password, or the same hashed anew, unless another one was chosen meanwhile.
     *
     * @return whether it is kept
     */
    boolean replace(Login login, String hash) {
        var same = and(eq(PERSON, login.person().value()), eq(HASH, login.hash()));
        return logins.updateOne(same, Updates.set(HASH, hash)).getModifiedCount() > 0;
    }

    boolean has(PersonId person) {
        return nameOf(person).isPresent();
    }

    void erase(PersonId person) {
        logins.deleteOne(eq(PERSON, person.value()));
    }

    /** Names that look the same are the same. */
    static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
