package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection in the order of its ids, whose ranges are walked instead of scanning and sorting every document. */
final class OrderedCollection extends AbstractSynchronizedMongoCollection<Object> {
    private static final Set<String> BY_ID = Set.of("_id");
    private static final List<Class<?>> KINDS = List.of(Long.class, String.class);

    private final MVMap<Object, byte[]> documents;

    OrderedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    // ---- documents by their ids

    @Override
    protected Object addDocumentInternal(Document document) {
        var id = getIdField() == null ? UUID.randomUUID() : Missing.ofNullable(document.get(getIdField()));
        documents.put(id, DocumentType.encoded(document));
        return id;
    }

    @Override
    protected void handleUpdate(Object id, Document before, Document after) {
        documents.put(id, DocumentType.encoded(after));
    }

    @Override
    protected void removeDocument(Object id) {
        documents.remove(id);
    }

    @Override
    protected Document getDocument(Object id) {
        return DocumentType.decoded(Objects.requireNonNull(documents.get(id), "an index has what is not there"));
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(it -> new DocumentWithPosition<>(DocumentType.decoded(it.getValue()), it.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Nobody asks; each document would be encoded once more to measure it, and the sum stored each time. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int more) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    // ---- ranges of ids

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var direction = orderBy != null && orderBy.keySet().equals(BY_ID) ? orderBy.get("_id") : null;
        var range = range(query);
        if (range.isEmpty() || !(direction instanceof Number sign)) {
            var all = walk(IdRange.ALL, isNaturalDescending(orderBy));
            return matchDocumentsFromStream(all, query, orderBy, skip, limit, batchSize, fields);
        }
        // Each document is still matched against the whole query: the walk only leaves out what cannot match.
        var walk = walk(range.get(), sign.intValue() < 0);
        return matchDocumentsFromStream(query, walk, skip, limit, batchSize, null, fields);
    }

    /**
     * Numbers or texts. H2 orders keys by type first, so if the outermost two are of one type, all of them are. It
     * orders texts by their UTF-16, MongoDB by their UTF-8: the same for all that have no characters beyond U+D7FF.
     */
    private Optional<IdRange> range(Document query) {
        var first = documents.firstKey();
        var last = documents.lastKey();
        return KINDS.stream()
                .filter(kind -> kind.isInstance(first) && kind.isInstance(last))
                .findFirst()
                .flatMap(kind -> IdRange.of(query, kind));
    }

    private Stream<Document> walk(IdRange range, boolean reverse) {
        var from = reverse ? range.high() : range.low();
        var cursor = documents.cursor(from, reverse ? range.low() : range.high(), reverse);
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Document> action) {
                        return advance(cursor, action);
                    }
                },
                false);
    }

    private static boolean advance(Cursor<Object, byte[]> cursor, Consumer<? super Document> action) {
        if (!cursor.hasNext()) {
            return false;
        }
        cursor.next();
        action.accept(DocumentType.decoded(cursor.getValue()));
        return true;
    }
}
