package vn.nguongoc.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.OrganisationId;

/** Files in MongoDB beside the log, each once for each organisation that has it. None is ever taken away. */
@Component
class Files implements Exhibits {
    static final String COLLECTION = "files";

    private static final String ID = "_id";
    private static final String ORGANISATION = "organisation";
    private static final String TYPE = "type";
    private static final String CONTENT = "content";
    private static final int AT_A_TIME = 4;
    private static final String BY = "by";
    private static final String AT = "at";

    private final MongoCollection<Document> files;
    private final Clock clock;

    Files(MongoDatabase database, Clock clock) {
        files = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    /**
     * Keeps it, unless it is there.
     *
     * @param by id of whoever sent it
     * @return whether it was not there before
     */
    boolean keep(OrganisationId organisation, FileId id, FileType type, byte[] content, String by) {
        try {
            files.insertOne(new Document(ID, name(organisation, id))
                    .append(ORGANISATION, organisation.value())
                    .append(TYPE, type.name())
                    .append(BY, by)
                    .append(AT, Date.from(clock.instant()))
                    .append(CONTENT, new Binary(content)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** All that an organisation has, added up: every file of its is read, few at a time. */
    long bytes(OrganisationId organisation) {
        var sum = 0L;
        var all = and(gte(ID, organisation + "/"), lt(ID, organisation + "0")); // 0 comes after the slash
        for (var file : files.find(all).projection(include(CONTENT)).batchSize(AT_A_TIME)) {
            sum += file.get(CONTENT, Binary.class).length();
        }
        return sum;
    }

    Optional<Evidence.Content> find(OrganisationId organisation, FileId id) {
        return Optional.ofNullable(files.find(eq(name(organisation, id))).first())
                .map(it -> new Evidence.Content(
                        FileType.valueOf(it.getString(TYPE)),
                        it.get(CONTENT, Binary.class).getData()));
    }

    @Override
    public Set<FileId> missing(OrganisationId keeper, Collection<FileId> named) {
        var missing = new HashSet<>(named);
        if (!missing.isEmpty()) {
            var names = named.stream().map(it -> name(keeper, it)).toList();
            files.find(in(ID, names))
                    .projection(include(ID))
                    .map(it -> it.getString(ID))
                    .forEach(found -> missing.removeIf(it -> name(keeper, it).equals(found)));
        }
        return missing;
    }

    private static String name(OrganisationId organisation, FileId id) {
        return organisation + "/" + id;
    }
}
