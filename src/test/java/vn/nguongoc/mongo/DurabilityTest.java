package vn.nguongoc.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.eventlog.Await;

class DurabilityTest {
    @TempDir
    private Path directory;

    private MVStore onAFailingDisk() {
        return new MVStore.Builder()
                .fileName(FailingDisk.path(directory.resolve("store.mv").toString()))
                .autoCommitDisabled()
                .open();
    }

    /** Linux forgets what it could not write: a later sync of the same file succeeds without it. */
    @Test
    void after_a_sync_that_failed_nothing_is_durable_though_the_disk_be_well_again() {
        var durability = new Durability(onAFailingDisk(), version -> {});
        durability.await();
        FailingDisk.FAILURES.set(1);
        assertThatIllegalStateException().isThrownBy(durability::await);
        assertThat(FailingDisk.FAILURES).hasValue(0);
        assertThatIllegalStateException().isThrownBy(durability::await);
    }

    @Test
    void what_must_be_there_first_is_and_where_it_fails_nothing_after_it_is_kept() {
        var order = new ArrayList<String>();
        var retold = StoreFile.openRetold(directory);
        var telling = new Durability(retold, () -> order.add("records"), version -> order.add("views"));
        telling.await();
        assertThat(order).containsExactly("records", "views");
        var without = new Durability(
                retold,
                () -> {
                    throw new IllegalStateException("no records");
                },
                version -> order.add("views"));
        assertThatIllegalStateException().isThrownBy(without::await);
        assertThat(order).hasSize(2);
    }

    /** Read models are written by threads of the store's own while others go on; each command changes both maps. */
    @Test
    void what_was_awaited_is_in_the_file_and_a_command_of_others_is_there_whole_or_not() throws Exception {
        for (int round = 0; round < 10; round++) {
            var store = StoreFile.openRetold(directory);
            var durability = new Durability(store, version -> {});
            var one = store.<Integer, Integer>openMap("one");
            var other = store.<Integer, Integer>openMap("other");
            var written = new AtomicInteger(one.size());
            var writer = Thread.ofPlatform().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    durability.apply(() -> {
                        var next = written.get();
                        one.put(next, next);
                        other.put(next, next);
                        return written.incrementAndGet();
                    });
                }
            });
            var before = written.get() + 5_000;
            Await.until("some are written", () -> written.get() >= before);
            durability.await();
            var killed = Files.createDirectory(directory.resolve("after-" + round));
            Files.copy(directory.resolve(StoreFile.RETOLD), killed.resolve(StoreFile.RETOLD));
            writer.interrupt();
            writer.join();
            store.closeImmediately();
            var opened = StoreFile.openRetold(killed);
            assertThat(opened.openMap("one").size()).isGreaterThanOrEqualTo(before);
            assertThat(opened.<Integer, Integer>openMap("one").keyList())
                    .isEqualTo(opened.<Integer, Integer>openMap("other").keyList());
            opened.close();
        }
    }

    @Test
    void with_a_full_disk_writes_are_refused_and_reads_go_on() {
        serving(Long.MAX_VALUE, things -> {
            assertThatExceptionOfType(MongoException.class)
                    .isThrownBy(() -> things.insertOne(new Document("_id", 2L)))
                    .withMessageContaining("OutOfDiskSpace");
            assertThat(things.countDocuments()).isZero();
        });
        serving(0, things -> {
            things.insertOne(new Document("_id", 2L));
            assertThat(things.countDocuments()).isOne();
        });
    }

    private void serving(long reserveBytes, Consumer<MongoCollection<Document>> work) {
        var store = MVStore.open(directory.resolve("full.mv").toString());
        var server = new MongoServer(
                new OrderedBackend(store, MVStore.open(null), new DiskSpace(directory, reserveBytes), version -> {}));
        var address = server.bind();
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + address.getPort())) {
            work.accept(client.getDatabase("test")
                    .getCollection("things")
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true)));
        } finally {
            server.shutdownNow();
        }
    }
}
