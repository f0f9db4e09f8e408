package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.mongo.StoreUnavailable;
import vn.nguongoc.shared.Mass;

/** Whatever is wrong with a log, {@code fsck} names the first position of it. Every log here holds 20 events. */
class FsckTest {
    private static final EventTypes TYPES = EventTypes.of(List.of(LogTest.BarnEvent.class));

    @TempDir
    private Path directory;

    /** Ten commits of two events: barn a, event i, at position 2i; barn b beside it. */
    private static void fill(MongoDatabase database) {
        var commits = new MongoCommits(database, LogTest.SETTINGS.attempt());
        try (var appender = new Appender(commits, LogTest.SETTINGS)) {
            var engine = new LogEngine(
                    new LogEngine.Builder(new EventSerializer(TYPES), new Snapshots(database)),
                    commits,
                    appender,
                    new EventNames(database),
                    Clock.systemUTC());
            for (long i = 0; i < 10; i++) {
                engine.appendEvents(filled("a", i), filled("b", i));
            }
        }
    }

    private static DomainEventMessage<?> filled(String barn, long sequence) {
        return new GenericDomainEventMessage<>(
                "barn", barn, sequence, new LogTest.BarnEvent.Filled(barn, Mass.kilograms(sequence)));
    }

    private interface Damage {
        void to(MongoCollection<Document> commits);
    }

