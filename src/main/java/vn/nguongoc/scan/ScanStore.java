package vn.nguongoc.scan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
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
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.UnitScans.Day;
import vn.nguongoc.scan.UnitScans.Sighting;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;

/**
 * Scans as they lie in MongoDB, beside the log and not in it: one document for each unit that was ever scanned, one for
 * each lot and day, lists of units with signals, and what is to be erased by the day. Everything is found by
 * {@code _id}; counters only grow, so that several processes may count at once. Writes are not waited for until they
 * are on the disk.
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
    private static final String UNITS = "units";
    private static final String OF = "of";
    private static final String NETWORKS = "networks";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> units;
    private final MongoCollection<Document> lots;
    private final MongoCollection<Document> bursts;
    private final MongoCollection<Document> lists;
    private final MongoCollection<Document> ends;

    ScanStore(MongoDatabase database) {
        var quick = database.withWriteConcern(WriteConcern.W1);
        units = quick.getCollection("scans-units");
        lots = quick.getCollection("scans-lots");
        bursts = quick.getCollection("scans-bursts");
        lists = quick.getCollection("scans-signals");
        ends = quick.getCollection("scans-ends");
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

    private static Map<String, Integer> numbers(Document document) {
        return document.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> ((Number) it.getValue()).intValue(), Integer::sum, TreeMap::new));
    }

    private static Document fields(Document document, String name) {
        return Optional.ofNullable(document.get(name, Document.class)).orElseGet(Document::new);
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

    /** @param all by {@link LotDay#id} */
    void writeLots(Map<String, LotDay> all) {
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

    /** Days of a lot, newest first. */
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

    // ---- erasing

    /** Notes what of a day is to be erased when its time comes. */
    void note(Collection<End> days) {
        insertNew(ends, days.stream().map(it -> new Document(ID, it.key())).toList());
    }

    /** What is to be erased of days before this one, the oldest first. */
    List<End> endsBefore(LocalDate day, int limit) {
        return ends.find(lt(ID, day.toString()))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .map(it -> End.of(it.getString(ID)))
                .into(new ArrayList<>());
    }

    /** @param cutoff a unit whose last session began before it is erased altogether */
    void erase(List<End> days, Instant cutoff) {
        days.forEach(end -> {
            if (end.isUnit()) {
                units.deleteOne(and(eq(end.what()), lt(LAST, Date.from(cutoff))));
                units.updateOne(eq(end.what()), Updates.unset(DAYS + "." + end.day()));
            } else {
                lots.deleteOne(eq(LotDay.id(new LotId(end.what()), end.day())));
            }
        });
        ends.deleteMany(in(ID, days.stream().map(End::key).toList()));
    }

    void eraseBursts(LocalDate before) {
        bursts.find().forEach(it -> {
            var id = it.getString(ID);
            if (LocalDate.parse(id.substring(id.indexOf('/') + 1)).isBefore(before)) {
                bursts.deleteOne(eq(id));
            }
        });
    }

    private static void insertNew(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(it -> it.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /** Something of one day that will be erased. */
    record End(LocalDate day, String what) {
        private static final int DAY = 10;

        private String key() {
            return day + "/" + what;
        }

        private static End of(String key) {
            return new End(LocalDate.parse(key.substring(0, DAY)), key.substring(DAY + 1));
        }

        private boolean isUnit() {
            return !what.startsWith(LotId.PREFIX + "-");
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
