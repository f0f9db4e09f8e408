package vn.nguongoc.eventlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the log as it lies in the database, commit after commit, and notes whatever cannot be: gaps and doubles in the
 * positions or in an aggregate's sequence, bytes that do not give their leaf hash, chains that do not hold, events that
 * are unknown or cannot be read. It shares no code with what writes the log, so that both cannot be wrong alike.
 */
final class LogCheck {
    private static final int MOST_FINDINGS = 100;

    private final EventSerializer serializer;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Last> aggregates = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final TreeHash tree = new TreeHash();
    private long next;
    private Instant logTime = Instant.MIN;

    /** @param serializer decodes payloads, as every reader of the log does */
    LogCheck(EventSerializer serializer) {
        this.serializer = serializer;
    }

    /** What is wrong at a position. */
    record Finding(long position, String what) {}

    /** An aggregate's last event so far. */
    private record Last(long sequence, String leaf) {}

    /** What is wrong so far, in the order of the log; at most the first hundred. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean isFull() {
        return findings.size() >= MOST_FINDINGS;
    }

    /** The position after the last event read. */
    long next() {
        return next;
    }

    /** RFC 6962 hash over all leaves read so far, in hex. */
    String root() {
        return HexFormat.of().formatHex(tree.root());
    }

    /** Takes the commit with the next higher {@code _id}. */
    void read(Document commit) {
        var position = commit.get("_id", Number.class).longValue();
        if (position > next) {
            note(next, "missing, up to " + (position - 1));
        } else if (position < next) {
            note(position, "doubled: the commit before reaches up to " + (next - 1));
        }
        try {
            next = position + events(commit, position);
            times(commit, position);
        } catch (RuntimeException e) {
            note(position, "not a commit: " + e.getMessage());
            next = Math.max(next, position + 1);
        }
    }

    /** Somebody who followed the log has seen the event at this position: so it must be there. */
    void reachesTo(long position) {
        if (position >= next) {
            note(next, "missing, up to " + position + " at least: a follower of the log has seen that");
        }
    }

    private int events(Document commit, long position) {
        var versions = commit.getList("versions", String.class);
        var events = commit.getList("events", Document.class);
        var leaves = commit.getList("leaves", Binary.class);
        if (versions.isEmpty() || versions.size() != events.size() || versions.size() != leaves.size()) {
            note(position, versions.size() + " versions, " + events.size() + " events, " + leaves.size() + " leaves");
        }
        var recordedAt = commit.getDate("recordedAt").toInstant();
        for (int i = 0; i < events.size(); i++) {
            var bytes = events.get(i).get("bytes", Binary.class).getData();
            event(position + i, versions.get(i), bytes, leaves.get(i).getData(), recordedAt);
        }
        return events.size();
    }

    private void event(long position, String version, byte[] bytes, byte[] leaf, Instant recordedAt) {
        if (!Arrays.equals(leaf, hash(bytes))) {
            note(position, version + ": its bytes do not give its leaf hash");
        }
        tree.add(leaf);
        try {
            var event = json.readTree(bytes);
            follows(position, version, event, HexFormat.of().formatHex(leaf));
            if (!recordedAt.equals(Instant.parse(event.required("recordedAt").stringValue()))) {
                note(position, version + ": recorded at another time than its commit");
            }
            decode(event);
        } catch (RuntimeException e) {
            note(position, version + ": cannot be read: " + e.getMessage());
        }
    }

    private void follows(long position, String version, JsonNode event, String leaf) {
        var aggregate = event.required("aggregate");
        var id = aggregate.required("id").stringValue();
        var sequence = aggregate.required("sequence").longValue();
        if (!version.equals(id + "@" + sequence)) {
            note(position, version + ": its bytes say " + id + "@" + sequence);
        }
        var last = aggregates.get(id);
        var expected = last == null ? 0 : last.sequence() + 1;
        if (sequence != expected) {
            note(position, id + ": event " + sequence + " where " + expected + " should be");
        } else if (!Objects.equals(event.path("previous").asString(null), last == null ? null : last.leaf())) {
            note(position, version + ": does not name the leaf of the event before it");
        }
        aggregates.put(id, new Last(sequence, leaf));
    }

    private void decode(JsonNode event) {
        var name = event.required("event").required("name").stringValue();
        var revision = event.required("event").required("revision").intValue();
        serializer.deserialize(new SimpleSerializedObject<>(
                event.required("payload"), JsonNode.class, name, String.valueOf(revision)));
    }

    private void times(Document commit, long position) {
        var recordedAt = commit.getDate("recordedAt").toInstant();
        var expected = recordedAt.isAfter(logTime) ? recordedAt : logTime;
        logTime = commit.getDate("logTime").toInstant();
        if (!logTime.equals(expected)) {
            note(position, "log time " + logTime + " where " + expected + " should be");
        }
    }

    private void note(long position, @Nullable String what) {
        if (!isFull()) {
            findings.add(new Finding(position, String.valueOf(what)));
        }
    }

    private static byte[] hash(byte[] entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            return digest.digest(entry);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
