package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedType;
import org.bson.Document;
import vn.nguongoc.mongo.StoreUnavailable;

/**
 * Which event names and revisions the log holds, kept beside it so that a version that does not know one of them stops
 * at start-up instead of carrying on without those facts. A name is written down before the first event that bears it.
 */
final class EventNames {
    static final String COLLECTION = "eventNames";

    private final MongoCollection<Document> collection;
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    EventNames(MongoDatabase database) {
        collection = database.getCollection(COLLECTION);
    }

    void use(SerializedType type) {
        var key = type.getName() + "@" + type.getRevision();
        if (!written.contains(key)) {
            var document = new Document("_id", key)
                    .append("name", type.getName())
                    .append("revision", Integer.parseInt(type.getRevision()));
            collection.replaceOne(eq(key), document, new ReplaceOptions().upsert(true));
            written.add(key);
        }
    }

    /** @throws StoreUnavailable if the log holds what these types cannot read: carrying on would lose facts */
    void requireKnown(EventTypes types) {
        for (var document : collection.find()) {
            try {
                types.named(document.getString("name"), document.getInteger("revision"));
            } catch (EventTypes.UnknownEvent e) {
                throw new StoreUnavailable(
                        String.valueOf(e.getMessage()), "Start the version that wrote it, or a later one.", e);
            }
            written.add(document.getString("_id"));
        }
    }
}
