package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;

/** A log of 1,200 commits, more than two pages, copied from one server to another. */
class CopyLogTest {
    private static final int COMMITS = 1200;

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private EmbeddedServer source;
    private EmbeddedServer target;
    private MongoClient sourceClient;
    private MongoClient targetClient;
    private MongoDatabase from;
    private MongoDatabase to;

    @BeforeEach
    void aLogToCopy() {
        source = EmbeddedServer.open(here);
        target = EmbeddedServer.open(there);
        sourceClient = MongoClients.create(source.uri());
        targetClient = MongoClients.create(target.uri());
        from = sourceClient.getDatabase("nguongoc");
        to = targetClient.getDatabase("nguongoc");
        var commits = new ArrayList<Commit>();
        for (int i = 0; i < COMMITS; i++) {
            var bytes = ("event " + i).getBytes(StandardCharsets.UTF_8);
            var entry = new Commit.Entry(new Commit.Version("a", i), bytes, Leaf.hash(bytes));
            commits.add(new Commit(i, Instant.EPOCH, new Draft("commit " + i, null, Instant.EPOCH, List.of(entry))));
        }
        var log = new MongoCommits(from, LogTest.SETTINGS.attempt());
        for (int i = 0; i < COMMITS; i += 200) {
            log.insertBatch(commits.subList(i, i + 200));
        }
        from.getCollection(EventNames.COLLECTION).insertOne(new Document("_id", "barn.filled@1"));
        from.getCollection("trackingtokens").insertOne(new Document("_id", "history"));
    }

    @AfterEach
    void stop() {
        sourceClient.close();
        targetClient.close();
        source.close();
        target.close();
    }

    private long copy() {
        return new CopyLog(from, to, new PrintStream(OutputStream.nullOutputStream())).copyAndVerify();
    }

    private static List<Document> all(MongoDatabase database) {
        return database.getCollection(MongoCommits.COLLECTION).find().into(new ArrayList<>());
    }

    @Test
    void the_copy_is_the_log_and_nothing_that_is_built_from_it() {
        assertThat(copy()).isEqualTo(COMMITS);
        assertThat(all(to)).isEqualTo(all(from));
        assertThat(to.listCollectionNames()).containsExactlyInAnyOrder(MongoCommits.COLLECTION, EventNames.COLLECTION);
    }

    @Test
    void who_signs_in_and_files_that_support_the_record_come_along() {
        for (var collection : List.of("logins", "invitations", "farmer-keys", "farmer-openings", "files")) {
            for (int i = 0; i < 9; i++) {
                from.getCollection(collection)
                        .insertOne(
                                new Document("_id", collection + i).append("content", new Binary(new byte[] {1, 2})));
            }
        }
        copy();
        for (var collection : List.of("logins", "invitations", "farmer-keys", "farmer-openings", "files")) {
            assertThat(to.getCollection(collection).find().into(new ArrayList<>()))
                    .hasSize(9)
                    .isEqualTo(from.getCollection(collection).find().into(new ArrayList<>()));
        }
    }

    @Test
    void a_copy_keeps_what_must_be_unique_unique() {
        copy();
        var again = new MongoCommits(to, LogTest.SETTINGS.attempt());
        var first = again.readFrom(0, 1).getFirst();
        assertThatExceptionOfType(Commits.Collision.class)
                .isThrownBy(() -> again.insertBatch(List.of(new Commit(COMMITS, Instant.EPOCH, first.draft()))));
    }

    @Test
    void a_copy_that_was_stopped_goes_on_where_it_stopped() {
        copy();
        to.getCollection(MongoCommits.COLLECTION).deleteMany(Filters.gte("_id", 700L));
        assertThat(copy()).isEqualTo(COMMITS);
        assertThat(all(to)).isEqualTo(all(from));
    }

    @Test
    void a_copy_that_is_different_is_not_taken() {
        copy();
        to.getCollection(MongoCommits.COLLECTION).updateOne(Filters.eq(600L), Updates.set("cid", "another"));
        assertThatExceptionOfType(CopyLog.DifferentCopy.class)
                .isThrownBy(this::copy)
                .withMessageContaining("commits is different after the first 500");
    }

    @Test
    void a_copy_that_holds_more_is_not_taken() {
        copy();
        to.getCollection(MongoCommits.COLLECTION)
                .insertOne(new Document("_id", (long) COMMITS).append("versions", List.of("b@0")));
        assertThatExceptionOfType(CopyLog.DifferentCopy.class).isThrownBy(this::copy);
    }
}
