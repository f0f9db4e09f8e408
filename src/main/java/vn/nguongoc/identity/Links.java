package vn.nguongoc.identity;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.event.PersonId;
import vn.nguongoc.shared.Refused;

/**
 * Which person an issuer's subject is, one for each, beside the log and gone when it is erased. What the issuer calls
 * them is kept as a digest: some issuers call people by their names.
 */
@Component
class Links {
    private static final String PERSON = "person";

    private final MongoCollection<Document> links;

    Links(MongoDatabase database) {
        links = database.getCollection("issuer-links");
        links.createIndex(Indexes.ascending(PERSON), new IndexOptions().unique(true));
    }

    Optional<PersonId> person(Subject subject) {
        return Optional.ofNullable(links.find(eq(subject.digest())).first())
                .map(it -> new PersonId(it.getString(PERSON)));
    }

    /** Whether anybody at all signs in so. */
    boolean areEmpty() {
        return links.find().first() == null;
    }

    boolean has(PersonId person) {
        return links.find(eq(PERSON, person.value())).first() != null;
    }

    /**
     * In place of the one this person had, if any.
     *
     * @throws Refused if the subject is somebody else
     */
    void set(Subject subject, PersonId person) {
        if (person(subject).filter(it -> !it.equals(person)).isPresent()) {
            throw new Refused(new IdentityRefusal.SubjectTaken());
        }
        erase(person);
        try {
            links.insertOne(new Document("_id", subject.digest()).append(PERSON, person.value()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new Refused(new IdentityRefusal.SubjectTaken());
            }
            throw e;
        }
    }

    /** @return whether there was one */
    boolean erase(PersonId person) {
        return links.deleteOne(eq(PERSON, person.value())).getDeletedCount() == 1;
    }
}
