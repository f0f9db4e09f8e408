package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.mongo.StoreUnavailable;
import vn.nguongoc.shared.Mass;

/** What the log promises, on the embedded server or the MongoDB named in {@code NGUONGOC_TEST_MONGO_URI}. */
class LogTest {
    static final LogSettings SETTINGS = new LogSettings(Duration.ofSeconds(10), Duration.ofSeconds(4), 1000);

    private static final Instant NOW = Instant.parse("2026-05-18T01:00:00Z");

    @TempDir
    private static Path directory;

    private static EmbeddedServer server;
    private static MongoClient client;

    private final List<Appender> appenders = new ArrayList<>();
    private MongoDatabase database;
    private Commits commits;
    private LogEngine engine;

    /** A family of one event, as a room would have it. */
    sealed interface BarnEvent {
        @EventName("barn.filled")
        record Filled(String barn, Mass with) implements BarnEvent {}
    }

    @BeforeAll
    static void startServer() {
        var uri = System.getenv("NGUONGOC_TEST_MONGO_URI");
        server = EmbeddedServer.open(directory);
        client = MongoClients.create(uri == null ? server.uri() : uri);
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.close();
    }

    @BeforeEach
    void anEmptyLog() {
        database = client.getDatabase("log-" + UUID.randomUUID());
        commits = new MongoCommits(database, SETTINGS.attempt());
        engine = engine(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void closeTheLog() {
        appenders.forEach(Appender::close);
    }

    private LogEngine engine(Clock clock) {
        var types = EventTypes.of(List.of(BarnEvent.class));
        var appender = new Appender(commits, SETTINGS);
        appenders.add(appender);
        return new LogEngine(
                new LogEngine.Builder(new EventSerializer(types), new Snapshots(database)),
                commits,
                appender,
                new EventNames(database),
                clock);
    }

    private static DomainEventMessage<?> filled(String barn, long sequence) {
        return new GenericDomainEventMessage<>(
                "barn", barn, sequence, new BarnEvent.Filled(barn, Mass.kilograms(sequence)));
    }

    private List<? extends TrackedEventMessage<?>> after(long position) {
        return engine.readEvents(position < 0 ? null : new GlobalSequenceTrackingToken(position), false)
                .toList();
    }

    private static List<Long> positions(List<? extends TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    @Test
    void positions_are_dense_whatever_the_size_of_the_commits() {
        engine.appendEvents(filled("a", 0), filled("b", 0));
        engine.appendEvents(filled("a", 1));
        engine.appendEvents(filled("a", 2), filled("b", 1), filled("c", 0));
        assertThat(positions(after(-1))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(database.getCollection("commits")
                        .find()
                        .map(it -> it.getLong("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(0L, 2L, 3L);
    }

    @Test
    void a_reader_goes_on_in_the_middle_of_a_commit() {
        engine.appendEvents(filled("a", 0), filled("b", 0), filled("c", 0));
        engine.appendEvents(filled("a", 1));
        for (int position = -1; position < 4; position++) {
            assertThat(positions(after(position)))
                    .isEqualTo(IntStream.range(position + 1, 4)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    @Test
    void readers_get_past_any_number_of_pages() {
        for (int i = 0; i < 450; i++) {
            engine.appendEvents(filled("a", i));
        }
        assertThat(positions(after(3))).hasSize(446);
        assertThat(engine.readEvents("a", 0).asStream().map(DomainEventMessage::getSequenceNumber))
                .isEqualTo(IntStream.range(0, 450).mapToObj(Long::valueOf).toList());
        assertThat(engine.readEvents("a", 128).asStream()).hasSize(322);
        assertThat(engine.lastSequenceNumberFor("a")).contains(449L);
        assertThat(engine.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void an_aggregates_events_come_back_as_they_were() {
        engine.appendEvents(filled("a", 0), filled("b", 0), filled("a", 1));
        var events = engine.readEvents("a", 0).asStream().toList();
        assertThat(events.stream().<Object>map(DomainEventMessage::getPayload))
                .containsExactly(new BarnEvent.Filled("a", Mass.ZERO), new BarnEvent.Filled("a", Mass.kilograms(1)));
        assertThat(events.getFirst().getType()).isEqualTo("barn");
        assertThat(events.getFirst().getTimestamp()).isEqualTo(NOW);
    }

    @Test
    void a_second_event_at_the_same_version_is_refused_and_nothing_of_its_commit_stays() {
        engine.appendEvents(filled("a", 0));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(filled("b", 0), filled("a", 0)));
        assertThat(positions(after(-1))).containsExactly(0L);
        assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
    }

    @Test
    void a_subscribing_handler_that_throws_leaves_nothing_stored() {
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        store.subscribe(events -> {
            throw new IllegalStateException("not with me");
        });
        var unit = DefaultUnitOfWork.startAndGet(null);
        store.publish(filled("a", 0));
        assertThatIllegalStateException().isThrownBy(unit::commit).withMessage("not with me");
        assertThat(commits.tail()).isEmpty();
        store.shutDown();
    }

    @Test
    void what_is_hashed_is_what_is_stored() throws Exception {
        engine.appendEvents(filled("a", 0));
        engine.appendEvents(filled("a", 1));
        var stored = database.getCollection("commits")
                .find(new Document("_id", 1L))
                .iterator()
                .next();
        var bytes = stored.getList("events", Document.class)
                .getFirst()
                .get("bytes", Binary.class)
                .getData();
        var leaf = stored.getList("leaves", Binary.class).getFirst().getData();
        var prefixed = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, prefixed, 1, bytes.length);
        assertThat(leaf).isEqualTo(MessageDigest.getInstance("SHA-256").digest(prefixed));

        var text = new String(bytes, StandardCharsets.UTF_8);
        var envelope = JsonMapper.shared().readTree(bytes);
        assertThat(new String(CanonicalJson.bytes(envelope), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(text)
                .contains("\"event\":{\"id\":\"")
                .contains("\"name\":\"barn.filled\",\"revision\":1}")
                .contains("\"payload\":{\"barn\":\"a\",\"with\":{\"unit\":\"kg\",\"value\":\"1\"}}")
                .contains("\"recordedAt\":\"2026-05-18T01:00:00Z\"");
    }

    @Test
    void each_entry_names_the_leaf_of_the_one_before_it() {
        engine.appendEvents(filled("a", 0), filled("b", 0), filled("a", 1));
        engine(Clock.systemUTC()).appendEvents(filled("a", 2)); // another process: it must look the leaf up
        var entries = commits.readFrom(0, 10).stream()
                .flatMap(commit -> commit.entries().stream())
                .toList();
        assertThat(previous(entries.get(0))).isEmpty();
        assertThat(previous(entries.get(2)))
                .isEqualTo(HexFormat.of().formatHex(entries.get(0).leaf()));
        assertThat(previous(entries.get(3)))
                .isEqualTo(HexFormat.of().formatHex(entries.get(2).leaf()));
    }

    private static String previous(Commit.Entry entry) {
        return JsonMapper.shared().readTree(entry.bytes()).path("previous").asString("");
    }

    @Test
    void two_processes_that_append_at_once_leave_no_gap_and_lose_nothing() throws Exception {
        var processes = List.of(engine(Clock.systemUTC()), engine(Clock.systemUTC()));
        List<Callable<Boolean>> appends = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    processes.get(i % 2).appendEvents(filled("x" + i, 0), filled("y" + i, 0));
                    return true;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var append : threads.invokeAll(appends)) {
                assertThat(append.get()).isTrue();
            }
        }
        assertThat(positions(after(-1)))
                .isEqualTo(IntStream.range(0, 400).mapToObj(Long::valueOf).toList());
    }

    @Test
    void a_commit_that_is_there_is_not_stored_again() {
        var writer = new BatchWriter(commits);
        var draft = new Draft("once", null, NOW, List.of(entry("a", 0)));
        var other = new Draft("once", null, NOW, List.of(entry("b", 0)));
        var stored = writer.attempt(List.of(draft));
        assertThat(writer.attempt(List.of(draft)))
                .as("the very same, whose answer was lost")
                .usingRecursiveComparison()
                .isEqualTo(stored);
        assertThat(writer.attempt(List.of(other)))
                .as("the request sent again")
                .singleElement()
                .isInstanceOf(BatchWriter.Outcome.StoredBefore.class);
        assertThat(commits.readFrom(0, 10)).hasSize(1);
    }

    private static Commit.Entry entry(String aggregate, long sequence) {
        var bytes = (aggregate + sequence).getBytes(StandardCharsets.UTF_8);
        return new Commit.Entry(new Commit.Version(aggregate, sequence), bytes, Leaf.hash(bytes));
    }

    @Test
    void a_reader_stops_before_a_gap() {
        for (int i = 0; i < 5; i++) {
            engine.appendEvents(filled("a", i));
        }
        database.getCollection("commits").deleteOne(new Document("_id", 3L));
        assertThat(positions(after(-1))).containsExactly(0L, 1L, 2L);
        assertThat(after(2)).isEmpty();
    }

    @Test
    void a_moment_leads_to_its_place_in_the_log() {
        for (int day = 0; day < 10; day++) {
            var then = Clock.fixed(NOW.plus(Duration.ofDays(day)), ZoneOffset.UTC);
            engine(then).appendEvents(filled("a", 2L * day), filled("a", 2L * day + 1));
        }
        assertThat(engine.createTokenAt(NOW.minusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(-1));
        assertThat(engine.createTokenAt(NOW.plus(Duration.ofDays(3)))).isEqualTo(new GlobalSequenceTrackingToken(5));
        assertThat(engine.createTokenAt(NOW.plus(Duration.ofDays(30)))).isEqualTo(new GlobalSequenceTrackingToken(19));
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(19));
        assertThat(engine.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(-1));
    }

    @Test
    void a_log_with_an_unknown_event_stops_the_start() {
        new EventNames(database).use(new org.axonframework.serialization.SimpleSerializedType("barn.burnt", "1"));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new EventNames(database).requireKnown(EventTypes.of(List.of(BarnEvent.class))))
                .withMessageContaining("barn.burnt");
    }

    @Test
    void an_event_that_lacks_what_its_record_declares_is_not_read() {
        engine.appendEvents(filled("a", 0));
        var stored = commits.readFrom(0, 1).getFirst().entries().getFirst();
        var text = new String(stored.bytes(), StandardCharsets.UTF_8).replace("\"barn\":\"a\",", "");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var bad = new Commit.Entry(new Commit.Version("z", 0), bytes, Leaf.hash(bytes));
        commits.insertBatch(List.of(new Commit(1, NOW, new Draft("bad", null, NOW, List.of(bad)))));
        assertThatExceptionOfType(org.axonframework.serialization.SerializationException.class)
                .isThrownBy(() -> engine.readEvents("z", 0).next().getPayload())
                .withRootCauseInstanceOf(org.axonframework.serialization.SerializationException.class)
                .havingRootCause()
                .withMessageContaining("without its barn");
    }

    @Test
    void an_entry_past_65535_bytes_is_refused() {
        var long_ = "x".repeat(65_536);
        assertThatExceptionOfType(vn.nguongoc.shared.Refused.class)
                .isThrownBy(() -> engine.appendEvents(filled(long_, 0)))
                .satisfies(refused -> assertThat(refused.refusal()).isInstanceOf(LogRefusal.EntryTooLarge.class));
        assertThat(commits.tail()).isEmpty();
    }
}
