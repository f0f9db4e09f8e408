package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedType;
import org.bson.Document;

/**
 * Which event names and revisions the log holds, kept beside it so that a version that does not know one of them stops
 * at start-up instead of carrying on without those facts. A name is written down before the first event that bears it.
 */
final class EventNames {
    private final MongoCollection<Document> collection;
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    EventNames(MongoDatabase database) {
        collection = database.getCollection("eventNames");
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

    /** @throws EventTypes.UnknownEvent if the log holds what these types do not */
    void requireKnown(EventTypes types) {
        for (var document : collection.find()) {
            types.named(document.getString("name"), document.getInteger("revision"));
            written.add(document.getString("_id"));
        }
    }
}
