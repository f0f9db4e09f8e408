package vn.nguongoc.farmer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.mongo.StoreUnavailable;
import vn.nguongoc.shared.Refused;

/**
 * A key for each person, wrapped by a master key, in MongoDB beside the log. Where one was destroyed a mark stays, so
 * that nobody, however late, makes another one.
 */
@Component
class PersonKeys {
    static final String COLLECTION = "farmer-keys";

    private static final String WRAPPED = "wrapped";
    private static final String MASTER = "master";
    private static final String DESTROYED = "destroyed";

    private final MongoCollection<Document> keys;
    private final MasterKeys masters;

    PersonKeys(MongoDatabase database, MasterKeys masters) {
        this.keys = database.getCollection(COLLECTION);
        this.masters = masters;
        var one = keys.find(exists(WRAPPED)).first();
        if (one != null && masters.named(one.getString(MASTER)).isEmpty()) {
            throw new StoreUnavailable(
                    "The master key of what is known of people is not here",
                    "Put the file " + MasterKeys.FILE + " back beside the data, or name its lines in"
                            + " nguongoc.farmers.master-keys. Without it nobody can read what was kept of anybody",
                    null);
        }
    }

    /**
     * The person's key, made if they never had one.
     *
     * @throws Refused if it was destroyed
     */
    SecretKey require(FarmerKey farmer) {
        return find(farmer).orElseGet(() -> {
            insert(farmer);
            return find(farmer).orElseThrow(() -> erased(farmer));
        });
    }

    /**
     * The key of somebody who was entered.
     *
     * @throws Refused if they never were, or their key was destroyed
     */
    SecretKey known(FarmerKey farmer) {
        return find(farmer)
                .orElseThrow(() -> keys.find(eq(farmer.toString())).first() == null
                        ? new Refused(new LogRefusal.NotFound(farmer.code()))
                        : erased(farmer));
    }

    private static Refused erased(FarmerKey farmer) {
        return new Refused(new FarmerRefusal.Erased(farmer.code()));
    }

    private void insert(FarmerKey farmer) {
        var master = masters.current();
        var wrapped = Seal.close(master.key(), Seal.random(Seal.KEY_BYTES), farmer.toString());
        try {
            keys.insertOne(new Document("_id", farmer.toString())
                    .append(MASTER, master.id())
                    .append(WRAPPED, new Binary(wrapped)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Nothing if there never was one, or it was destroyed. */
    Optional<SecretKey> find(FarmerKey farmer) {
        return Optional.ofNullable(findAll(List.of(farmer)).get(farmer));
    }

    Map<FarmerKey, SecretKey> findAll(Collection<FarmerKey> farmers) {
        var found = new HashMap<FarmerKey, SecretKey>();
        keys.find(in("_id", farmers.stream().map(FarmerKey::toString).toList()))
                .forEach(it -> unwrap(it).ifPresent(key -> found.put(FarmerKey.read(it.getString("_id")), key)));
        return found;
    }

    private Optional<SecretKey> unwrap(Document it) {
        return Optional.ofNullable(it.get(WRAPPED, Binary.class)).map(wrapped -> {
            var master = masters.named(it.getString(MASTER))
                    .orElseThrow(() -> new IllegalStateException("no master key " + it.getString(MASTER)));
            return Seal.key(Seal.open(master.key(), wrapped.getData(), it.getString("_id")));
        });
    }

    /** For good. */
    void destroy(FarmerKey farmer) {
        keys.updateOne(
                eq(farmer.toString()),
                Updates.combine(Updates.unset(WRAPPED), Updates.unset(MASTER), Updates.set(DESTROYED, true)),
                new UpdateOptions().upsert(true));
    }
}
