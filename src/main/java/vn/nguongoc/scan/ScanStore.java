package vn.nguongoc.scan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static vn.nguongoc.scan.ScanDocuments.collection;
import static vn.nguongoc.scan.ScanDocuments.fields;
import static vn.nguongoc.scan.ScanDocuments.insertNew;
import static vn.nguongoc.scan.ScanDocuments.numbers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.UnitScans.Day;
import vn.nguongoc.scan.UnitScans.Sighting;
import vn.nguongoc.shared.LotId;

/**
 * Units that were scanned as they lie in MongoDB, beside the log and not in it: one document for each unit that was
 * ever scanned, and lists of those with signals. Everything is found by {@code _id}; counters only grow, so that
 * several processes may count at once. Writes are not waited for until they are on the disk.
 */
@Component
class ScanStore {
    private static final String ID = "_id";
    private static final String LOT = "lot";
    private static final String SESSIONS = "n";
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String BOUGHT = "bought";
    private static final String DAYS = "days";
    private static final String DEVICES = "devices";
    private static final String PLACES = "places";
    private static final String COUNTRIES = "countries";
    private static final String RAISED = "raised";
    private static final String OF = "of";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> units;
    private final MongoCollection<Document> lists;

    ScanStore(MongoDatabase database) {
        units = collection(database, "scans-units");
        lists = collection(database, "scans-signals");
    }

    // ---- units

    Optional<UnitScans> unit(Serial serial) {
        return Optional.ofNullable(units.find(eq(serial.value())).first()).map(ScanStore::unit);
    }

    Map<Serial, UnitScans> units(Collection<Serial> serials) {
        return units
                .find(in(ID, serials.stream().map(Serial::value).toList()))
                .map(ScanStore::unit)
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toMap(UnitScans::serial, Function.identity()));
    }

    private static UnitScans unit(Document it) {
        return new UnitScans(
                new Serial(it.getString(ID)),
                new LotId(it.getString(LOT)),
                it.getDate(FIRST).toInstant(),
                it.getDate(LAST).toInstant(),
                it.getInteger(SESSIONS, 0),
                Optional.ofNullable(it.getString(BOUGHT)).map(LocalDate::parse).orElse(null),
                days(it));
    }

    private static SortedMap<LocalDate, Day> days(Document unit) {
        var days = new TreeMap<LocalDate, Day>();
        fields(unit, DAYS).forEach((day, value) -> days.put(LocalDate.parse(day), day((Document) value)));
        return days;
    }

    /** Of devices that keys of different processes tell apart, the most that one of them saw. */
    private static Day day(Document it) {
        var devices = fields(it, DEVICES).values().stream()
                .mapToInt(codes -> ((List<?>) codes).size())
                .max()
                .orElse(0);
        return new Day(it.getInteger(SESSIONS, 0), devices, sightings(it), numbers(fields(it, COUNTRIES)));
    }

    private static List<Sighting> sightings(Document day) {
        return fields(day, PLACES).entrySet().stream()
                .map(it -> sighting(it.getKey(), (Document) it.getValue()))
                .sorted((a, b) -> a.first().compareTo(b.first()))
                .toList();
    }

    private static Sighting sighting(String place, Document it) {
        return new Sighting(
                Tile.of(place),
                it.getDate(FIRST).toInstant(),
                it.getDate(LAST).toInstant(),
                it.getInteger(SESSIONS, 0));
    }

    // ---- writing

    /** What one unit's sessions of one day add. */
    void writeUnits(Collection<UnitDay> all) {
        if (!all.isEmpty()) {
            units.bulkWrite(all.stream().map(ScanStore::update).toList(), ANY_ORDER);
        }
    }

    private static UpdateOneModel<Document> update(UnitDay it) {
        var at = DAYS + "." + it.day() + ".";
        var updates = new ArrayList<Bson>();
        updates.add(Updates.setOnInsert(LOT, it.lot().value()));
        updates.add(Updates.min(FIRST, Date.from(it.first())));
        updates.add(Updates.max(LAST, Date.from(it.last())));
        updates.add(Updates.inc(SESSIONS, it.sessions()));
        updates.add(Updates.inc(at + SESSIONS, it.sessions()));
        if (it.bought()) {
            updates.add(Updates.min(BOUGHT, it.day().toString()));
        }
        it.devices()
                .forEach((epoch, codes) ->
                        updates.add(Updates.addEachToSet(at + DEVICES + "." + epoch, List.copyOf(codes))));
        it.countries().forEach((country, number) -> updates.add(Updates.inc(at + COUNTRIES + "." + country, number)));
        it.places().forEach((place, seen) -> {
            var there = at + PLACES + "." + place.key() + ".";
            updates.add(Updates.inc(there + SESSIONS, seen.sessions()));
            updates.add(Updates.min(there + FIRST, Date.from(seen.first())));
            updates.add(Updates.max(there + LAST, Date.from(seen.last())));
        });
        return new UpdateOneModel<>(eq(it.serial().value()), Updates.combine(updates), UPSERT);
    }

    /** @param cutoff a unit whose last session began before it is erased altogether, else only its day */
    void erase(String serial, LocalDate day, Instant cutoff) {
        units.deleteOne(and(eq(serial), lt(LAST, Date.from(cutoff))));
        units.updateOne(eq(serial), Updates.unset(DAYS + "." + day));
    }

    // ---- lists of units with signals

    /**
     * Notes when a unit first had a signal.
     *
     * @return when that was: {@code now}, or earlier
     */
    Instant raise(Serial serial, Instant now) {
        units.updateOne(and(eq(serial.value()), exists(RAISED, false)), Updates.set(RAISED, Date.from(now)));
        var unit = units.find(eq(serial.value())).first();
        return unit == null ? now : unit.getDate(RAISED).toInstant();
    }

    void enter(Collection<String> keys, Serial serial) {
        insertNew(
                lists,
                keys.stream()
                        .map(key -> new Document(ID, key).append(OF, serial.value()))
                        .toList());
    }

    /** Keys with their units, in order. */
    NavigableMap<String, Serial> entries(String from, String below, int limit) {
        var found = new TreeMap<String, Serial>();
        lists.find(and(gte(ID, from), lt(ID, below)))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .forEach(it -> found.put(it.getString(ID), new Serial(it.getString(OF))));
        return found;
    }

    void strike(Collection<String> keys) {
        if (!keys.isEmpty()) {
            lists.deleteMany(in(ID, keys));
        }
    }

    /** A country's, device's or place's part in one unit's day. */
    record UnitDay(
            Serial serial,
            LotId lot,
            LocalDate day,
            Instant first,
            Instant last,
            int sessions,
            boolean bought,
            Map<String, ? extends Collection<String>> devices,
            Map<String, Integer> countries,
            Map<Tile, Sighting> places) {}
}
