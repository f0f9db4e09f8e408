package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds outside of which no document can match a query.
 *
 * @param low absent if there is none; whether it belongs to the range itself is not said, nor of the other
 */
record IdRange(@Nullable Object low, @Nullable Object high) {
    static final IdRange ALL = new IdRange(null, null);

    private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

    /** @return nothing if the query says something else of the id than bounds of this kind */
    static Optional<IdRange> of(Document query, Class<?> kind) {
        var bounds = new Document();
        for (var condition : conditions(query)) {
            switch (condition.get("_id")) {
                case null -> {}
                case Document some -> bounds.putAll(some);
                case Object one -> {
                    return Optional.empty();
                }
            }
        }
        return BOUNDS.containsAll(bounds.keySet()) && bounds.values().stream().allMatch(kind::isInstance)
                ? Optional.of(new IdRange(
                        bounds.getOrDefault("$gt", bounds.get("$gte")), bounds.getOrDefault("$lt", bounds.get("$lte"))))
                : Optional.empty();
    }

    /** The query by itself, and several, as the driver writes {@code and}. */
    private static List<Document> conditions(Document query) {
        var all = new ArrayList<>(List.of(query));
        if (query.get("$and") instanceof Collection<?> several) {
            several.forEach(it -> all.add((Document) it));
        }
        return all;
    }
}
