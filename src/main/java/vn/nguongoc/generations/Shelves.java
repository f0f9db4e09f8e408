package vn.nguongoc.generations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.view.ViewOfLabelRun;
import vn.nguongoc.view.ViewOfLot;

/**
 * One generation of the history as it lies in MongoDB: a collection for each kind of view, documents by id, and one
 * with the entries of all lists, by key. Everything is found by {@code _id}, which all servers keep in order.
 */
public final class Shelves {
    /** All collections of read models begin with it. */
    public static final String PREFIX = "history-";

    private static final String VIEW = "view";
    private static final String SEEN = "seen";
    private static final String ADDRESS = "address";
    private static final String OF = "of";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    /** Documents to a message: while the embedded server takes one, nobody's record becomes durable. */
    private static final int TOGETHER = 50;

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    /** The only other index: each of these has an address of its own. */
    private static final List<Class<?>> FOUND_BY_ADDRESS = List.of(ViewOfLot.class, ViewOfLabelRun.class);

    private final MongoDatabase database;
    private final String prefix;

    public Shelves(MongoDatabase database, long generation) {
        // Whatever is lost of these is told again: the follower's token comes after them.
        this.database = database.withWriteConcern(WriteConcern.W1);
        this.prefix = PREFIX + generation + "-";
        FOUND_BY_ADDRESS.forEach(type -> views(type).createIndex(ascending(ADDRESS), new IndexOptions().unique(true)));
    }

    private MongoCollection<Document> views(Class<?> type) {
        return database.getCollection(prefix + kind(type));
    }

    private MongoCollection<Document> lists() {
        return database.getCollection(prefix + "lists");
    }

    /** {@code lot} for {@link ViewOfLot}. */
    static String kind(Class<?> type) {
        return type.getSimpleName().replaceFirst("ViewOf", "").toLowerCase(Locale.ROOT);
    }

    // ---- reading

    Optional<Stored> find(Class<?> type, String id) {
        return Optional.ofNullable(views(type).find(eq(id)).first()).map(Shelves::stored);
    }

    List<Stored> findAll(Class<?> type, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : views(type).find(in("_id", ids)).map(Shelves::stored).into(new ArrayList<>());
    }

    Optional<Stored> at(Class<?> type, String address) {
        return Optional.ofNullable(views(type).find(eq(ADDRESS, address)).first())
                .map(Shelves::stored);
    }

    /** Entries of lists whose keys are in this range, in their order. */
    List<Entry> entries(String from, String below, int limit) {
        return lists().find(new Document("_id", new Document("$gte", from).append("$lt", below)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(it -> new Entry(it.getString("_id"), it.getString(OF)))
                .into(new ArrayList<>());
    }

    /** Which of these keys of lists have an entry. */
    Set<String> present(Collection<String> keys) {
        return lists().find(in("_id", keys))
                .projection(Projections.include("_id"))
                .map(it -> it.getString("_id"))
                .into(new HashSet<>());
    }

    private static Stored stored(Document document) {
        return new Stored(document.getLong(SEEN), document.getString(VIEW));
    }

    // ---- how far it may have been told

    /** Position beyond which no event was ever told; −1 if none was. */
    long reserved() {
        var document = reservations().find().first();
        return document == null ? -1 : document.getLong(SEEN);
    }

    /** To be said before anything beyond the position before it is written. */
    void reserve(long position) {
        reservations().replaceOne(eq(SEEN), new Document("_id", SEEN).append(SEEN, position), UPSERT);
    }

    private MongoCollection<Document> reservations() {
        return database.getCollection(prefix + "reserved");
    }

    // ---- writing

    /**
     * All of them in few messages. The lists come first: if it ends in between, what is told again changes the views as
     * before and enters the same entries again.
     */
    void write(Map<String, @Nullable String> entries, Map<Class<?>, List<Written>> changed) {
        var struck = new ArrayList<String>();
        var entered = new ArrayList<Document>();
        entries.forEach((key, of) -> {
            if (of == null) {
                struck.add(key);
            } else {
                entered.add(entry(key, of));
            }
        });
        inParts(struck, some -> lists().deleteMany(in("_id", some)));
        inParts(entered, some -> insert(lists(), some));
        changed.forEach((type, all) -> {
            var isNew = all.stream().collect(Collectors.partitioningBy(Written::isNew, documents()));
            inParts(isNew.getOrDefault(true, List.of()), some -> insert(views(type), some));
            inParts(isNew.getOrDefault(false, List.of()), some -> replace(views(type), some));
        });
    }

    private static Collector<Written, ?, List<Document>> documents() {
        return Collectors.mapping(Shelves::document, Collectors.toList());
    }

    private static <T> void inParts(List<T> all, Consumer<List<T>> write) {
        for (int i = 0; i < all.size(); i += TOGETHER) {
            write.accept(all.subList(i, Math.min(i + TOGETHER, all.size())));
        }
    }

    /** What is nearly always new costs much less so; what was there after all, from an earlier telling, is replaced. */
    private static void insert(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(it -> it.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            replace(
                    collection,
                    e.getWriteErrors().stream()
                            .map(it -> documents.get(it.getIndex()))
                            .toList());
        }
    }

    private static void replace(MongoCollection<Document> collection, List<Document> documents) {
        collection.bulkWrite(
                documents.stream()
                        .map(it -> new ReplaceOneModel<>(eq(it.getString("_id")), it, UPSERT))
                        .toList(),
                ANY_ORDER);
    }

    /** The same one by one, so that it is known which one the database does not take. */
    void writeEach(Map<String, @Nullable String> entries, Map<Class<?>, List<Written>> changed) {
        entries.forEach((key, of) -> {
            if (of == null) {
                lists().deleteOne(eq(key));
            } else {
                lists().replaceOne(eq(key), entry(key, of), UPSERT);
            }
        });
        changed.forEach((type, all) -> all.forEach(it -> views(type).replaceOne(eq(it.id()), document(it), UPSERT)));
    }

    private static Document entry(String key, String of) {
        return new Document("_id", key).append(OF, of);
    }

    private static Document document(Written it) {
        var document = new Document("_id", it.id()).append(SEEN, it.seen()).append(VIEW, it.json());
        return it.address() == null ? document : document.append(ADDRESS, it.address());
    }

    /** A view as it is stored: position of the last event it has seen, and JSON. */
    record Stored(long seen, String json) {}

    /**
     * @param isNew whether it is not there yet, as far as is known
     * @param address by which it is found beside its id, if it has one
     */
    record Written(
            String id,
            boolean isNew,
            long seen,
            String json,
            @Nullable String address) {}

    /** An entry of a list: the key says where it stands, {@code of} whom it is about. */
    public record Entry(String key, String of) {}
}
