package vn.nguongoc.scan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static vn.nguongoc.scan.ScanDocuments.collection;
import static vn.nguongoc.scan.ScanDocuments.fields;
import static vn.nguongoc.scan.ScanDocuments.numbers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;

/**
 * Scans of lots by the day, and days on which many serials of a GTIN were asked for that were never issued, as they lie
 * in MongoDB: one document for each lot or GTIN and day. Everything is found by {@code _id}; counters only grow.
 */
@Component
class LotDays {
    private static final String ID = "_id";
    private static final String SESSIONS = "n";
    private static final String PLACES = "places";
    private static final String UNITS = "units";
    private static final String NETWORKS = "networks";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> lots;
    private final MongoCollection<Document> bursts;

    LotDays(MongoDatabase database) {
        lots = collection(database, "scans-lots");
        bursts = collection(database, "scans-bursts");
    }

    /** @param all by {@link LotDay#id} */
    void write(Map<String, LotDay> all) {
        if (!all.isEmpty()) {
            lots.bulkWrite(
                    all.entrySet().stream()
                            .map(it -> new UpdateOneModel<Document>(eq(it.getKey()), update(it.getValue()), UPSERT))
                            .toList(),
                    ANY_ORDER);
        }
    }

    private static Bson update(LotDay it) {
        return Updates.combine(Stream.concat(
                        Stream.of(Updates.inc(SESSIONS, it.ofLot()), Updates.inc(UNITS, it.ofUnits())),
                        it.places().entrySet().stream()
                                .map(place -> Updates.inc(
                                        PLACES + "." + place.getKey().key(), place.getValue())))
                .toList());
    }

    /** Days of a lot with scans, from this one on, oldest first. */
    SortedMap<LocalDate, LotDay> days(LotId lot, LocalDate from) {
        var days = new TreeMap<LocalDate, LotDay>();
        lots.find(and(gte(ID, LotDay.id(lot, from)), lt(ID, lot + "0")))
                .sort(Sorts.ascending(ID))
                .forEach(it -> days.put(
                        LotDay.dayOf(it.getString(ID)),
                        new LotDay(it.getInteger(SESSIONS, 0), it.getInteger(UNITS, 0), places(it))));
        return days;
    }

    private static Map<Tile, Integer> places(Document lotDay) {
        return numbers(fields(lotDay, PLACES)).entrySet().stream()
                .collect(Collectors.toMap(it -> Tile.of(it.getKey()), Map.Entry::getValue));
    }

    void erase(LotId lot, LocalDate day) {
        lots.deleteOne(eq(LotDay.id(lot, day)));
    }

    // ---- bursts of unknown serials

    void writeBurst(LocalDate day, Gs1 gtin, UnknownSerials.Burst burst) {
        bursts.updateOne(
                eq(gtin.asGtin14() + "/" + day),
                Updates.combine(Updates.max(SESSIONS, burst.serials()), Updates.max(NETWORKS, burst.networks())),
                UPSERT);
    }

    SortedMap<LocalDate, UnknownSerials.Burst> bursts(Gs1 gtin, LocalDate from) {
        var found = new TreeMap<LocalDate, UnknownSerials.Burst>();
        var prefix = gtin.asGtin14() + "/";
        bursts.find(and(gte(ID, prefix + from), lt(ID, gtin.asGtin14() + "0")))
                .sort(Sorts.ascending(ID))
                .forEach(it -> found.put(
                        LocalDate.parse(it.getString(ID).substring(prefix.length())),
                        new UnknownSerials.Burst(it.getInteger(SESSIONS, 0), it.getInteger(NETWORKS, 0))));
        return found;
    }

    void eraseBursts(LocalDate before) {
        bursts.find().forEach(it -> {
            var id = it.getString(ID);
            if (LocalDate.parse(id.substring(id.indexOf('/') + 1)).isBefore(before)) {
                bursts.deleteOne(eq(id));
            }
        });
    }

    /**
     * Sessions of one lot on one day.
     *
     * @param ofLot with the code that its units share
     * @param ofUnits with codes of single units
     * @param places sessions whose buyers said where they were
     */
    record LotDay(int ofLot, int ofUnits, Map<Tile, Integer> places) {
        private static String id(LotId lot, @Nullable LocalDate day) {
            return lot + "/" + day;
        }

        static String id(Scan scan) {
            return id(scan.lot(), scan.day());
        }

        private static LocalDate dayOf(String id) {
            return LocalDate.parse(id.substring(id.indexOf('/') + 1));
        }
    }
}
