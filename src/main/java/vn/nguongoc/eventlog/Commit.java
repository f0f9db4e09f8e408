package vn.nguongoc.eventlog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Receipt;

/**
 * All that one command had stored, in one document.
 *
 * @param position position of the first event; the next commit's is this plus the number of events
 * @param logTime the latest time at which anything up to here was recorded; unlike the clocks of the processes it never
 *     goes back, so a moment can be looked for by halving
 * @param draft what is stored
 */
record Commit(long position, Instant logTime, Draft draft) {

    /** The draft at the place after this commit, or at the beginning of the log. */
    static Commit after(@Nullable Commit tail, Draft draft) {
        if (tail == null) {
            return new Commit(0, draft.recordedAt(), draft);
        }
        var time = tail.logTime.isAfter(draft.recordedAt()) ? tail.logTime : draft.recordedAt();
        return new Commit(tail.next(), time, draft);
    }

    /** The position that the next commit has. */
    long next() {
        return position + entries().size();
    }

    String commitId() {
        return draft.commitId();
    }

    List<Entry> entries() {
        return draft.entries();
    }

    Receipt receipt() {
        Map<String, Long> versions = new HashMap<>();
        draft.versions().forEach(version -> versions.merge(version.aggregate(), version.sequence(), Long::max));
        return new Receipt(next() - 1, versions);
    }

    /**
     * One event as it is stored.
     *
     * @param bytes the canonical JSON that is hashed, at most {@value Entry#LARGEST} bytes; never re-serialised
     * @param leaf its 32-byte leaf hash
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares entries; the bytes are what is stored
    record Entry(Version version, byte[] bytes, byte[] leaf) {
        static final int LARGEST = 65_535;
    }

    /** The {@code sequence}th event of an aggregate, from 0: unique in the log. */
    record Version(String aggregate, long sequence) {
        static Version parse(String text) {
            int at = text.lastIndexOf('@');
            return new Version(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return aggregate + "@" + sequence;
        }
    }
}
