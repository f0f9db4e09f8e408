package vn.nguongoc.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far a follower of the log has come.
 *
 * @param name its processing group
 * @param position of the last event it has seen; −1 before the first
 * @param head position of the log's last event; −1 in an empty log
 * @param behind how many events it has not seen
 * @param ageMillis how long ago the oldest of these was recorded, in ms; 0 if there is none
 * @param error the kind of fault it is stuck on, tried again and again; absent if it is not
 */
public record FollowerStatus(
        String name,
        State state,
        long position,
        long head,
        long behind,
        long ageMillis,
        @Nullable String error) {

    /** What it is doing. */
    public enum State {
        @JsonProperty("following")
        FOLLOWING,
        /** It reads again what it had read before. */
        @JsonProperty("rebuilding")
        REBUILDING,
        /** Something holds it up that is no event's fault, such as a database that is away. */
        @JsonProperty("failing")
        FAILING,
        /** Another process on this log follows it, or nobody yet. */
        @JsonProperty("elsewhere")
        ELSEWHERE,
        @JsonProperty("stopped")
        STOPPED
    }
}
