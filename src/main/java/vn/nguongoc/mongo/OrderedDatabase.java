package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database in two files: what was recorded, and what is told again from it ({@link Retold}). */
final class OrderedDatabase extends H2Database {
    private static final String INDEX = "._index_";

    private final MVStore records;
    private final MVStore retold;

    OrderedDatabase(String name, MVStore records, MVStore retold, CursorRegistry cursors) {
        this.records = records;
        this.retold = retold;
        super(name, records, cursors); // opens the collections that are already there
    }

    private MVStore store(String collection) {
        return Retold.is(collection) ? retold : records;
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new OrderedCollection(this, name, options, documents(name), cursorRegistry);
    }

    private MVMap<Object, byte[]> documents(String collection) {
        return store(collection)
                .openMap(
                        "databases." + getFullCollectionNamespace(collection),
                        new MVMap.Builder<Object, byte[]>()
                                .keyType(new IdType())
                                .valueType(new DocumentType()));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(documents(collection), name, keys, sparse);
        }
        var map = getFullCollectionNamespace(collection) + INDEX + name;
        return new OrderedIndex(store(collection), map, name, keys, sparse);
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        removeRetold(map -> map.startsWith(databaseName + "."));
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        var name = getFullCollectionNamespace(collection);
        removeRetold(map -> map.equals(name) || map.startsWith(name + INDEX));
    }

    /** The parent does so in the records. */
    private void removeRetold(Predicate<String> removed) {
        retold.getMapNames().stream()
                .filter(map -> removed.test(map.replaceFirst("^(databases|meta)\\.", "")))
                .forEach(retold::removeMap);
    }
}
