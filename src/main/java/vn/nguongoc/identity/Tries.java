package vn.nguongoc.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * How often one may be wrong: for each name five times and then once a minute, from each network twenty times and then
 * once in ten seconds. Whoever is right is not counted, so that a cooperative behind one address is not slowed.
 */
@Component
class Tries {
    private static final int MOST = 100_000;
    private static final int FOR_A_NAME = 5;
    private static final Duration NEXT_FOR_A_NAME = Duration.ofMinutes(1);
    private static final int FROM_A_NETWORK = 20;
    private static final Duration NEXT_FROM_A_NETWORK = Duration.ofSeconds(10);

    private final LoadingCache<String, Bucket> names = buckets(FOR_A_NAME, NEXT_FOR_A_NAME);
    private final LoadingCache<String, Bucket> networks = buckets(FROM_A_NETWORK, NEXT_FROM_A_NETWORK);

    private static LoadingCache<String, Bucket> buckets(int tries, Duration next) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(next.multipliedBy(tries))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillIntervally(1, next))
                        .build());
    }

    /** @throws Refused if it was wrong too often */
    void take(String name, String network) {
        take(networks.get(network));
        take(names.get(name));
    }

    /** @throws Refused if it was wrong too often from there */
    void takeFrom(String network) {
        take(networks.get(network));
    }

    private static void take(Bucket bucket) {
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            var wait = Duration.ofNanos(taken.getNanosToWaitForRefill());
            throw new Refused(new IdentityRefusal.TooManyTries(wait.toSeconds() + 1));
        }
    }

    void giveBackTo(String network) {
        networks.get(network).addTokens(1);
    }

    /** What was right after all. */
    void giveBack(String name, String network) {
        networks.get(network).addTokens(1);
        names.get(name).addTokens(1);
    }
}
