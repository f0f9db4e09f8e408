package vn.nguongoc.generations;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which generation of the history is served and which is being built: one document, that all processes look at. */
@Component
class GenerationStates {
    private static final String HISTORY = "history";
    private static final String SERVING = "serving";
    private static final String BUILDING = "building";
    private static final String SHAPE = "shape";

    private final MongoCollection<Document> collection;

    GenerationStates(MongoDatabase database) {
        collection = database.getCollection("readModels");
    }

    /**
     * @param shape of the views in it
     * @param building the generation that is to be served next, once it has read the whole log
     */
    record State(long serving, @Nullable Long building, int shape) {}

    /**
     * What is so now; where nothing is yet, or views have another shape, a new generation is served from its beginning.
     */
    State read(int shape) {
        var now = find();
        if (now.isPresent() && now.get().shape() == shape) {
            return now.get();
        }
        var next = new State(now.map(GenerationStates::highest).orElse(0L) + 1, null, shape);
        var stored = now.isPresent() ? replace(now.get(), next) : insert(next);
        return stored ? next : read(shape);
    }

    private Optional<State> find() {
        return Optional.ofNullable(collection.find(eq(HISTORY)).first())
                .map(it -> new State(it.getLong(SERVING), it.getLong(BUILDING), it.getInteger(SHAPE)));
    }

    /** @return false if somebody else changed it meanwhile */
    boolean replace(State now, State next) {
        var unchanged = Filters.and(
                eq(HISTORY), eq(SERVING, now.serving()), eq(BUILDING, now.building()), eq(SHAPE, now.shape()));
        return collection.replaceOne(unchanged, document(next)).getMatchedCount() == 1;
    }

    private boolean insert(State first) {
        try {
            collection.insertOne(document(first));
            return true;
        } catch (MongoWriteException e) {
            return false; // another process was first
        }
    }

    private static Document document(State state) {
        return new Document("_id", HISTORY)
                .append(SERVING, state.serving())
                .append(BUILDING, state.building())
                .append(SHAPE, state.shape());
    }

    static long highest(State state) {
        return state.building() == null ? state.serving() : Math.max(state.serving(), state.building());
    }
}
