package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The unique index of {@code _id}: the map of the documents itself, which has them by it, so that nothing is stored
 * twice. Ids are texts, numbers or ObjectIds, never documents.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {
    private static final String ID = "_id";

    private final MVMap<Object, ?> documents;

    IdIndex(MVMap<Object, ?> documents, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.documents = documents;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return storedAs(key.get(0)).filter(documents::containsKey).findFirst().orElse(null);
    }

    /** MongoDB takes 1, 1L and 1.0 for one id, here told as 1.0; the map has it as it was written. */
    private static Stream<Object> storedAs(@Nullable Object id) {
        return switch (id) {
            case Double number
            when number == number.intValue() -> Stream.of(number.longValue(), number.intValue(), number);
            case Double number when number == number.longValue() -> Stream.of(number.longValue(), number);
            case Document fields -> throw new UnsupportedOperationException("an _id of fields: " + fields.keySet());
            case null -> Stream.of(Missing.ofNullable(null));
            default -> Stream.of(id);
        };
    }

    /** As the parent does, without taking the document apart: it is done for each that is inserted. */
    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        if (!(document.get(ID) instanceof String text) || documents.containsKey(text)) {
            super.checkAdd(document, collection);
        }
    }

    /** An update that would change the id was refused before it came to this. */
    @Override
    protected boolean nullAwareEqualsKeys(Document before, Document after) {
        return true;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return document.get(ID) instanceof String text
                ? (documents.containsKey(text) ? text : null)
                : super.getPosition(document);
    }

    /** The collection has put the document into the map. */
    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        throw new UnsupportedOperationException("the collection does");
    }

    /** The collection takes it out of the map. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> documents.keySet().stream()
                .map(id -> (Map.Entry<KeyValue, Object>)
                        new SimpleImmutableEntry<KeyValue, Object>(new KeyValue(id).normalized(), id))
                .iterator();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