    private List<String> findingsAfter(Damage damage) {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            var database = client.getDatabase("damaged");
            fill(database);
            var commits = database.getCollection("commits");
            damage.to(commits);
            var check = new LogCheck(new EventSerializer(TYPES));
            commits.find().sort(new Document("_id", 1)).forEach(check::read);
            assertThat(new Fsck(database, TYPES).check())
                    .isEqualTo(check.findings().isEmpty() ? Fsck.SOUND : Fsck.NOT_SOUND);
            return check.findings().stream()
                    .map(it -> it.position() + ": " + it.what())
                    .toList();
        }
    }

    @Test
    void a_log_as_it_was_written_is_sound() {
        assertThat(findingsAfter(commits -> {})).isEmpty();
    }

    @Test
    void a_flipped_bit_in_an_event_is_named() {
        assertThat(findingsAfter(commits -> replaceEvent(commits, 6, 0, bytes -> bytes[bytes.length / 2] ^= 1)))
                .first()
                .isEqualTo("6: a@3: its bytes do not give its leaf hash");
    }

    @Test
    void a_flipped_bit_in_a_leaf_hash_is_named() {
        assertThat(findingsAfter(commits -> {
                    var leaves = commit(commits, 6).getList("leaves", Binary.class);
                    var leaf = leaves.get(1).getData();
                    leaf[0] ^= 1;
                    leaves.set(1, new Binary(leaf));
                    commits.updateOne(Filters.eq(6L), Updates.set("leaves", leaves));
                }))
                .containsExactly(
                        "7: b@3: its bytes do not give its leaf hash",
                        "9: b@4: does not name the leaf of the event before it");
    }

    @Test
    void an_event_that_was_rewritten_with_its_leaf_hash_is_named_by_the_chain() {
        assertThat(findingsAfter(commits -> {
                    replaceEvent(commits, 6, 0, bytes -> replace(bytes, "\"value\":\"3\"", "\"value\":\"9\""));
                    var commit = commit(commits, 6);
                    var event = commit.getList("events", Document.class).getFirst();
                    var leaves = commit.getList("leaves", Binary.class);
                    leaves.set(
                            0,
                            new Binary(
                                    Leaf.hash(event.get("bytes", Binary.class).getData())));
                    commits.updateOne(Filters.eq(6L), Updates.set("leaves", leaves));
                }))
                .containsExactly("8: a@4: does not name the leaf of the event before it");
    }

    @Test
    void a_missing_commit_is_named() {
        assertThat(findingsAfter(commits -> commits.deleteOne(Filters.eq(6L))))
                .containsExactly(
                        "6: missing, up to 7", "8: a: event 4 where 3 should be", "9: b: event 4 where 3 should be");
    }

    @Test
    void a_doubled_commit_is_named() {
        assertThat(findingsAfter(commits -> {
                    commits.dropIndexes();
                    commits.insertOne(commit(commits, 6).append("_id", 20L));
                }))
                .startsWith("20: a: event 3 where 10 should be", "21: b: event 3 where 10 should be");
    }

    @Test
    void a_commit_that_overlaps_the_one_before_is_named() {
        assertThat(findingsAfter(commits -> {
                    commits.dropIndexes();
                    commits.insertOne(commit(commits, 6).append("_id", 7L));
                }))
                .first()
                .isEqualTo("7: doubled: the commit before reaches up to 7");
    }

    @Test
    void an_event_that_nobody_knows_is_named() {
        assertThat(findingsAfter(
                        commits -> replaceEvent(commits, 6, 0, bytes -> replace(bytes, "barn.filled", "barn.burned"))))
                .contains(
                        "6: a@3: cannot be read: The log holds barn.burned revision 1, which this version does not know");
    }

    @Test
    void a_document_that_is_no_commit_is_named() {
        assertThat(findingsAfter(commits -> commits.insertOne(new Document("_id", 20L))))
                .first()
                .asString()
                .startsWith("20: not a commit");
    }

    private static Document commit(MongoCollection<Document> commits, long position) {
        return commits.find(Filters.eq(position)).iterator().next();
    }

    private interface Change {
        void to(byte[] bytes);
    }

    private static void replaceEvent(MongoCollection<Document> commits, long position, int event, Change change) {
        var events = commit(commits, position).getList("events", Document.class);
        var bytes = events.get(event).get("bytes", Binary.class).getData();
        change.to(bytes);
        events.get(event).put("bytes", new Binary(bytes));
        commits.updateOne(Filters.eq(position), Updates.set("events", events));
    }

    private static void replace(byte[] bytes, String old, String by) {
        var changed = new String(bytes, StandardCharsets.UTF_8).replace(old, by).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(changed, 0, bytes, 0, bytes.length);
    }

    /**
     * One bit flipped anywhere in the file: either the log is not sound and a position is named, or the store does not
     * open, or the bit meant nothing and the log reads as before.
     */
    @Test
    void a_flipped_bit_in_the_file_never_changes_the_log_unnoticed() throws IOException {
        var seed = Long.getLong("nguongoc.seed", System.nanoTime());
        var rounds = Integer.getInteger("nguongoc.flips", 40);
        var random = new Random(seed);
        String before;
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            fill(client.getDatabase("damaged"));
            follow(client, 19);
            before = root(client);
        }
        var file = directory.resolve("store.mv");
        var whole = Files.readAllBytes(file);
        var others = List.of("store.version", "views.mv");
        var outcomes = new ArrayList<String>();
        for (int round = 0; round < rounds; round++) {
            var bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            var copy = Files.createDirectory(
                    directory.resolve("round" + round)); // a store that fails to open stays locked
            Files.write(copy.resolve("store.mv"), bytes);
            for (var other : others) {
                Files.copy(directory.resolve(other), copy.resolve(other));
            }
            outcomes.add(open(copy, before, "seed " + seed + ", round " + round));
        }
        var counts = outcomes.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        System.out.println("one flipped bit, seed " + seed + ": " + counts);
    }

    /** As the history does. */
    private static void follow(MongoClient client, long position) {
        var builder = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(client, "damaged")
                        .build())
                .serializer(Tokens.SERIALIZER);
        new Tokens(builder, client.getDatabase("damaged"))
                .initializeTokenSegments("history", 1, new GlobalSequenceTrackingToken(position));
    }

    @Test
    void an_end_that_somebody_has_seen_and_that_is_missing_is_named() {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            var database = client.getDatabase("damaged");
            fill(database);
            follow(client, 19);
            assertThat(new Fsck(database, TYPES).check()).isEqualTo(Fsck.SOUND);
            database.getCollection("commits").deleteMany(Filters.gte("_id", 16L));
            assertThat(new Fsck(database, TYPES).check()).isEqualTo(Fsck.NOT_SOUND);
        }
    }

    private static String open(Path copy, String before, String where) {
        try (var server = EmbeddedServer.open(copy);
                var client = MongoClients.create(server.uri())) {
            if (new Fsck(client.getDatabase("damaged"), TYPES).check() == Fsck.SOUND) {
                assertThat(root(client)).as(where).isEqualTo(before);
                return "meant nothing";
            }
            return "found";
        } catch (StoreUnavailable e) {
            return "does not open";
        }
    }

    private static String root(MongoClient client) {
        var check = new LogCheck(new EventSerializer(TYPES));
        client.getDatabase("damaged")
                .getCollection("commits")
                .find()
                .sort(new Document("_id", 1))
                .forEach(check::read);
        return check.next() + check.root();
    }
}
