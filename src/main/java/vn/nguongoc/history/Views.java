package vn.nguongoc.history;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.shared.LotId;

/** Keeps the views in MongoDB, each with the position it has seen, so that an event told twice changes nothing. */
@Component
class Views {
    private static final String SEEN = "seen";
    private static final String VIEW = "view";
    private static final String ADDRESS = "address";
    private static final String LOT = "lot";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final MongoDatabase database;
    private final MongoCollection<Document> lotsByPosition;

    Views(MongoDatabase database) {
        // Whatever is lost of these is told again: the processor's token, which is journalled, comes after them.
        this.database = database.withWriteConcern(WriteConcern.W1);
        this.lotsByPosition = this.database.getCollection("historyLotsByPosition");
        collection(View.OfLot.class).createIndex(ascending(ADDRESS), new IndexOptions().unique(true));
    }

    // ---- writing, by the projection only

    <V extends View> void create(Object id, long position, V view) {
        // The list first: if we end in between, being told again finds the view missing and does both.
        if (view instanceof View.OfLot lot) {
            lotsByPosition.replaceOne(
                    eq(position),
                    new Document("_id", position).append(LOT, lot.id().value()),
                    new ReplaceOptions().upsert(true));
        }
        if (stored(view.getClass(), id.toString()).isEmpty()) {
            save(id.toString(), position, view);
        }
    }

    <V extends View> void change(Class<V> type, Object id, long position, UnaryOperator<V> change) {
        var stored = stored(type, id.toString())
                .orElseThrow(() -> new IllegalStateException(id + " changed before it was there"));
        if (stored.getLong(SEEN) < position) {
            save(id.toString(), position, change.apply(read(type, stored)));
        }
    }

    void clear() {
        for (var type : View.class.getPermittedSubclasses()) {
            collection(type).deleteMany(new Document());
        }
        lotsByPosition.deleteMany(new Document());
    }

    private void save(String id, long position, View view) {
        var document = new Document("_id", id).append(SEEN, position).append(VIEW, JSON.writeValueAsString(view));
        if (view instanceof View.OfLot lot) {
            document.append(ADDRESS, lot.address());
        }
        collection(view.getClass()).replaceOne(eq(id), document, new ReplaceOptions().upsert(true));
    }

    // ---- reading

    <V extends View> Optional<Seen<V>> find(Class<V> type, Object id) {
        return stored(type, id.toString()).map(document -> seen(type, document));
    }

    <V extends View> List<Seen<V>> findAll(Class<V> type, Collection<?> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return collection(type)
                .find(in("_id", ids.stream().map(Object::toString).toList()))
                .map(document -> seen(type, document))
                .into(new ArrayList<>());
    }

    Optional<Seen<View.OfLot>> lotAt(String address) {
        return Optional.ofNullable(
                        collection(View.OfLot.class).find(eq(ADDRESS, address)).first())
                .map(document -> seen(View.OfLot.class, document));
    }

    /** Lots created before this position, newest first, each with the position it was created at. */
    List<Created> lotsBefore(long position, int limit) {
        return lotsByPosition
                .find(lt("_id", position))
                .sort(Sorts.descending("_id"))
                .limit(limit)
                .map(document -> new Created(document.getLong("_id"), new LotId(document.getString(LOT))))
                .into(new ArrayList<>());
    }

    private Optional<Document> stored(Class<?> type, String id) {
        return Optional.ofNullable(collection(type).find(eq(id)).first());
    }

    private MongoCollection<Document> collection(Class<?> type) {
        return database.getCollection(
                "history" + type.getSimpleName().replaceFirst("Of", "").toLowerCase(Locale.ROOT));
    }

    private static <V extends View> Seen<V> seen(Class<V> type, Document document) {
        return new Seen<>(read(type, document), document.getLong(SEEN));
    }

    private static <V> V read(Class<V> type, Document document) {
        return JSON.readValue(document.getString(VIEW), type);
    }

    /** A view and the position of the last event it has seen. */
    record Seen<V extends View>(V view, long position) {}

    record Created(long position, LotId lot) {}
}
