package vn.nguongoc.eventlog;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** Why the log itself says no, whatever the command. */
public sealed interface LogRefusal extends Refusal {

    /** Whether it is no word about the command itself: the same one may well be accepted in a while. */
    static boolean passesBy(Refusal refusal) {
        return refusal.refusalKind() == Kind.BUSY || refusal instanceof TooManyAtOnce;
    }

    /**
     * What somebody named; a text that is no id names nothing.
     *
     * @param read says {@link IllegalArgumentException} if it is none
     * @throws Refused as {@link NotFound} if it is none
     */
    static <T> T named(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(new NotFound(text));
        }
    }

    /** Nothing of that id is recorded, or it is not yours. */
    record NotFound(String id) implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.MISSING;
        }
    }

    /** The {@code Idempotency-Key} belongs to a stored request with other content. */
    record KeyUsedForAnotherRequest() implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /** What somebody recorded before is changed only by who says which version they have seen ({@code If-Match}). */
    record VersionUnsaid() implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.UNCONDITIONAL;
        }
    }

    /**
     * The thing has changed since the version that was meant.
     *
     * @param requested ETags in {@code If-Match}
     * @param current the thing's ETag now; absent where it has never been there
     */
    record VersionMoved(List<String> requested, @Nullable String current) implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.STALE;
        }
    }

    /** Others changed the same things at the same moment, this many times in a row. */
    record TooManyAtOnce(int tries) implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.CONFLICT;
        }
    }

    /** One event would take more room than a log entry may. */
    record EntryTooLarge(int bytes, int limit) implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.INVALID;
        }
    }

    /**
     * The database did not answer in time. Whether the record was stored is not known; the same request with the same
     * key may be sent again, and is stored once.
     */
    record NotStoredInTime(long seconds) implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }

    /** As many records as the service holds are waiting for the database already; this one is not stored. */
    record TooManyWaiting(int limit) implements LogRefusal {
        @Override
        public Kind refusalKind() {
            return Kind.BUSY;
        }
    }
}
