package vn.nguongoc.eventlog;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/**
 * A process that appends to a log on an embedded server and says each commit it was acknowledged, until it is killed.
 */
final class KilledWriter {
    static final int WRITERS = 4;

    /** Begins the last line of a writer that the database did not answer in time. */
    static final String REFUSED = "refused: ";

    private static final LogSettings SETTINGS = new LogSettings(Duration.ofSeconds(2), Duration.ofSeconds(1), 100);

    private KilledWriter() {}

    /** Arguments: the store's directory, the number of the round. */
    public static void main(String[] arguments) {
        var server = EmbeddedServer.open(Path.of(arguments[0]));
        var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        var database = client.getDatabase(KillTest.DATABASE);
        var commits = new MongoCommits(database, SETTINGS.attempt());
        var engine = new LogEngine(
                new LogEngine.Builder(
                        new EventSerializer(EventTypes.of(List.of(LogTest.BarnEvent.class))), new Snapshots(database)),
                commits,
                new Appender(commits, SETTINGS),
                new EventNames(database),
                Clock.systemUTC());
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                var barn = "round" + arguments[1] + "-writer" + writer;
                threads.execute(() -> append(engine, barn));
            }
        }
    }

    private static void append(LogEngine engine, String barn) {
        try {
            for (long i = 0; ; i++) {
                engine.appendEvents(event(barn, i), event(barn + "-other", i));
                // One write call for the whole line: lines of several writers do not mix.
                System.out.println(barn + "@" + i);
            }
        } catch (Refused e) {
            System.out.println(REFUSED + e.getMessage());
        }
    }

    private static GenericDomainEventMessage<?> event(String barn, long sequence) {
        return new GenericDomainEventMessage<>(
                "barn", barn, sequence, new LogTest.BarnEvent.Filled(barn, Mass.kilograms(sequence)));
    }
}
