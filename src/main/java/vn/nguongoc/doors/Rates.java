package vn.nguongoc.doors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.nguongoc.identity.IdentityRefusal;
import vn.nguongoc.shared.Refused;

/**
 * How often one may ask: whoever has signed in or shows a key, so often a minute; of a network from which nobody has, a
 * tenth of it. Each answer says what is left (RateLimit header fields for HTTP, an IETF draft).
 */
@Component
final class Rates {
    private static final int MOST = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int STRANGERS_SHARE = 10;

    private final int perMinute;
    private final LoadingCache<String, Bucket> callers;
    private final LoadingCache<String, Bucket> networks;

    Rates(DoorSettings settings) {
        perMinute = settings.requestsPerMinute();
        callers = buckets(perMinute);
        networks = buckets(perMinute / STRANGERS_SHARE);
    }

    private static LoadingCache<String, Bucket> buckets(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(MINUTE)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /**
     * @param actor id of who asks
     * @throws Refused if they asked too often
     */
    void takeOf(String actor, HttpServletResponse response) {
        take(callers.get(actor), "caller", perMinute, response);
    }

    /**
     * @param network from which somebody asks who is not known
     * @throws Refused if it was asked from too often
     */
    void takeFrom(String network, HttpServletResponse response) {
        take(networks.get(network), "network", perMinute / STRANGERS_SHARE, response);
    }

    private static void take(Bucket bucket, String policy, int perMinute, HttpServletResponse response) {
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(policy, perMinute));
        response.setHeader("RateLimit", "\"%s\";r=%d".formatted(policy, taken.getRemainingTokens()));
        if (!taken.isConsumed()) {
            var seconds = Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader("Retry-After", String.valueOf(seconds));
            throw new Refused(new IdentityRefusal.TooManyRequests(perMinute, seconds));
        }
    }
}
