package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The H2 backend with three things added. A write that asks for the journal is answered only when it is on the disk.
 * Ranges of {@code _id} walk the ordered map instead of scanning and sorting every document, so that reading the log's
 * tail costs the same at ten commits and at ten million. And what is in the file is BSON.
 */
final class OrderedBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

    /** Writes that change what there is to write to; durable whether or not anybody asks. */
    private static final Set<String> DEFINITIONS =
            Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

    private final Durability durability;
    private final DiskSpace space;

    OrderedBackend(MVStore store, DiskSpace space, LongConsumer witness) {
        this.space = space;
        this.durability =
                new Durability(store, witness); // the parent's constructor opens the databases that are already there
        super(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (!WRITES.contains(name) && !DEFINITIONS.contains(name)) {
            return super.handleCommand(channel, database, command, query);
        }
        space.refuseIfLow();
        var answer = durability.apply(() -> super.handleCommand(channel, database, command, query));
        if (DEFINITIONS.contains(name) || asksForTheJournal(query)) {
            durability.await();
        }
        return answer;
    }

    private static boolean asksForTheJournal(Document query) {
        return query.get("writeConcern") instanceof Document concern
                && (Boolean.TRUE.equals(concern.get("j")) || "majority".equals(concern.get("w")));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new OrderedDatabase(name, getMvStore(), getCursorRegistry());
    }

    private static final class OrderedDatabase extends H2Database {
        private final MVStore store;

        OrderedDatabase(String name, MVStore store, CursorRegistry cursors) {
            this.store = store; // the parent's constructor opens the collections that are already there
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            return new OrderedCollection(
                    this,
                    name,
                    options,
                    documents(name),
                    store.openMap("meta." + getFullCollectionNamespace(name)),
                    cursorRegistry);
        }

        private MVMap<Object, Document> documents(String collection) {
            return store.openMap(
                    "databases." + getFullCollectionNamespace(collection),
                    new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
                return new IdIndex(documents(collection), name, keys, sparse);
            }
            var map = getFullCollectionNamespace(collection) + "._index_" + name;
            return new OrderedIndex(store, map, name, keys, sparse);
        }
    }

    private static final class OrderedCollection extends H2Collection {
        private static final Set<String> BY_ID = Set.of("_id");
        private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");
        private static final List<Class<?>> KINDS = List.of(Long.class, String.class);

        private final MVMap<Object, Document> documents;

        OrderedCollection(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                MVMap<Object, Document> documents,
                MVMap<String, Object> meta,
                CursorRegistry cursors) {
            super(database, name, options, documents, meta, cursors);
            this.documents = documents;
        }

        @Override
        protected QueryResult matchDocuments(
                Document query,
                @Nullable Document orderBy,
                int skip,
                int limit,
                int batchSize,
                @Nullable Document fields) {
            var direction = orderBy != null && orderBy.keySet().equals(BY_ID) ? orderBy.get("_id") : null;
            var kind = kindOfAllKeys();
            if (!(direction instanceof Number sign) || kind == null || !isRange(query.get("_id"), kind)) {
                return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
            }
            var reverse = sign.intValue() < 0;
            // Each document is still matched against the whole query: the walk only leaves out what cannot match.
            return matchDocumentsFromStream(
                    query, walk((Document) query.get("_id"), reverse), skip, limit, batchSize, null, fields);
        }

        /** Nobody asks; each document would be encoded once more to measure it, and the sum stored each time. */
        @Override
        protected boolean tracksDataSize() {
            return false;
        }

        private static boolean isRange(@Nullable Object condition, Class<?> kind) {
            return condition == null
                    || (condition instanceof Document range
                            && BOUNDS.containsAll(range.keySet())
                            && range.values().stream().allMatch(kind::isInstance));
        }

        /**
         * Numbers or texts. H2 orders keys by type first, so if the outermost two are of one type, all of them are. It
         * orders texts by their UTF-16, MongoDB by their UTF-8: the same for all that have no characters beyond U+D7FF.
         */
        private @Nullable Class<?> kindOfAllKeys() {
            var first = documents.firstKey();
            var last = documents.lastKey();
            return KINDS.stream()
                    .filter(kind -> kind.isInstance(first) && kind.isInstance(last))
                    .findFirst()
                    .orElse(null);
        }

        private Stream<Document> walk(@Nullable Document range, boolean reverse) {
            var low = range == null ? null : range.getOrDefault("$gt", range.get("$gte"));
            var high = range == null ? null : range.getOrDefault("$lt", range.get("$lte"));
            var cursor = documents.cursor(reverse ? high : low, reverse ? low : high, reverse);
            return StreamSupport.stream(
                    new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                        @Override
                        public boolean tryAdvance(Consumer<? super Document> action) {
                            return advance(cursor, action);
                        }
                    },
                    false);
        }

        private static boolean advance(Cursor<Object, Document> cursor, Consumer<? super Document> action) {
            if (!cursor.hasNext()) {
                return false;
            }
            cursor.next();
            action.accept(cursor.getValue());
            return true;
        }
    }
}
