package vn.nguongoc.eventlog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command wants stored, before it has a place in the log.
 *
 * @param commitId unique for ever
 * @param request digest of what was asked, where it came with a key
 * @param recordedAt this process's clock, whole milliseconds
 * @param entries one for each event, in order; never empty
 */
record Draft(String commitId, @Nullable String request, Instant recordedAt, List<Commit.Entry> entries) {

    Draft {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a commit holds at least one event");
        }
    }

    List<Commit.Version> versions() {
        return entries.stream().map(Commit.Entry::version).toList();
    }

    /**
     * Whether this is that very attempt and not another one at the same request: each attempt gives its events new ids,
     * and they are hashed.
     */
    boolean isTheSameAttemptAs(Draft other) {
        return Arrays.equals(entries.getFirst().leaf(), other.entries.getFirst().leaf());
    }
}
