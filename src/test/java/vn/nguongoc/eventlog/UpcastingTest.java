package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.mongo.StoreUnavailable;
import vn.nguongoc.shared.Mass;

/** One event as three versions of a room stored it. What the first two wrote, the third reads and leaves as it is. */
class UpcastingTest {
    /** As whole kilograms. */
    sealed interface FirstEvent {
        @EventName("barn.filled")
        record Filled(String barn, int kilograms) implements FirstEvent {}
    }

    /** As a mass. */
    sealed interface SecondEvent {
        @EventName(value = "barn.filled", revision = 2)
        record Filled(String barn, Mass with) implements SecondEvent {}
    }

    /** The barn is called a place. */
    sealed interface ThirdEvent {
        @EventName(value = "barn.filled", revision = 3)
        record Filled(String place, Mass with) implements ThirdEvent {}
    }

    private static final Upcaster TO_A_MASS = new Upcaster("barn.filled", 1, payload -> {
        var kilograms = payload.remove("kilograms").intValue();
        payload.putObject("with").put("unit", "kg").put("value", String.valueOf(kilograms));
        return payload;
    });
    private static final Upcaster TO_A_PLACE = Upcaster.renaming("barn.filled", 2, "barn", "place");

    private static final EventTypes FIRST = EventTypes.of(List.of(FirstEvent.class));
    private static final EventTypes SECOND = EventTypes.of(List.of(SecondEvent.class), List.of(TO_A_MASS));
    private static final EventTypes THIRD = EventTypes.of(List.of(ThirdEvent.class), List.of(TO_A_PLACE, TO_A_MASS));

    @TempDir
    private static Path directory;

    private static EmbeddedServer server;
    private static MongoClient client;

    private final List<Appender> appenders = new ArrayList<>();
    private MongoDatabase database;
    private Commits commits;

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
    void aLogThatEachVersionWroteTo() {
        database = client.getDatabase("upcasting-" + UUID.randomUUID());
        commits = new MongoCommits(database, LogTest.SETTINGS.attempt());
        engine(FIRST).appendEvents(filled(0, new FirstEvent.Filled("a", 7)));
        engine(SECOND).appendEvents(filled(1, new SecondEvent.Filled("a", Mass.kilograms(8))));
        engine(THIRD).appendEvents(filled(2, new ThirdEvent.Filled("a", Mass.kilograms(9))));
    }

    @AfterEach
    void closeTheLog() {
        appenders.forEach(Appender::close);
    }

    private LogEngine engine(EventTypes types) {
        var appender = new Appender(commits, LogTest.SETTINGS);
        appenders.add(appender);
        return new LogEngine(
                new LogEngine.Builder(new EventSerializer(types), new Snapshots(database)),
                commits,
                appender,
                new EventNames(database),
                Clock.systemUTC());
    }

    private static DomainEventMessage<?> filled(long sequence, Object event) {
        return new GenericDomainEventMessage<>("barn", "a", sequence, event);
    }

    private static Object[] inTodaysShape() {
        return Stream.of(7, 8, 9)
                .map(kilograms -> new ThirdEvent.Filled("a", Mass.kilograms(kilograms)))
                .toArray();
    }

    @Test
    void whoever_reads_an_aggregate_gets_its_events_in_todays_shape() {
        var events = engine(THIRD).readEvents("a", 0).asStream().toList();
        assertThat(events.stream().<Object>map(DomainEventMessage::getPayloadType))
                .containsOnly(ThirdEvent.Filled.class);
        assertThat(events.stream().<Object>map(DomainEventMessage::getPayload)).containsExactly(inTodaysShape());
    }

    @Test
    void whoever_follows_the_log_gets_its_events_in_todays_shape() {
        assertThat(engine(THIRD).readEvents(null, false).<Object>map(EventMessage::getPayload))
                .containsExactly(inTodaysShape());
    }

    @Test
    void what_is_stored_stays_as_it_was_hashed() {
        assertThat(stored())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("\"name\":\"barn.filled\",\"revision\":1}")
                                .contains("{\"barn\":\"a\",\"kilograms\":7}"),
                        two -> assertThat(two).contains("\"revision\":2}").contains("\"barn\":\"a\""),
                        three -> assertThat(three).contains("\"revision\":3}").contains("\"place\":\"a\""));
        var before = stored();
        engine(THIRD).readEvents("a", 0).asStream().forEach(DomainEventMessage::getPayload);
        engine(THIRD).appendEvents(filled(3, new ThirdEvent.Filled("a", Mass.ZERO)));
        assertThat(stored()).hasSize(4).startsWith(before.toArray(String[]::new));
        assertThat(new Fsck(database, THIRD).check()).isEqualTo(Fsck.SOUND);
    }

    private List<String> stored() {
        return commits.readFrom(0, 10).stream()
                .flatMap(commit -> commit.entries().stream())
                .map(entry -> new String(entry.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void an_old_event_that_waits_as_a_dead_letter_comes_back_in_todays_shape() {
        var letters = MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup("barns")
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(client, database.getName())
                        .build())
                .serializer(new EventSerializer(THIRD))
                .build();
        var old = engine(THIRD).readEvents(null, false).findFirst().orElseThrow();
        letters.enqueue("a", new GenericDeadLetter<>("a", old));
        assertThat(letters.deadLetterSequence("a"))
                .singleElement()
                .satisfies(letter -> assertThat((Object) letter.message().getPayload())
                        .isEqualTo(new ThirdEvent.Filled("a", Mass.kilograms(7))));
    }

    @Test
    void what_is_of_the_current_revision_passes_no_upcaster() {
        var types =
                EventTypes.of(List.of(ThirdEvent.class), List.of(TO_A_MASS, new Upcaster("barn.filled", 2, payload -> {
                    throw new IllegalStateException("asked for nothing");
                })));
        assertThat((Object) engine(types).readEvents("a", 2).next().getPayload())
                .isEqualTo(new ThirdEvent.Filled("a", Mass.kilograms(9)));
    }

    @Test
    void a_version_that_knows_all_older_revisions_starts_and_one_that_lacks_the_latest_does_not() {
        assertThatNoException().isThrownBy(() -> new EventNames(database).requireKnown(THIRD));
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> new EventNames(database).requireKnown(SECOND))
                .withMessageContaining("barn.filled revision 3");
        assertThatExceptionOfType(EventTypes.UnknownEvent.class).isThrownBy(() -> THIRD.named("barn.filled", 0));
    }

    @Test
    void from_each_older_revision_there_is_one_way_to_the_next() {
        refused("barn.filled revision 1 needs one upcaster", TO_A_PLACE);
        refused("barn.filled revision 2 needs one upcaster", TO_A_MASS);
        refused("barn.filled revision 1 needs one upcaster", TO_A_MASS, TO_A_PLACE, copyOf(TO_A_MASS));
    }

    private static Upcaster copyOf(Upcaster it) {
        return new Upcaster(it.name(), it.fromRevision(), it.change());
    }

    @Test
    void an_upcaster_leads_to_a_revision_that_is_there() {
        refused(
                "barn.filled revision 3 leads nowhere",
                TO_A_MASS,
                TO_A_PLACE,
                Upcaster.renaming("barn.filled", 3, "a", "b"));
        refused(
                "barn.burnt revision 1 leads nowhere",
                TO_A_MASS,
                TO_A_PLACE,
                Upcaster.renaming("barn.burnt", 1, "a", "b"));
    }

    private static void refused(String because, Upcaster... upcasters) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.of(List.of(ThirdEvent.class), List.of(upcasters)))
                .withMessageContaining(because);
    }
}
