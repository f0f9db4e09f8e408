package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A unique index in the store's file. */
final class OrderedIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<KeyValue, Object> positions;

    OrderedIndex(MVStore store, String map, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        positions = store.openMap(map, new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType()));
    }

    /**
     * As the parent does, without taking apart what is found at once: it is done for each document that is inserted.
     */
    @Override
    public Set<KeyValue> getKeyValues(Document document) {
        return switch (document.get(getKeys().getFirst().getKey())) {
            case String text when isOfOneField() -> Set.of(new KeyValue(text));
            case Collection<?> several
            when isOfOneField() && !several.isEmpty() && several.stream().allMatch(String.class::isInstance) ->
                several.stream().map(KeyValue::new).collect(Collectors.toCollection(LinkedHashSet::new));
            case null, default -> super.getKeyValues(document);
        };
    }

    private boolean isOfOneField() {
        return getKeys().size() == 1 && !isSparse();
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        if (!isOfOneField() || getKeyValues(document).stream().anyMatch(this::containsKey)) {
            super.checkAdd(document, collection);
        }
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, @Nullable Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
