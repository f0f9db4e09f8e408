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
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 backend with four things added. A write that asks for the journal is answered only when it is on the disk.
 * What can be told again from the log has a file of its own ({@link Retold}), never ahead of what it is told from, and
 * some moments behind at most. Ranges of {@code _id} walk the ordered map instead of scanning and sorting every
 * document, so that reading the log's tail costs the same at ten commits and at ten million. And what is in the file is
 * BSON.
 */
final class OrderedBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

    /** Writes that change what there is to write to; durable whether or not anybody asks. */
    private static final Set<String> DEFINITIONS =
            Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");

    /**
     * So much is told again at most after a crash, and so seldom are the pages written that telling changes all over.
     */
    private static final int KEPT_EVERY_MILLISECONDS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(OrderedBackend.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("views").factory());
    private final AtomicBoolean isTelling = new AtomicBoolean();
    private final AtomicBoolean isRecordingUnasked = new AtomicBoolean();
    private final ScheduledFuture<?> keeping;
    private final MVStore retold;
    private final Durability records;
    private final Durability telling;
    private final DiskSpace space;

    /** @param witness is told each version of the records that has been synced */
    OrderedBackend(MVStore records, MVStore retold, DiskSpace space, LongConsumer witness) {
        this.space = space;
        this.retold = retold;
        var recording = new Durability(records, witness);
        this.records = recording;
        this.telling = new Durability(
                retold,
                () -> {
                    recording.await();
                    Retold.note(retold, records.getCurrentVersion());
                },
                version -> {});
        super(records); // opens the databases that are already there
        keeping = clock.scheduleWithFixedDelay(
                this::keep, KEPT_EVERY_MILLISECONDS, KEPT_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (!WRITES.contains(name) && !DEFINITIONS.contains(name)) {
            return super.handleCommand(channel, database, command, query);
        }
        space.refuseIfLow();
        if (DEFINITIONS.contains(name)) {
            var answer =
                    telling.apply(() -> records.apply(() -> super.handleCommand(channel, database, command, query)));
            telling.await(); // and the records before it
            return answer;
        }
        if (Retold.is(String.valueOf(query.get(command)))) {
            var answer = telling.apply(() -> super.handleCommand(channel, database, command, query));
            isTelling.set(true); // not before: what is kept at this moment would be thought to be all
            return answer;
        }
        var answer = records.apply(() -> super.handleCommand(channel, database, command, query));
        if (asksForTheJournal(query)) {
            records.await();
        } else {
            isRecordingUnasked.set(true); // who did not ask does not wait, but it is kept as well
        }
        return answer;
    }

    private void keep() {
        try {
            if (isRecordingUnasked.getAndSet(false)) {
                records.await();
            }
            if (isTelling.getAndSet(false)) {
                telling.await();
            }
        } catch (IllegalStateException e) {
            log.error("What nobody waits for is not kept any more", e);
        }
    }

    /** In this order: what is told is never ahead of the records. */
    @Override
    public void close() {
        keeping.cancel(false);
        clock.shutdown();
        super.close();
        retold.close();
    }

    private static boolean asksForTheJournal(Document query) {
        return query.get("writeConcern") instanceof Document concern
                && (Boolean.TRUE.equals(concern.get("j")) || "majority".equals(concern.get("w")));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new OrderedDatabase(name, getMvStore(), retold, getCursorRegistry());
    }

    private static final class OrderedDatabase extends H2Database {
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
            return new OrderedCollection(
                    this,
                    name,
                    options,
                    documents(name),
                    store(name).openMap("meta." + getFullCollectionNamespace(name)),
                    cursorRegistry);
        }

        private MVMap<Object, Document> documents(String collection) {
            return store(collection)
                    .openMap(
                            "databases." + getFullCollectionNamespace(collection),
                            new MVMap.Builder<Object, Document>()
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
            var range = range(query);
            if (!(direction instanceof Number sign) || kind == null || !isRange(range, kind)) {
                return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
            }
            var reverse = sign.intValue() < 0;
            // Each document is still matched against the whole query: the walk only leaves out what cannot match.
            return matchDocumentsFromStream(
                    query, walk((Document) range, reverse), skip, limit, batchSize, null, fields);
        }

        /** Nobody asks; each document would be encoded once more to measure it, and the sum stored each time. */
        @Override
        protected boolean tracksDataSize() {
            return false;
        }

        /** What is said of the id: by itself, or by one of several conditions, as the driver writes {@code and}. */
        private static @Nullable Object range(Document query) {
            var bounds = new Document();
            for (var condition : conditions(query)) {
                switch (condition.get("_id")) {
                    case null -> {}
                    case Document some -> bounds.putAll(some);
                    case Object one -> {
                        return one;
                    }
                }
            }
            return bounds.isEmpty() ? null : bounds;
        }

        private static List<Document> conditions(Document query) {
            var all = new ArrayList<>(List.of(query));
            if (query.get("$and") instanceof Collection<?> several) {
                several.forEach(it -> all.add((Document) it));
            }
            return all;
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
