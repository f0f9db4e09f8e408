package vn.nguongoc.eventlog;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** A log as the service has one and, beside it, a plain collection with the same unique indexes. */
final class BenchmarkLog implements AutoCloseable {
    static final LogSettings SETTINGS = new LogSettings(Duration.ofSeconds(60), Duration.ofSeconds(30), 1000);
    static final EventSerializer SERIALIZER = new EventSerializer(EventTypes.of(List.of(BenchmarkEvent.class)));

    private final MongoDatabase database;
    private final Commits commits;
    private final Appender appender;
    private final LogEngine engine;
    private final MongoCollection<Document> raw;
    private final AtomicLong lots = new AtomicLong();

    BenchmarkLog(MongoDatabase database) {
        this.database = database;
        commits = new MongoCommits(database, SETTINGS.attempt());
        appender = new Appender(commits, SETTINGS);
        engine = new LogEngine(
                new LogEngine.Builder(SERIALIZER, new Snapshots(database)),
                commits,
                appender,
                new EventNames(database),
                Clock.systemUTC());
        raw = database.getCollection("raw");
        raw.createIndex(Indexes.ascending("cid"), new IndexOptions().unique(true));
        raw.createIndex(Indexes.ascending("versions"), new IndexOptions().unique(true));
    }

    Commits commits() {
        return commits;
    }

    LogEngine engine() {
        return engine;
    }

    /** The plain collection. */
    MongoCollection<Document> raw() {
        // With a time limit as the log has one: the driver's way through a call is then the same.
        return raw.withTimeout(SETTINGS.attempt().toMillis(), TimeUnit.MILLISECONDS);
    }

    MongoCollection<Document> stored() {
        return database.getCollection("commits");
    }

    /** One fact about a lot that nobody has heard of, in a commit of its own. */
    void appendToANewLot() {
        engine.appendEvents(BenchmarkEvent.message(newLot(), 0));
    }

    /** Unlike any other, in this process or another one. */
    String newLot() {
        return "lot-%08x-%012x".formatted(ProcessHandle.current().pid(), lots.getAndIncrement());
    }

    /** The last documents of the log, in order. */
    List<Document> last(int count) {
        var documents =
                stored().find().sort(new Document("_id", -1)).limit(count).into(new ArrayList<>());
        return documents.reversed();
    }

    @Override
    public void close() {
        appender.close();
    }
}
