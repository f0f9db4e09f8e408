package vn.nguongoc.scan;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static vn.nguongoc.scan.ScanDocuments.collection;
import static vn.nguongoc.scan.ScanDocuments.insertNew;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Vietnam;

/**
 * Erases scans that are older than they are kept. What there is of a day is noted when it is counted, so that nobody
 * has to look for it.
 */
@Component
class ScanErasing {
    private static final String ID = "_id";
    private static final int TOGETHER = 500;
    private static final long REMEMBERED = 200_000;

    private final ScanStore units;
    private final LotDays lots;
    private final MongoCollection<Document> ends;
    private final int retentionDays;

    /** What was noted already. */
    private final Cache<End, Boolean> noted =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ScanErasing(MongoDatabase database, ScanStore units, LotDays lots, ScanSettings settings) {
        this.units = units;
        this.lots = lots;
        this.ends = collection(database, "scans-ends");
        this.retentionDays = settings.retentionDays();
    }

    /** Notes what of these is to be erased when its time comes; to be done before they are written. */
    void note(Collection<Scan> scans) {
        var news = scans.stream()
                .flatMap(scan -> scan.concerns().map(what -> new End(scan.day(), what)))
                .distinct()
                .filter(end -> noted.getIfPresent(end) == null)
                .toList();
        insertNew(ends, news.stream().map(end -> new Document(ID, end.key())).toList());
        news.forEach(end -> noted.put(end, true)); // not before: what the database did not take is noted again
    }

    /** What is older than is kept. */
    void erase(Instant now) {
        var firstKept = Vietnam.day(now.atOffset(Vietnam.OFFSET)).minusDays(retentionDays);
        var cutoff = Vietnam.start(firstKept).toInstant();
        for (var some = before(firstKept); !some.isEmpty(); some = before(firstKept)) {
            some.forEach(end -> erase(end, cutoff));
            ends.deleteMany(in(ID, some.stream().map(End::key).toList()));
        }
        lots.eraseBursts(firstKept);
    }

    /** Some of what there is of days before this one, the oldest first. */
    private List<End> before(LocalDate day) {
        return ends.find(lt(ID, day.toString()))
                .sort(Sorts.ascending(ID))
                .limit(TOGETHER)
                .map(it -> End.of(it.getString(ID)))
                .into(new ArrayList<>());
    }

    private void erase(End end, Instant cutoff) {
        if (end.isUnit()) {
            units.erase(end.what(), end.day(), cutoff);
        } else {
            lots.erase(new LotId(end.what()), end.day());
        }
    }

    /** Something of one day that will be erased. */
    private record End(LocalDate day, String what) {
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
}
