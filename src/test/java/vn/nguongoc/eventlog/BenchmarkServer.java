package vn.nguongoc.eventlog;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.mongo.StoreServer;

/**
 * The server that a benchmark runs on: an embedded one of its own in a temporary directory, or the MongoDB named in
 * {@code NGUONGOC_TEST_MONGO_URI}. What it held is gone when it is closed.
 */
final class BenchmarkServer implements AutoCloseable {
    private final Path directory;
    private final StoreServer server;
    private final MongoClient client;
    private final List<MongoDatabase> databases = new ArrayList<>();

    BenchmarkServer() {
        var named = System.getenv("NGUONGOC_TEST_MONGO_URI");
        directory = temporaryDirectory();
        server = named == null ? EmbeddedServer.open(directory) : new StoreServer.Remote(named);
        client = client(server.uri());
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("nguongoc-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client as the service has one, but for its time limit: filling a log takes long batches. */
    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .timeout(120, TimeUnit.SECONDS)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    MongoClient client() {
        return client;
    }

    String uri() {
        return server.uri();
    }

    boolean isEmbedded() {
        return server.isEmbedded();
    }

    MongoDatabase freshDatabase(String purpose) {
        var database = client.getDatabase("benchmark-" + purpose + "-" + UUID.randomUUID());
        databases.add(database);
        return database;
    }

    Path directory() {
        return directory;
    }

    /** Bytes in the embedded server's file. */
    long fileSize() {
        return directory.resolve("store.mv").toFile().length();
    }

    /** Closes the server and keeps what it stored. */
    void stop() {
        client.close();
        server.close();
    }

    @Override
    public void close() {
        try {
            if (!isEmbedded()) {
                databases.forEach(MongoDatabase::drop);
            }
            stop();
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return isEmbedded()
                ? "embedded server, in the benchmark's own process, every write synced to its H2 file, no replication"
                : server + ", write concern majority and journal";
    }
}
