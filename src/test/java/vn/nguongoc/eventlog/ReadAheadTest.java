package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.eventlog.Node.filled;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.mongo.StoreServer;

/** Aggregates are loaded by Axon's event store, one after the other; the questions to the database are counted. */
class ReadAheadTest {
    @TempDir
    private Path directory;

    private final AtomicInteger questions = new AtomicInteger();
    private StoreServer server;
    private MongoClient client;
    private Appender appender;
    private LogEngine engine;
    private EmbeddedEventStore store;
    private ReadAhead ahead;

    private record Blend(List<String> aggregates) implements LoadsMany {}

    @BeforeEach
    void open() {
        server = EmbeddedServer.open(directory);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("find")) {
                            questions.incrementAndGet();
                        }
                    }
                })
                .build());
        var database = client.getDatabase("log");
        var settings = LogTest.SETTINGS;
        var commits = new MongoCommits(database, settings.attempt());
        appender = new Appender(commits, settings);
        engine = new LogEngine(
                new LogEngine.Builder(
                        new EventSerializer(EventTypes.of(List.of(LogTest.BarnEvent.class))), new Snapshots(database)),
                commits,
                appender,
                new EventNames(database),
                Clock.systemUTC());
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
        ahead = new ReadAhead(commits);
    }

    @AfterEach
    void close() {
        store.shutDown();
        appender.close();
        client.close();
        server.close();
    }

    private static List<String> barns(int count) {
        return IntStream.range(0, count).mapToObj(i -> "barn-" + i).toList();
    }

    private void fill(List<String> barns, int times) {
        barns.forEach(barn -> fill(barn, 0, times));
    }

    private void fill(String barn, int first, int times) {
        IntStream.range(first, first + times).forEach(i -> engine.appendEvents(filled(barn, i)));
    }

    private long events(String barn) {
        return store.readEvents(barn).asStream().count();
    }

    private void handling(Blend command, Runnable handler) throws Exception {
        CommandMessage<Blend> message = new GenericCommandMessage<>(command);
        var work = DefaultUnitOfWork.startAndGet(message);
        questions.set(0);
        ahead.handle(work, new InterceptorChain() {
            @Override
            public Object proceed() {
                handler.run();
                return command;
            }
        });
        work.rollback();
    }

    @Test
    void what_a_command_says_that_it_will_load_is_read_by_the_hundred() throws Exception {
        var barns = barns(101);
        fill(barns, 3);
        handling(new Blend(barns), () -> {
            assertThat(barns).allSatisfy(barn -> assertThat(events(barn)).isEqualTo(3));
            assertThat(events("barn-unknown")).isZero();
        });
        assertThat(questions).hasValue(2 + 1);
    }

    @Test
    void one_of_a_few_events_is_one_question_and_one_of_more_is_read_whole() throws Exception {
        fill("small", 0, ReadAhead.FEW - 1);
        fill("large", 0, 200);
        handling(new Blend(List.of()), () -> assertThat(events("small")).isEqualTo(ReadAhead.FEW - 1));
        assertThat(questions).hasValue(1);
        handling(new Blend(List.of("small", "large")), () -> {
            assertThat(events("small")).isEqualTo(ReadAhead.FEW - 1);
            assertThat(events("large")).isEqualTo(200);
        });
        fill("small", ReadAhead.FEW - 1, 1);
        handling(new Blend(List.of("small")), () -> assertThat(events("small")).isEqualTo(ReadAhead.FEW));
    }

    @Test
    void what_was_recorded_after_the_reading_ahead_is_seen_when_it_is_loaded() throws Exception {
        var barns = barns(2);
        fill(barns, 3);
        handling(new Blend(barns), () -> {
            CompletableFuture.runAsync(() -> fill("barn-0", 3, 2)).join();
            assertThat(events("barn-0")).isEqualTo(5);
            assertThat(events("barn-1")).isEqualTo(3);
        });
    }

    @Test
    void what_was_loaded_once_is_read_anew_the_next_time() throws Exception {
        var barns = barns(2);
        fill(barns, 1);
        handling(new Blend(barns), () -> {
            assertThat(events("barn-0")).isEqualTo(1);
            assertThat(events("barn-0")).isEqualTo(1);
        });
        assertThat(questions).hasValue(1 + 1);
    }
}
