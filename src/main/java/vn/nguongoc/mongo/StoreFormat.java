package vn.nguongoc.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which layout of documents a database holds, written before anything else, so that no version reads or writes what it
 * does not understand, nobody's other database is taken for ours, and half a copy is not taken for a whole one.
 */
public final class StoreFormat {
    /** Goes up when a version before could not read what this one writes. */
    static final int VERSION = 1;

    private static final String COLLECTION = "format";
    private static final String ID = "nguongoc";
    private static final String FIELD = "version";
    private static final String COPYING = "copying";

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;

    public StoreFormat(MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection(COLLECTION);
    }

    /**
     * Makes an empty database ours.
     *
     * @throws StoreUnavailable if it is of a newer version, somebody else's, or an unfinished copy; nothing is changed
     *     then
     */
    void requireOrCreate() {
        if (isEmpty()) {
            write(false);
        }
        require();
    }

    /** @throws StoreUnavailable if there is nothing, or it is of a newer version, somebody else's, or half a copy */
    void require() {
        var format = read();
        if (Boolean.TRUE.equals(format.getBoolean(COPYING))) {
            throw new StoreUnavailable(
                    "The copy into the database " + database.getName() + " was not finished",
                    "Run the command copy again; it goes on where it stopped.",
                    null);
        }
    }

    /**
     * Marks an empty database as being copied into.
     *
     * @throws StoreUnavailable if it holds anything but an unfinished copy; nothing is changed then
     */
    public void beginCopy() {
        if (isEmpty()) {
            write(true);
        } else if (!Boolean.TRUE.equals(read().getBoolean(COPYING))) {
            throw new StoreUnavailable(
                    "The database " + database.getName() + " is in use already",
                    "Name an empty database to copy into.",
                    null);
        }
    }

    public void endCopy() {
        write(false);
    }

    private boolean isEmpty() {
        return database.listCollectionNames().first() == null;
    }

    private Document read() {
        @Nullable Document format = isEmpty() ? null : collection.find(eq(ID)).first();
        if (format == null) {
            throw new StoreUnavailable(
                    "The database " + database.getName() + " holds no data of nguongoc"
                            + (isEmpty() ? ": it is empty" : ", but somebody else's"),
                    "Name an empty database, or one that nguongoc made, with --nguongoc.mongo.database=…",
                    null);
        }
        var version = format.getInteger(FIELD);
        if (version > VERSION) {
            throw new StoreUnavailable(
                    "The data is of format " + version + "; this version knows formats up to " + VERSION,
                    "Start the version that wrote it, or a later one.",
                    null);
        }
        return format;
    }

    private void write(boolean copying) {
        var format = new Document("_id", ID).append(FIELD, VERSION).append(COPYING, copying);
        collection.replaceOne(eq(ID), format, new ReplaceOptions().upsert(true));
    }
}
