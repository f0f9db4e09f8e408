package vn.nguongoc.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path directory;

    private void withServer(Consumer<MongoCollection<Document>> work) {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri() + "/?uuidRepresentation=standard")) {
            work.accept(client.getDatabase("test").getCollection("things"));
        }
    }

    @Test
    void what_was_stored_is_there_after_an_orderly_restart() {
        withServer(things -> things.insertOne(new Document("_id", 1L).append("name", "ST25")));
        withServer(things -> assertThat(things.find().first()).containsEntry("name", "ST25"));
    }

    @Test
    void a_second_start_on_the_same_directory_is_refused() {
        withServer(things -> assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> EmbeddedServer.open(directory))
                .withMessageContaining(directory.toString())
                .satisfies(refused -> assertThat(refused.remedy()).contains("another nguongoc")));
    }

    /**
     * Each kind of value that an index may have to order; the store is opened again so that they come from the file.
     */
    @Test
    void a_unique_index_finds_keys_of_every_kind_and_refuses_them_twice() {
        var keys = List.of(
                "a",
                "b",
                "ab",
                "",
                "ế",
                1,
                2L,
                -3.5,
                Long.MAX_VALUE,
                true,
                Instant.EPOCH,
                new ObjectId(),
                new UUID(1, 2),
                new Binary(new byte[] {1}),
                new Document("a", 1),
                new Document("a", "1"));
        withServer(things -> {
            things.createIndex(Indexes.ascending("key", "other"), new IndexOptions().unique(true));
            things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            keys.forEach(key -> things.insertOne(new Document("key", key)));
            things.insertOne(new Document("other", 1));
        });
        withServer(things -> {
            for (var key : keys) {
                assertThat(things.countDocuments(new Document("key", key)))
                        .as("%s", key)
                        .isEqualTo(1);
                assertThatExceptionOfType(MongoWriteException.class)
                        .as("%s", key)
                        .isThrownBy(() -> things.insertOne(new Document("key", key)));
            }
            assertThatExceptionOfType(MongoWriteException.class)
                    .as("none at all")
                    .isThrownBy(() -> things.insertOne(new Document("other", 1)));
            things.deleteMany(new Document());
            keys.forEach(key -> things.insertOne(new Document("key", key)));
        });
    }

    @Test
    void it_listens_on_loopback_only() {
        try (var server = EmbeddedServer.open(directory)) {
            assertThat(server.uri()).startsWith("mongodb://127.0.0.1:");
        }
    }

    /** Even positions 0 … 198 are there, as in a log whose commits hold two events each. */
    @Test
    void ranges_of_ids_are_what_a_scan_would_find() {
        withServer(things -> {
            things.insertMany(LongStream.range(0, 100)
                    .mapToObj(i -> new Document("_id", 2 * i).append("even", i % 2 == 0))
                    .toList());
            for (long n = -1; n < 200; n += 7) {
                long from = n;
                check(things, gt("_id", from), id -> id > from);
                check(things, gte("_id", from), id -> id >= from);
                check(things, lt("_id", from), id -> id < from);
                check(things, lte("_id", from), id -> id <= from);
                check(things, and(gt("_id", from), lte("_id", from + 31)), id -> id > from && id <= from + 31);
                check(things, and(gte("_id", from), Document.parse("{even: true}")), id -> id >= from && id % 4 == 0);
            }
            check(things, new Document(), id -> true);
        });
    }

    private static void check(MongoCollection<Document> things, Bson range, LongPredicate expected) {
        var all = LongStream.range(0, 100)
                .map(i -> 2 * i)
                .filter(expected)
                .boxed()
                .toList();
        assertThat(ids(things, range, Sorts.ascending("_id"), 10))
                .isEqualTo(all.stream().limit(10).toList());
        assertThat(ids(things, range, Sorts.descending("_id"), 10))
                .isEqualTo(all.reversed().stream().limit(10).toList());
    }

    private static List<Long> ids(MongoCollection<Document> things, Bson range, Bson order, int limit) {
        return things.find(range)
                .sort(order)
                .limit(limit)
                .map(it -> it.getLong("_id"))
                .into(new ArrayList<>());
    }
}
