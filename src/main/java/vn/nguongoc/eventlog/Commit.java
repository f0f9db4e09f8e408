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
 * @param commitId unique for ever
 * @param request digest of what was asked, where it came with a key
 * @param recordedAt the server's clock, whole milliseconds
 * @param entries one for each event, in order; never empty
 */
record Commit(long position, String commitId, @Nullable String request, Instant recordedAt, List<Entry> entries) {

    Commit {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a commit holds at least one event");
        }
    }

    Commit at(long newPosition) {
        return new Commit(newPosition, commitId, request, recordedAt, entries);
    }

    /** The position that the next commit has. */
    long next() {
        return position + entries.size();
    }

    List<String> versions() {
        return entries.stream().map(entry -> entry.version().toString()).toList();
    }

    Receipt receipt() {
        Map<String, Long> versions = new HashMap<>();
        entries.forEach(entry ->
                versions.merge(entry.version().aggregate(), entry.version().sequence(), Long::max));
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
