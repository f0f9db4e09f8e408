package vn.nguongoc.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter: an event that a follower of the log could not handle, and how many later ones of the same aggregate
 * wait behind it.
 *
 * @param id of the follower and the aggregate together; it stays the same when the first event is handled and the next
 *     takes its place
 * @param group the follower: its processing group
 * @param aggregate whose event it is
 * @param event its stored name
 * @param revision the revision it was stored under
 * @param position its place in the log
 * @param since when it was set aside
 * @param lastTriedAt when its handling was last tried, or when it was set aside
 * @param tries how often its handling was tried, the first time included; 0 if it only waited so far
 * @param cause why it could not be handled, in one line without personal data; absent if it only waited so far
 * @param waiting how many events of the aggregate wait behind it
 */
public record SetAside(
        String id,
        String group,
        String aggregate,
        String event,
        int revision,
        long position,
        Instant since,
        Instant lastTriedAt,
        int tries,
        @Nullable String cause,
        long waiting) {

    /** What one follower set aside of one aggregate: handled in order, or not at all. */
    record Sequence(String group, String aggregate) implements Comparable<Sequence> {
        private static final String BETWEEN = "/";

        /** Letters, digits, {@code -} and {@code _}: an aggregate's id may hold what an address cannot. */
        String id() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((group + BETWEEN + aggregate).getBytes(StandardCharsets.UTF_8));
        }

        /** @throws IllegalArgumentException if no {@link #id()} looks like this */
        static Sequence of(String id) {
            var text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            var parts = text.split(BETWEEN, 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(id);
            }
            return new Sequence(parts[0], parts[1]);
        }

        @Override
        public int compareTo(Sequence other) {
            var byGroup = group.compareTo(other.group);
            return byGroup == 0 ? aggregate.compareTo(other.aggregate) : byGroup;
        }
    }
}
