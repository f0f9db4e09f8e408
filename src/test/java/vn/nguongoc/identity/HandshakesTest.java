package vn.nguongoc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nguongoc.identity.Handshakes.Purpose;
import vn.nguongoc.mongo.Clients;

/** What a browser was asked: answered once, soon, for what it was asked, and in no unbounded number. */
class HandshakesTest {
    private static final Instant NOON = Instant.parse("2026-11-28T05:00:00Z");

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private Instant now = NOON;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private MongoClient client;
    private MongoDatabase database;
    private Handshakes handshakes;

    @BeforeEach
    void start() {
        client = Clients.of(server.bindAndGetConnectionString());
        database = client.getDatabase("test");
        handshakes = new Handshakes(database, clock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void an_answer_is_taken_once_by_whichever_process() {
        var browser = handshakes.begin(Purpose.ADD_PASSKEY, new Document("challenge", "c"));
        var other = new Handshakes(database, clock);
        assertThat(other.take(Purpose.ADD_PASSKEY, browser).orElseThrow()).containsEntry("challenge", "c");
        assertThat(handshakes.take(Purpose.ADD_PASSKEY, browser)).isEmpty();
    }

    @Test
    void an_answer_to_one_question_is_none_to_another() {
        var browser = handshakes.begin(Purpose.ADD_PASSKEY, new Document());
        assertThat(handshakes.take(Purpose.SIGN_IN_BY_PASSKEY, browser)).isEmpty();
        assertThat(handshakes.take(Purpose.ADD_PASSKEY, browser)).isEmpty();
    }

    @Test
    void an_answer_comes_within_five_minutes() {
        var first = handshakes.begin(Purpose.ASK_ISSUER, new Document());
        var second = handshakes.begin(Purpose.ASK_ISSUER, new Document());
        now = NOON.plus(Duration.ofSeconds(299));
        assertThat(handshakes.take(Purpose.ASK_ISSUER, first)).isPresent();
        now = NOON.plus(Duration.ofMinutes(5));
        assertThat(handshakes.take(Purpose.ASK_ISSUER, second)).isEmpty();
    }

    @Test
    void so_many_wait_at_once_and_what_is_too_late_makes_room() {
        database.getCollection("handshakes")
                .insertMany(IntStream.range(0, Handshakes.MOST)
                        .mapToObj(i -> new Document("_id", i)
                                .append("ends", Date.from(NOON.plusSeconds(i < Handshakes.MOST / 2 ? 60 : 120))))
                        .toList());
        assertThat(refusalOf(() -> handshakes.begin(Purpose.ASK_ISSUER, new Document())))
                .isEqualTo(new IdentityRefusal.TooManyTries(300));
        now = NOON.plusSeconds(60);
        handshakes.begin(Purpose.ASK_ISSUER, new Document());
        assertThat(database.getCollection("handshakes").countDocuments()).isEqualTo(Handshakes.MOST / 2 + 1);
    }
}
