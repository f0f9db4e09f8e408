package vn.nguongoc.mongo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands against a start is said in a sentence with a remedy, and nothing in the store is changed. */
class StoreUnavailableTest {
    /** Bytes of each of the two headers of a file. */
    private static final int H2_HEADER = 4096;

    @TempDir
    private Path directory;

    private static void refused(ThrowingCallable start, String because) {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(start)
                .withMessageContaining(because)
                .satisfies(refused -> assertThat(refused.remedy()).isNotBlank());
    }

    // ---- the directory of the embedded server

    @Test
    void a_directory_with_other_things_in_it_is_not_taken() throws IOException {
        Files.writeString(directory.resolve("thesis.odt"), "years of work");
        refused(() -> EmbeddedServer.open(directory), "thesis.odt");
        assertThat(directory).isDirectoryNotContaining("glob:**" + StoreFile.NAME);
    }

    @Test
    void the_empty_directory_of_a_fresh_disk_is_taken() throws IOException {
        Files.createDirectory(directory.resolve("lost+found"));
        EmbeddedServer.open(directory).close();
        assertThat(directory.resolve(StoreFile.NAME)).exists();
    }

    @Test
    void a_file_where_the_directory_should_be_is_left_alone() throws IOException {
        var file = Files.writeString(directory.resolve("data"), "text");
        refused(() -> EmbeddedServer.open(file), "cannot be made");
        assertThat(file).hasContent("text");
    }

    @Test
    void a_file_that_is_no_store_is_left_alone() throws IOException {
        var file = Files.writeString(directory.resolve(StoreFile.NAME), "not a store ".repeat(1000));
        refused(() -> EmbeddedServer.open(directory), "is not a store of nguongoc");
        assertThat(file).hasContent("not a store ".repeat(1000));
    }

