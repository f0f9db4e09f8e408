package vn.nguongoc.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.eventlog.Await;

class EmbeddedServerTest {
    @TempDir
    private Path directory;

    private void withServer(Consumer<MongoCollection<Document>> work) {
        withDatabase(database -> work.accept(database.getCollection("things")));
    }

    private void withDatabase(Consumer<MongoDatabase> work) {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri() + "/?uuidRepresentation=standard")) {
            work.accept(client.getDatabase("test"));
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

    /** Numbers are one id however they are written; all come from the file when the store is opened again. */
    @Test
    void an_id_is_there_once() {
        var ids = List.of("a", "ế", "", 1, 2L, -3.5, 4.0, 1L << 40, Long.MAX_VALUE, new ObjectId(), new UUID(1, 2));
        withServer(things -> ids.forEach(id -> things.insertOne(new Document("_id", id))));
        withServer(things -> {
            ids.forEach(id -> refusedAsDuplicate(things, id));
            List.of(1L, 1.0, 2, 2.0, 4, 4L, Math.pow(2, 40)).forEach(id -> refusedAsDuplicate(things, id));
            assertThat(things.countDocuments(new Document("_id", new Document("$in", List.of("a", 1L, 3, "none")))))
                    .isEqualTo(2);
            things.replaceOne(new Document("_id", 2), new Document("n", 7));
            assertThat(things.find(new Document("_id", 2L)).first()).containsEntry("n", 7);
            ids.forEach(
                    id -> assertThat(things.deleteOne(new Document("_id", id)).getDeletedCount())
                            .as("%s", id)
                            .isEqualTo(1));
            assertThat(things.countDocuments()).isZero();
            ids.forEach(id -> things.insertOne(new Document("_id", id)));
        });
    }

    @Test
    void an_id_stays_what_it_is() {
        withServer(things -> {
            things.insertMany(List.of(new Document("_id", "ST25"), new Document("_id", 25L)));
            for (var id : List.of("ST25", 25L)) {
                assertThatExceptionOfType(MongoWriteException.class)
                        .as("%s", id)
                        .isThrownBy(() -> things.replaceOne(eq(id), new Document("_id", "another")));
            }
            assertThat(things.find().map(it -> it.get("_id"))).containsExactlyInAnyOrder("ST25", 25L);
        });
    }

    @Test
    void whatever_the_kinds_of_ids_all_are_found_in_their_order_and_backwards() {
        withServer(things -> {
            things.insertMany(List.of(new Document("_id", "ST25"), new Document("_id", 25L)));
            var ids = things.find().map(it -> it.get("_id")).into(new ArrayList<>());
            assertThat(ids).containsExactlyInAnyOrder("ST25", 25L);
            assertThat(things.find().sort(new Document("$natural", -1)).map(it -> it.get("_id")))
                    .containsExactlyElementsOf(ids.reversed());
        });
    }

    private static void refusedAsDuplicate(MongoCollection<Document> things, Object id) {
        assertThat(things.countDocuments(new Document("_id", id))).as("%s", id).isEqualTo(1);
        assertThatExceptionOfType(MongoWriteException.class)
                .as("%s", id)
                .isThrownBy(() -> things.insertOne(new Document("_id", id)));
    }

    private static void refusedAsDuplicate(MongoCollection<Document> things, Document thing) {
        assertThatExceptionOfType(MongoWriteException.class)
                .as("%s", thing)
                .isThrownBy(() -> things.insertOne(thing))
                .satisfies(
                        refused -> assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    /** As in the log, where a commit has a version of each thing it is about. */
    @Test
    void of_a_list_of_texts_each_is_there_once_until_it_is_replaced() {
        withServer(things -> {
            things.createIndex(Indexes.ascending("versions"), new IndexOptions().unique(true));
            things.insertOne(versions(1L, List.of("lot/0", "plot/7")));
            refusedAsDuplicate(things, versions("two", List.of("step/0", "plot/7")));
            refusedAsDuplicate(things, versions("two", "lot/0"));
            assertThat(things.find(eq("versions", "step/0")))
                    .as("nothing is left of what was refused")
                    .isEmpty();
            things.replaceOne(eq(1L), versions(1L, List.of("lot/0", "plot/8")));
            things.insertOne(versions("two", List.of("step/0", "plot/7")));
            refusedAsDuplicate(things, versions("three", List.of("plot/8")));
        });
        withServer(things -> {
            assertThat(things.find(eq("versions", "plot/7")).first()).containsEntry("_id", "two");
            assertThat(things.find(eq("versions", "plot/8")).first()).containsEntry("_id", 1L);
        });
    }

    private static Document versions(Object id, Object versions) {
        return new Document("_id", id).append("versions", versions);
    }

    @Test
    void an_id_of_fields_is_refused_rather_than_taken_twice() {
        withServer(things -> assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> things.insertOne(new Document("_id", new Document("a", 1L)))));
    }

    /** The first format kept ids once more in an index of their own. */
    @Test
    void a_store_of_the_first_format_goes_on_without_its_indexes_of_ids() {
        withServer(things -> things.insertOne(new Document("_id", 1L).append("name", "ST25")));
        var file = directory.resolve(StoreFile.NAME).toString();
        var index = "test.things._index__id_";
        try (var old = MVStore.open(file)) {
            old.setStoreVersion(1);
            old.openMap(index).put("1", 1L);
        }
        withServer(things -> {
            refusedAsDuplicate(things, 1L);
            things.insertOne(new Document("_id", 2L));
        });
        try (var now = MVStore.open(file)) {
            assertThat(now.getStoreVersion()).isEqualTo(2);
            assertThat(now.getMapNames()).doesNotContain(index);
        }
    }

    /** Collections that are told again have a file that may be taken away; whatever else there is stays. */
    @Test
    void what_is_told_again_is_in_a_file_of_its_own() throws Exception {
        withDatabase(database -> {
            database.getCollection("history-1-lot").insertOne(new Document("_id", "lot-1"));
            database.getCollection("history-1-lot").createIndex(Indexes.ascending("address"));
            database.getCollection("things").insertOne(new Document("_id", 1L));
        });
        withDatabase(
                database -> assertThat(database.getCollection("history-1-lot").countDocuments())
                        .isOne());
        Files.delete(directory.resolve(StoreFile.RETOLD));
        withDatabase(database -> {
            assertThat(database.getCollection("history-1-lot").countDocuments()).isZero();
            assertThat(database.getCollection("things").countDocuments()).isOne();
            database.getCollection("history-1-lot").insertOne(new Document("_id", "lot-1"));
        });
    }

    @Test
    void one_that_is_dropped_leaves_others_of_a_longer_name_alone() {
        withDatabase(database -> {
            var lot = database.getCollection("history-1-lot");
            lot.createIndex(Indexes.ascending("address"), new IndexOptions().unique(true));
            lot.insertOne(new Document("_id", "lot-1").append("address", "a"));
            database.getCollection("history-1-lots").insertOne(new Document("_id", "lot-1"));
            lot.drop();
            lot.createIndex(Indexes.ascending("address"), new IndexOptions().unique(true));
            lot.insertOne(new Document("_id", "lot-2").append("address", "a"));
        });
        withDatabase(database -> {
            assertThat(database.getCollection("history-1-lots").countDocuments())
                    .isOne();
            assertThat(database.getCollection("history-1-lot").find().first()).containsEntry("_id", "lot-2");
        });
    }

    /** As when only the records are brought back from a backup: read models may know of what is no more. */
    @Test
    void what_was_told_from_other_records_is_not_believed() throws Exception {
        withDatabase(database -> {
            database.getCollection("things").insertOne(new Document("_id", 1L));
            database.createCollection("history-1-lot"); // a definition is kept at once, in both files
        });
        var backup = directory.resolve(".backup");
        Files.createDirectory(backup);
        for (var name : List.of(StoreFile.NAME, Witness.NAME)) {
            Files.copy(directory.resolve(name), backup.resolve(name));
        }
        withDatabase(database -> {
            database.getCollection("things").insertOne(new Document("_id", 2L));
            database.createCollection("history-1-plot");
        });
        for (var name : List.of(StoreFile.NAME, Witness.NAME)) {
            Files.copy(backup.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> EmbeddedServer.open(directory))
                .satisfies(refused -> assertThat(refused.remedy()).contains(StoreFile.RETOLD));
        Files.delete(directory.resolve(StoreFile.RETOLD));
        withServer(things -> assertThat(things.countDocuments()).isOne());
    }

    @Test
    void a_damaged_file_of_what_is_told_again_is_named_and_can_be_taken_away() throws Exception {
        withServer(things -> things.insertOne(new Document("_id", 1L)));
        Files.writeString(directory.resolve(StoreFile.RETOLD), "not a store ".repeat(1000));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> EmbeddedServer.open(directory))
                .satisfies(refused -> assertThat(refused.remedy()).contains(StoreFile.RETOLD));
        Files.delete(directory.resolve(StoreFile.RETOLD));
        withServer(things -> assertThat(things.countDocuments()).isOne());
    }

    @Test
    void what_nobody_waits_for_is_on_the_disk_a_moment_later() {
        withServer(things -> {
            things.withWriteConcern(WriteConcern.JOURNALED).insertOne(new Document("_id", 0L));
            var synced = lastSynced();
            things.withWriteConcern(WriteConcern.W1).insertOne(new Document("_id", 1L));
            try {
                Await.until("synced", () -> lastSynced() > synced);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long lastSynced() {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(directory.resolve("store.version")))
                    .getLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It would look as if nothing had ever been recorded. */
    @Test
    void a_store_whose_list_of_collections_is_lost_is_refused() {
        withServer(things -> things.insertOne(new Document("_id", 1L)));
        try (var store = MVStore.open(directory.resolve(StoreFile.NAME).toString())) {
            store.removeMap("databases.test.system.namespaces");
        }
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> EmbeddedServer.open(directory))
                .withMessageContaining("test.things");
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

    /** Whoever looks further than at the bounds divides by zero. */
    @Test
    void of_what_is_outside_a_range_of_ids_nothing_is_looked_at() {
        withServer(things -> {
            things.insertMany(LongStream.range(0, 100)
                    .mapToObj(i -> new Document("_id", i).append("divisor", i >= 40 && i <= 60 ? 1 : 0))
                    .toList());
            var inside = Document.parse("{$expr: {$eq: [{$divide: [1, '$divisor']}, 1]}}");
            assertThatExceptionOfType(MongoException.class)
                    .isThrownBy(() -> ids(things, inside, Sorts.ascending("_id"), 1));
            var ranges = List.of(
                    new Document("_id", new Document("$gte", 40L).append("$lt", 60L)),
                    and(gte("_id", 40L), lt("_id", 60L)));
            for (var range : ranges) {
                for (var order : List.of(Sorts.ascending("_id"), Sorts.descending("_id"))) {
                    var looking = new Document(inside);
                    range.toBsonDocument().forEach(looking::append);
                    assertThat(ids(things, looking, order, 100))
                            .as("%s", looking)
                            .hasSize(20);
                }
            }
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
