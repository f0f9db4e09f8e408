package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * What must be true of every log whatever it went through, checked on the documents themselves and not by the code that
 * wrote them.
 */
final class Soundness {
    private final MongoCollection<Document> collection;
    private final List<Document> commits;

    private Soundness(MongoCollection<Document> collection) {
        this.collection = collection;
        this.commits = collection.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
    }

    /**
     * Positions are dense, commit ids unique, the sequences of each aggregate dense and in the order of the log, leaves
     * those of the bytes; and every commit is found by its id and by each of its versions.
     */
    static Soundness sound(MongoDatabase database) {
        var log = new Soundness(database.getCollection("commits"));
        long next = 0;
        Set<String> ids = new HashSet<>();
        Map<String, Long> sequences = new HashMap<>();
        for (var commit : log.commits) {
            assertThat(commit.getLong("_id")).as("positions are dense").isEqualTo(next);
            assertThat(ids.add(commit.getString("cid"))).as("once: %s", commit).isTrue();
            log.checkEntries(commit, sequences);
            next += versions(commit).size();
        }
        return log;
    }

    private void checkEntries(Document commit, Map<String, Long> sequences) {
        var versions = versions(commit);
        var bytes = commit.getList("events", Document.class).stream()
                .map(event -> event.get("bytes", Binary.class).getData())
                .toList();
        assertThat(bytes).as("whole").hasSameSizeAs(versions);
        for (int i = 0; i < versions.size(); i++) {
            var version = Commit.Version.parse(versions.get(i));
            assertThat(version.sequence())
                    .as("sequences are dense: %s", version)
                    .isEqualTo(sequences.merge(version.aggregate(), 0L, (last, none) -> last + 1));
            assertThat(commit.getList("leaves", Binary.class).get(i).getData()).isEqualTo(Leaf.hash(bytes.get(i)));
            assertThat(position("versions", versions.get(i))).isEqualTo(commit.getLong("_id"));
        }
        assertThat(position("cid", commit.getString("cid"))).isEqualTo(commit.getLong("_id"));
    }

    private long position(String indexed, String value) {
        var found = collection.find(Filters.eq(indexed, value)).into(new ArrayList<>());
        assertThat(found).as("found by %s %s", indexed, value).hasSize(1);
        return found.getFirst().getLong("_id");
    }

    private static List<String> versions(Document commit) {
        return commit.getList("versions", String.class);
    }

    /** All of these events are in the log, which {@link #sound} found each at most once. */
    Soundness has(Collection<String> acknowledged) {
        assertThat(versions()).containsAll(acknowledged);
        return this;
    }

    /** These events are in the log, in this order, and nothing else is. */
    Soundness hasExactly(String... versions) {
        assertThat(versions()).containsExactly(versions);
        return this;
    }

    List<String> versions() {
        return commits.stream().flatMap(commit -> versions(commit).stream()).toList();
    }
}
