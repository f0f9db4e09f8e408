package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.eventlog.Tokens;
import vn.nguongoc.generations.Generation;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfPlot;

/** What the history does when an event cannot be handled, or when it forgets how far it came. */
@ServiceTest
class HistoryFaultsTest {
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T08:00:00+07:00");

    @Autowired
    private EventStore log;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private HistoryProgress progress;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Generations generations;

    private final Api api;

    HistoryFaultsTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    private void publish(PlotId plot, long sequence, Object event) {
        log.publish(new GenericDomainEventMessage<>("plot", plot.value(), sequence, event));
    }

    private void awaitTheHistory() throws InterruptedException {
        var head = generations.head();
        Await.until("the history has seen " + head, () -> progress.position() >= head);
    }

    private long deadLetters() {
        return generations.served().deadLetters();
    }

    private String collection(String kind) {
        return follower() + "-" + kind;
    }

    private String follower() {
        return Generation.follower(generations.served().number());
    }

    @Test
    void an_event_that_cannot_be_handled_is_set_aside_with_what_follows_it_and_all_else_goes_on() throws Exception {
        var poisoned = new PlotId("plot-bad0bad0bad0bad0");
        publish(poisoned, 0, new CycleClosed(poisoned, 1, null, List.of(), THEN)); // of a plot that nobody registered
        var cooperative = api.cooperative();
        publish(poisoned, 1, registered(poisoned, new OrganisationId(cooperative)));
        awaitTheHistory();
        assertThat(api.get("/api/cooperatives/" + cooperative).status()).isEqualTo(200);
        assertThat(deadLetters()).isEqualTo(2);
        assertThat(generations.views().find(ViewOfPlot.class, poisoned))
                .as("it waits behind the one before it")
                .isEmpty();

        assertThat(generations.served().retryDeadLetters())
                .as("it still cannot be handled")
                .isZero();
        assertThat(deadLetters()).isEqualTo(2);

        mendTheCauseOf(poisoned);
        assertThat(generations.served().retryDeadLetters()).isOne();
        assertThat(deadLetters()).isZero();
    }

    @Test
    void one_that_still_cannot_be_handled_keeps_no_other_from_being_tried() throws Exception {
        var hopeless = new PlotId("plot-bad0bad0bad0bad1");
        var mended = new PlotId("plot-bad0bad0bad0bad2");
        publish(hopeless, 0, new CycleClosed(hopeless, 1, null, List.of(), THEN));
        publish(mended, 0, new CycleClosed(mended, 1, null, List.of(), THEN));
        awaitTheHistory();
        mendTheCauseOf(mended);
        assertThat(generations.served().retryDeadLetters()).isOne();
        assertThat(deadLetters()).isOne();

        mendTheCauseOf(hopeless);
        assertThat(generations.served().retryDeadLetters()).isOne();
        assertThat(deadLetters()).isZero();
    }

    @Test
    void a_view_that_the_database_does_not_take_holds_up_nobody_else() throws Exception {
        var refused = new LotId("lot-bad0bad0bad0bad0");
        database.getCollection(collection("lot"))
                .insertOne(new Document("_id", "other").append("address", "t/" + refused));
        var harvested = new LotHarvested(
                refused,
                new OrganisationId("htx-0000000000000000"),
                new PlotId("plot-bad0bad0bad0bad0"),
                1,
                "paddy-st25",
                Mass.kilograms(100),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                THEN);
        log.publish(new GenericDomainEventMessage<>("lot", refused.value(), 0, harvested));
        var cooperative = api.cooperative();
        awaitTheHistory();
        assertThat(api.get("/api/cooperatives/" + cooperative).status()).isEqualTo(200);
        assertThat(deadLetters()).isOne();

        database.getCollection(collection("lot")).deleteOne(Filters.eq("other"));
        assertThat(generations.served().retryDeadLetters()).isOne();
        assertThat(deadLetters()).isZero();
        assertThat(generations.views().find(ViewOfLot.class, refused)).isPresent();
    }

    private static PlotRegistered registered(PlotId plot, OrganisationId cooperative) {
        return new PlotRegistered(
                plot,
                cooperative,
                "P1",
                "rice-field",
                20_000,
                "31570",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                THEN);
    }

    /** As if a new version knew what to do: the plot and its cycle are there. */
    private void mendTheCauseOf(PlotId plot) {
        generations.views().create(ViewOfCycle.id(plot, 1), 0, ViewOfCycle.empty(plot, 1));
        generations
                .views()
                .create(
                        plot,
                        0,
                        new ViewOfPlot(
                                plot,
                                new OrganisationId("htx-0000000000000000"),
                                "P1",
                                "rice-field",
                                20_000,
                                "31570",
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                1,
                                List.of(new ViewOfPlot.Season(1, "paddy-st25", "dong-xuan", THEN, null))));
    }

    @Test
    void with_a_damaged_token_it_reads_the_log_again_and_skips_nothing() throws Exception {
        var cooperative = api.cooperative();
        var plot = api.sownPlot(cooperative);
        var lot = api.harvest(cooperative, plot, "100").created();
        awaitTheHistory();
        var before = api.get("/api/lots/" + lot + "/history").text();
        generations.stop();
        var meanwhile = api.harvest(cooperative, plot, "50").created();
        damageTheToken();
        assertThat(tokens.position(follower())).as("nobody can tell").isEmpty();
        generations.start();
        awaitTheHistory();
        assertThat(api.get("/api/lots/" + lot + "/history").text()).isEqualTo(before);
        assertThat(api.get("/api/lots/" + meanwhile).status()).isEqualTo(200);
    }

    /** One digit more or less, as a flipped bit would make it: the token leads past events that nobody saw. */
    private void damageTheToken() {
        var collection = database.getCollection("trackingtokens");
        var filter = Filters.eq("processorName", follower());
        Document document = collection.find(filter).iterator().next();
        var bytes = document.get("token", Binary.class).getData();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '8') {
                bytes[i]++;
                break;
            }
        }
        collection.updateOne(filter, Updates.set("token", new Binary(bytes)));
    }
}
