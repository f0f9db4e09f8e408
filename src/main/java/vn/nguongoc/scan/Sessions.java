package vn.nguongoc.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions that go on: which device looked at what not long ago. In memory only, and of so many at most. */
final class Sessions {
    private static final long MOST = 200_000;

    private final Cache<Key, Session> running;

    Sessions(Duration pause, Ticker ticker) {
        running = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(pause)
                .ticker(ticker)
                .build();
    }

    private record Key(String what, String device) {}

    /** A session. */
    static final class Session {
        private final Instant begun;
        private volatile @Nullable Integer before;
        private volatile boolean hasSaid;

        Session(Instant begun) {
            this.begun = begun;
        }

        /** To the second. */
        Instant begun() {
            return begun;
        }

        /**
         * How many sessions there had been when this one was told so; remembered, so that a page looked at again says
         * the same.
         */
        int before(int stored) {
            var known = before;
            if (known == null) {
                before = stored;
                return stored;
            }
            return known;
        }

        /** @return false if somebody said something in it before */
        synchronized boolean say() {
            var first = !hasSaid;
            hasSaid = true;
            return first;
        }
    }

    /** A session, and whether it begins now. */
    record Seen(Session session, boolean isNew) {}

    Seen see(String what, Device device, Instant now) {
        var begins = new Session(Instant.ofEpochSecond(now.getEpochSecond()));
        var session = running.get(new Key(what, device.epoch() + device.code()), key -> begins);
        return new Seen(session, session == begins);
    }

    Optional<Session> running(String what, Device device) {
        return Optional.ofNullable(running.getIfPresent(new Key(what, device.epoch() + device.code())));
    }
}
