package vn.nguongoc.eventlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import vn.nguongoc.mongo.Clients;
import vn.nguongoc.shared.Mass;

/** One process of the service, as far as the log goes; its client is the service's own. */
final class Node implements AutoCloseable {
    private static final String DATABASE = "log";
    private static final Instant NOW = Instant.parse("2026-05-18T01:00:00Z");

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCommits commits;
    private final Appender appender;

    Node(String uri, LogSettings settings) {
        client = Clients.of(uri);
        database = client.getDatabase(DATABASE);
        commits = new MongoCommits(database, settings.attempt());
        appender = new Appender(commits, settings);
    }

    MongoDatabase database() {
        return database;
    }

    Commits commits() {
        return commits;
    }

    Appender appender() {
        return appender;
    }

    /** Axon's view of the log, with a clock that may be wrong. */
    LogEngine engine(Clock clock) {
        return new LogEngine(
                new LogEngine.Builder(
                        new EventSerializer(EventTypes.of(List.of(LogTest.BarnEvent.class))), new Snapshots(database)),
                commits,
                appender,
                new EventNames(database),
                clock);
    }

    Commit append(String aggregate, long sequence) {
        return appender.append(draft(aggregate, sequence));
    }

    /** A commit of one event, whose id is the event's version; each call is another attempt at it. */
    static Draft draft(String aggregate, long sequence) {
        var version = new Commit.Version(aggregate, sequence);
        var bytes = (version + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        return new Draft(version.toString(), null, NOW, List.of(new Commit.Entry(version, bytes, Leaf.hash(bytes))));
    }

    static DomainEventMessage<?> filled(String barn, long sequence) {
        return new GenericDomainEventMessage<>(
                "barn", barn, sequence, new LogTest.BarnEvent.Filled(barn, Mass.kilograms(sequence)));
    }

    @Override
    public void close() {
        appender.close();
        client.close();
    }
}
