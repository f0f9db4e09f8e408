package vn.nguongoc.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Gs1;

/**
 * How often serials were asked for that nobody issued, by GTIN and network, in memory only and of so many at most. The
 * database is not touched, whatever comes; what is more than a network usually gets wrong in a day is written down
 * later, as one number.
 */
@Component
class UnknownSerials {
    private static final long MOST = 10_000;

    /** A network's code is of one day anyway. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Cache<Asked, AtomicInteger> counts =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(A_DAY).build();
    private final Map<Gs1, Burst> told = new HashMap<>();

    private record Asked(LocalDate day, Gs1 gtin, String network) {}

    /**
     * @param serials that were asked for by networks that asked for many
     * @param networks how many those are
     */
    record Burst(int serials, int networks) {
        private Burst plus(int more) {
            return new Burst(serials + more, networks + 1);
        }
    }

    void count(LocalDate day, Gs1 gtin, String network) {
        counts.get(new Asked(day, gtin, network), key -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Those of the day that grew since they were asked for last.
     *
     * @param most unknown serials that a network may ask for without being told of
     */
    synchronized Map<Gs1, Burst> grown(LocalDate day, int most) {
        var now = new HashMap<Gs1, Burst>();
        counts.asMap().forEach((asked, count) -> {
            if (asked.day().equals(day) && count.get() > most) {
                var before = now.getOrDefault(asked.gtin(), new Burst(0, 0));
                now.put(asked.gtin(), before.plus(count.get()));
            }
        });
        var grown = new HashMap<>(now);
        grown.entrySet().removeIf(it -> it.getValue().equals(told.get(it.getKey())));
        told.clear();
        told.putAll(now);
        return grown;
    }

    long networks() {
        return counts.estimatedSize();
    }
}
