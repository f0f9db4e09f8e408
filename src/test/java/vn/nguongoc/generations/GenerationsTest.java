package vn.nguongoc.generations;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Api;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.generations.GenerationStates.State;

/** The history is told anew while the old one is served, and put in its place when it has seen as much. */
@Tag("service")
class GenerationsTest {
    @TempDir
    private Path directory;

    private ConfigurableApplicationContext service;
    private String cooperative = "";
    private String lot = "";

    @BeforeEach
    void start() {
        service = service();
        cooperative = api().cooperative();
        lot = api().harvest(cooperative, api().sownPlot(cooperative), "100").created();
    }

    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(NguonGoc.class)
                .run("--server.port=0", "--nguongoc.mongo.directory=" + directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Api api() {
        return new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private Generations generations() {
        return service.getBean(Generations.class);
    }

    private GenerationStates states() {
        return service.getBean(GenerationStates.class);
    }

    private MongoDatabase database() {
        return service.getBean(MongoDatabase.class);
    }

    private void awaitServed(long generation) throws InterruptedException {
        Await.until(
                "generation " + generation + " is served",
                () -> generations().served().number() == generation);
    }

    @Test
    void the_old_one_is_served_until_the_new_one_has_seen_as_much() throws Exception {
        Generation next;
        String address;
        synchronized (generations()) { // nobody looks whether the new one is ready before it has missed something
            generations().rebuild();
            next = Objects.requireNonNull(generations().building());
            next.views().beginBatch(0); // as if it took long: its follower waits for us
            var meanwhile = api().harvest(cooperative, api().sownPlot(cooperative), "50")
                    .created();
            address = "/api/lots/" + meanwhile + "/history";
            Await.until("the old one goes on", () -> api().get(address).status() == 200);
        }
        generations().look();
        var shown = api().get(address).text();
        assertThat(generations().served().number()).isOne();
        next.views().abandonBatch();
        awaitServed(2);
        assertThat(api().get(address).text()).isEqualTo(shown);
        assertThat(api().get("/api/rebuilds").json().has("building")).isFalse();
    }

    @Test
    void asked_for_again_it_is_told_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(api().post("/api/rebuilds", "").status()).isEqualTo(202);
        }
        Await.until("it is told", () -> generations().progress() == null);
        assertThat(generations().served().number()).isLessThanOrEqualTo(6).isGreaterThan(1);
        assertThat(api().get("/api/lots/" + lot).status()).isEqualTo(200);
    }

    /** What it had told before it was interrupted is not told again: what is missing there stays missing. */
    @Test
    void interrupted_it_goes_on_where_it_was() throws Exception {
        generations().rebuild();
        awaitServed(2);
        assertThat(states().replace(states().read(Generations.SHAPE), new State(1, 2L, Generations.SHAPE)))
                .isTrue();
        database().getCollection("history-2-organisation").deleteOne(eq(cooperative));
        service.close();
        service = service();
        awaitServed(2);
        assertThat(api().get("/api/lots/" + lot).status()).isEqualTo(200);
        assertThat(api().get("/api/cooperatives/" + cooperative).status()).isEqualTo(404);
    }

    @Test
    void views_of_another_shape_are_told_anew_at_the_start_and_nobody_is_told_meanwhile_that_nothing_is_there()
            throws Exception {
        assertThat(states().replace(states().read(Generations.SHAPE), new State(1, null, Generations.SHAPE - 1)))
                .isTrue();
        service.close();
        service = service();
        assertThat(api().get("/api/lots/" + lot).status()).isIn(200, 503);
        awaitServed(2);
        Await.until("it is told", () -> api().get("/api/lots/" + lot).status() == 200);
    }

    @Test
    void what_nobody_reads_any_more_is_thrown_away() throws Exception {
        database().getCollection("historylot").insertOne(new Document()); // of a version before generations
        generations().rebuild();
        awaitServed(2);
        generations().throwAwayWhatIsOld();
        assertThat(database().listCollectionNames().into(new ArrayList<>()))
                .noneMatch(name -> name.equals("historylot") || name.startsWith("history-1-"))
                .anyMatch(name -> name.startsWith("history-2-"));
        assertThat(api().get("/api/lots/" + lot + "/history").status()).isEqualTo(200);
    }
}
