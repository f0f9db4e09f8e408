package vn.nguongoc.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import org.bson.Document;

/**
 * Which layout of documents a database holds, written before anything else, so that no version reads or writes what it
 * does not understand and nobody's other database is taken for ours.
 */
final class StoreFormat {
    /** Goes up when a version before could not read what this one writes. */
    static final int VERSION = 1;

    private static final String COLLECTION = "format";
    private static final String ID = "nguongoc";
    private static final String FIELD = "version";

    private StoreFormat() {}

    /** @throws StoreUnavailable if the database is of a newer version or somebody else's; nothing is changed then */
    static void require(MongoDatabase database) {
        var collections = database.listCollectionNames().into(new ArrayList<>());
        if (collections.isEmpty()) {
            var format = new Document("_id", ID).append(FIELD, VERSION);
            database.getCollection(COLLECTION).replaceOne(eq(ID), format, new ReplaceOptions().upsert(true));
            return;
        }
        var format = database.getCollection(COLLECTION).find(eq(ID)).first();
        if (format == null) {
            throw new StoreUnavailable(
                    "The database " + database.getName() + " holds something else than nguongoc's data",
                    "Name an empty database, or one that nguongoc made, with --nguongoc.mongo.database=…",
                    null);
        }
        if (format.getInteger(FIELD) > VERSION) {
            throw new StoreUnavailable(
                    "The data is of format " + format.getInteger(FIELD) + "; this version knows formats up to "
                            + VERSION,
                    "Start the version that wrote it, or a later one.",
                    null);
        }
    }
}