    @Test
    void somebody_elses_store_is_left_alone() throws IOException {
        var file = directory.resolve(StoreFile.NAME);
        try (var other = MVStore.open(file.toString())) {
            other.openMap("recipes").put("phở", "12 hours");
        }
        var before = Files.readAllBytes(file);
        refused(() -> EmbeddedServer.open(directory), "is not a store of nguongoc");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_store_that_a_newer_database_engine_wrote_is_left_alone() throws IOException {
        EmbeddedServer.open(directory).close();
        var file = directory.resolve(StoreFile.NAME);
        var bytes = Files.readAllBytes(file);
        for (int header = 0; header < 2; header++) { // H2 keeps two copies
            raiseFormat(bytes, header * H2_HEADER);
        }
        Files.write(file, bytes);
        refused(() -> EmbeddedServer.open(directory), "newer version");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void a_store_that_a_newer_nguongoc_wrote_is_left_alone() throws IOException {
        var file = directory.resolve(StoreFile.NAME);
        try (var newer = MVStore.open(file.toString())) {
            newer.setStoreVersion(3);
            newer.openMap("databases.nguongoc.commits").put(1L, "nobody knows how");
        }
        var before = Files.readAllBytes(file);
        refused(() -> EmbeddedServer.open(directory), "newer version");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static void raiseFormat(byte[] bytes, int from) {
        var header = new String(bytes, from, H2_HEADER, ISO_8859_1)
                .lines()
                .findFirst()
                .orElseThrow();
        var newer = header.replaceFirst(",fletcher:.*", "").replaceFirst("format:\\d", "format:9");
        var checksum = DataUtils.getFletcher32(newer.getBytes(ISO_8859_1), 0, newer.length());
        var line = (newer + ",fletcher:" + Integer.toHexString(checksum) + "\n").getBytes(ISO_8859_1);
        System.arraycopy(line, 0, bytes, from, line.length);
    }

    /** H2 opens what is whole before the damage, as if the rest had never been. */
    @Test
    void a_store_whose_end_is_missing_is_not_taken_for_a_whole_one() throws IOException {
        var file = directory.resolve(StoreFile.NAME);
        byte[] earlier;
        try (var server = EmbeddedServer.open(directory);
                var client = server.connect()) {
            var things = client.getDatabase("test").getCollection("things");
            things.insertOne(new org.bson.Document("_id", 1L));
            earlier = Files.readAllBytes(file);
            things.insertOne(new org.bson.Document("_id", 2L));
        }
        var whole = Files.readAllBytes(file);
        Files.write(file, earlier);
        refused(() -> EmbeddedServer.open(directory), "was synced up to");
        Files.write(file, whole);
        EmbeddedServer.open(directory).close();
    }

    @Test
    void a_disk_without_room_is_no_place_to_start() {
        refused(() -> new DiskSpace(directory, Long.MAX_VALUE).refuseToStartIfLow(), "full");
        new DiskSpace(directory, 0).refuseToStartIfLow();
    }

    // ---- a MongoDB

    @Test
    void a_newer_format_is_left_alone() {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            var database = client.getDatabase("nguongoc");
            new StoreFormat(database).requireOrCreate();
            new StoreFormat(database).require();
            var newer = new org.bson.Document("$set", new org.bson.Document("version", StoreFormat.VERSION + 1));
            database.getCollection("format").updateOne(new org.bson.Document(), newer);
            refused(
                    () -> new StoreFormat(database).requireOrCreate(),
                    "this version knows formats up to " + StoreFormat.VERSION);
            assertThat(database.listCollectionNames()).containsExactly("format");
        }
    }

    @Test
    void somebody_elses_database_is_left_alone() {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            var database = client.getDatabase("shop");
            database.getCollection("orders").insertOne(new org.bson.Document("item", "rice"));
            refused(() -> new StoreFormat(database).requireOrCreate(), "somebody else's");
            assertThat(database.listCollectionNames()).containsExactly("orders");
        }
    }

    @Test
    void half_a_copy_is_not_taken_for_a_whole_one() {
        try (var server = EmbeddedServer.open(directory);
                var client = MongoClients.create(server.uri())) {
            var format = new StoreFormat(client.getDatabase("nguongoc"));
            refused(format::require, "it is empty");
            format.beginCopy();
            format.beginCopy(); // goes on where it stopped
            refused(format::requireOrCreate, "was not finished");
            format.endCopy();
            format.requireOrCreate();
            refused(format::beginCopy, "is in use already");
        }
    }

    @Test
    void a_command_that_only_looks_makes_no_store() {
        refused(() -> StoreFile.requireIn(directory), "There is no store in");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void what_is_no_connection_string_is_not_repeated_since_it_may_hold_a_password() {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> StoreServer.Remote.at("mongo://root:hunter2@host"))
                .withMessageContaining("not a MongoDB connection string")
                .withMessageNotContaining("hunter2")
                .withNoCause();
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        var uri = "mongodb://clerk:hunter2@127.0.0.1:" + nobody;
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> contact(uri))
                .withMessageContaining("127.0.0.1:" + nobody + " does not answer")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void a_server_that_wants_credentials_says_so() {
        withServer(new Guarded(), uri -> refused(() -> contact(uri), "needs a name and password"));
        withServer(
                new Guarded(),
                uri -> refused(() -> contact(uri.replace("//", "//clerk:wrong@")), "needs a name and password"));
    }

    @Test
    void a_secondary_takes_no_writes() {
        withServer(new Secondary(), uri -> {
            refused(() -> contact(uri), "we reach a secondary");
            refused(() -> contact(uri + "/?replicaSet=rs0"), "we reach a secondary");
        });
    }

    private static void contact(String uri) {
        var oneSecond = uri + (uri.contains("?") ? "&" : "/?") + "timeoutMS=1000";
        StoreServer.Remote.at(oneSecond).connect().close();
    }

    private static void withServer(StandIn backend, java.util.function.Consumer<String> work) {
        var server = new MongoServer(backend);
        try {
            var address = server.bind();
            backend.port = address.getPort();
            work.accept("mongodb://127.0.0.1:" + address.getPort());
        } finally {
            server.shutdownNow();
        }
    }

    /** A server that greets as one of a replica set; for want of a real one. */
    private abstract static class StandIn extends H2Backend {
        static final Set<String> GREETINGS = Set.of("hello", "ismaster");
        int port;

        StandIn() {
            super(MVStore.open(null));
        }
    }

    /** Lets nobody in. */
    private static final class Guarded extends StandIn {
        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (GREETINGS.contains(command.toLowerCase(Locale.ROOT))) {
                return super.handleCommand(channel, database, command, query);
            }
            throw new MongoServerError(13, "Unauthorized", "Command " + command + " requires authentication");
        }
    }

    /** Answers reads only. */
    private static final class Secondary extends StandIn {
        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            var answer = super.handleCommand(channel, database, command, query);
            if (GREETINGS.contains(command.toLowerCase(Locale.ROOT))) {
                var me = "127.0.0.1:" + port;
                answer.append("ismaster", false)
                        .append("isWritablePrimary", false)
                        .append("secondary", true)
                        .append("setName", "rs0")
                        .append("hosts", java.util.List.of(me))
                        .append("me", me);
            }
            return answer;
        }
    }
}
