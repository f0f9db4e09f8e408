package vn.nguongoc.farmer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;

/**
 * What opens the commitments of the record, in MongoDB beside the log: a document for each person, each value sealed.
 */
@Component
class Openings {
    static final String COLLECTION = "farmer-openings";

    private static final String BY_DIGEST = "openings";
    private static final String FIELD = "field";
    private static final String SEALED = "sealed";
    private static final String AT = "at";

    private final MongoCollection<Document> openings;

    Openings(MongoDatabase database) {
        this.openings = database.getCollection(COLLECTION);
    }

    /** @param at from which it is known how long it lies here */
    void add(FarmerKey farmer, Collection<Opening> all, SecretKey key, Instant at) {
        var updates = all.stream()
                .map(it -> {
                    var digest = it.commitment().digest();
                    return Updates.set(
                            BY_DIGEST + "." + digest,
                            new Document(FIELD, it.field().code())
                                    .append(SEALED, new Binary(Seal.close(key, it.bytes(), about(farmer, digest))))
                                    .append(AT, Date.from(at)));
                })
                .toList();
        openings.updateOne(eq(farmer.toString()), Updates.combine(updates), new UpdateOptions().upsert(true));
    }

    /** The digest is of one field of one event, so that nothing opens in another place than its own. */
    private static String about(FarmerKey farmer, String digest) {
        return farmer + "/" + digest;
    }

    /** Those of these people for which there is a key, by digest. */
    Map<FarmerKey, Map<String, Opening>> find(Map<FarmerKey, SecretKey> keys) {
        var found = new HashMap<FarmerKey, Map<String, Opening>>();
        openings.find(in("_id", keys.keySet().stream().map(FarmerKey::toString).toList()))
                .forEach(it -> {
                    var farmer = FarmerKey.read(it.getString("_id"));
                    Optional.ofNullable(keys.get(farmer)).ifPresent(key -> found.put(farmer, opened(farmer, it, key)));
                });
        return found;
    }

    private static Map<String, Opening> opened(FarmerKey farmer, Document it, SecretKey key) {
        return parts(it).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> opened(farmer, part.getKey(), part.getValue(), key)));
    }

    private static Opening opened(FarmerKey farmer, String digest, Document part, SecretKey key) {
        var sealed = part.get(SEALED, Binary.class).getData();
        var opening = Opening.of(Field.named(part.getString(FIELD)), Seal.open(key, sealed, about(farmer, digest)));
        if (!opening.commitment().digest().equals(digest)) {
            throw new IllegalStateException("what lies here does not open " + about(farmer, digest));
        }
        return opening;
    }

    private static Map<String, Document> parts(Document it) {
        var parts = new HashMap<String, Document>();
        Optional.ofNullable(it.get(BY_DIGEST, Document.class))
                .ifPresent(all -> all.forEach((digest, part) -> parts.put(digest, (Document) part)));
        return parts;
    }

    void drop(FarmerKey farmer, Collection<String> digests) {
        if (!digests.isEmpty()) {
            openings.updateOne(
                    eq(farmer.toString()),
                    Updates.combine(digests.stream()
                            .map(it -> Updates.unset(BY_DIGEST + "." + it))
                            .toList()));
        }
    }

    void destroy(FarmerKey farmer) {
        openings.deleteOne(eq(farmer.toString()));
    }

    // ---- looking through all of them

    /** Somebody of whom something lies here, and what is older than it takes any request to end. */
    record Held(FarmerKey farmer, Set<String> old) {}

    /** @param after of the page before; null for the first */
    List<Held> page(@Nullable FarmerKey after, Instant before, int limit) {
        return openings.find(after == null ? new Document() : gt("_id", after.toString()))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(it -> new Held(FarmerKey.read(it.getString("_id")), old(it, before)))
                .into(new ArrayList<>());
    }

    private static Set<String> old(Document it, Instant before) {
        return parts(it).entrySet().stream()
                .filter(part -> part.getValue().getDate(AT).toInstant().isBefore(before))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
