package vn.nguongoc.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Chain;
import vn.nguongoc.Farm;
import vn.nguongoc.NguonGoc;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.eventlog.DistantServer;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.RecallId;

/** What becomes of a recall when the database, the service or an event fails in the midst of it. */
class DescentFaultsTest {
    private static final int PARTS = 220;

    @TempDir
    private Path directory;

    private DistantServer server;
    private ConfigurableApplicationContext service;
    private String recall = "";

    @BeforeEach
    void start() {
        server = new DistantServer(directory);
        service = service();
    }

    /** One that gives up a database that is away after some seconds, and not because the machine is busy. */
    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(NguonGoc.class)
                .run("--server.port=0", "--nguongoc.mongo.uri=" + server.uri() + "/?timeoutMS=5000");
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    private Api api() {
        return new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private Follower follower() {
        return new Follower(service.getBean(EventStore.class), processing());
    }

    private EventProcessingConfiguration processing() {
        return service.getBean(EventProcessingConfiguration.class);
    }

    /** Recalls a lot that was split into so many parts, and returns before they are reached. */
    private void recallALotOfParts(int parts) {
        recallALotOfParts(parts, lot -> {});
    }

    /** @param before is done with the lot before it is recalled */
    private void recallALotOfParts(int parts, Consumer<LotId> before) {
        var chain = new Chain(api());
        var cooperative = api().cooperative();
        var paddy = chain.paddy(cooperative, "1000");
        chain.split(cooperative, paddy, Collections.nCopies(parts, "1")).created();
        before.accept(new LotId(paddy));
        recall = chain.recall(cooperative, paddy).created();
    }

    private void allAreReachedAndHeldOnce(int lots) throws InterruptedException {
        var head = follower().awaitRest();
        var path = "/api/recalls/" + recall + "?after=" + head;
        // What reads the log for the history waits a little longer with each failure before it tries again.
        Await.until("the history has seen it", () -> api().get(path).status() == 200);
        var reached = api().get(path).json().get("lots");
        assertThat(StreamSupport.stream(reached.spliterator(), false).map(JsonNode::toString))
                .hasSize(lots);
        assertThat(holds())
                .hasSize(lots)
                .allSatisfy((lot, times) -> assertThat(times).as(lot.value()).isOne());
    }

    private Map<LotId, Integer> holds() throws InterruptedException {
        var holds = new HashMap<LotId, Integer>();
        try (var stream = service.getBean(EventStore.class).openStream(null)) {
            while (stream.hasNextAvailable()) {
                if (stream.nextAvailable().getPayload() instanceof LotHeld held
                        && held.hold().equals(recall)) {
                    holds.merge(held.lot(), 1, Integer::sum);
                }
            }
        }
        return holds;
    }

    @Test
    void when_the_database_was_away_it_goes_on() throws Exception {
        recallALotOfParts(PARTS);
        server.stop();
        follower().awaitError();
        server.startAgain();
        allAreReachedAndHeldOnce(PARTS + 1);
    }

    @Test
    void when_the_service_ended_the_next_goes_on() throws Exception {
        recallALotOfParts(PARTS);
        service.close();
        service = service();
        allAreReachedAndHeldOnce(PARTS + 1);
    }

    @Test
    void what_is_refused_for_good_stops_nothing() throws Exception {
        publish(Farm.LOT, "recall-0000000000000000");
        recallALotOfParts(1);
        allAreReachedAndHeldOnce(2);
        assertThat(deadLetters()).isZero();
    }

    @Test
    void a_lot_that_cannot_be_held_keeps_no_other_from_being_held_and_does_not_pass_for_held() throws Exception {
        recallALotOfParts(3, this::splitOffWhatNobodyKnows);
        allAreReachedAndHeldOnce(4);
        assertThat(deadLetters()).isZero();
        var children = service.getBean(Children.class);
        assertThat(children.recallsOf(Farm.OTHER_LOT)).isEmpty();
        assertThat(holds().keySet())
                .allSatisfy(lot -> assertThat(children.recallsOf(lot)).containsExactly(new RecallId(recall)));
    }

    private void splitOffWhatNobodyKnows(LotId lot) {
        var part = new Portion(Farm.OTHER_LOT, Farm.kilograms(1));
        var split = new LotSplit(lot, List.of(part), Farm.kilograms(1), Farm.on("01-05"));
        service.getBean(EventStore.class).publish(new GenericDomainEventMessage<>("lot", Farm.LOT.value(), 0, split));
    }

    @Test
    void an_event_that_cannot_be_handled_is_set_aside_and_all_else_goes_on() throws Exception {
        publish(Farm.LOT, "no recall at all");
        recallALotOfParts(1);
        allAreReachedAndHeldOnce(2);
        assertThat(deadLetters()).isOne();
    }

    /** Another process goes on with it at once, and not only when somebody starts one again. */
    @Test
    void what_fails_because_the_service_ends_is_not_set_aside() throws Exception {
        service.publishEvent(new ContextClosedEvent(service));
        publish(Farm.LOT, "no recall at all");
        follower().awaitError();
        assertThat(deadLetters()).isZero();
    }

    /** A lot with one part, held by something that never was. */
    private void publish(LotId lot, String hold) {
        var log = service.getBean(EventStore.class);
        var part = new Portion(Farm.OTHER_LOT, Farm.kilograms(1));
        log.publish(new GenericDomainEventMessage<>(
                "lot", lot.value(), 0, new LotSplit(lot, List.of(part), Farm.kilograms(1), Farm.on("01-05"))));
        log.publish(new GenericDomainEventMessage<>(
                "lot",
                lot.value(),
                1,
                new LotHeld(lot, hold, HoldCause.RECALL, null, "thử", "qc-1", Farm.on("02-05"))));
    }

    private long deadLetters() {
        return processing().deadLetterQueue(Descent.NAME).orElseThrow().size();
    }
}
