package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** A plot lives for years; its snapshots are a shortcut and never the truth. */
@ServiceTest
class SnapshotsTest {
    @Autowired
    private EventStore log;

    @Autowired
    private Configuration axon;

    private final MongoCollection<Document> snapshots;
    private final Api api;
    private String cooperative = "";
    private String plot = "";

    @Autowired
    SnapshotsTest(MongoDatabase database, @LocalServerPort int port) {
        snapshots = database.getCollection("snapshots");
        api = new Api(port);
    }

    /** Three events, and 57 inspections of the field: a snapshot was made on the way. */
    @BeforeEach
    void aPlotThatWasWorkedOn() {
        cooperative = api.cooperative();
        plot = api.sownPlot(cooperative);
        inspect(57);
    }

    private void inspect(int times) {
        for (int i = 0; i < times; i++) {
            api.post("/api/plots/" + plot + "/activities", """
                    {'cooperative':'%s','kind':'field-inspection','fields':{'purityPercent':'99','finding':'sạch'},
                     'happenedAt':'2026-02-01T08:00:00+07:00'}""".formatted(cooperative))
                    .created();
        }
    }

    private Document snapshot() {
        return snapshots.find(Filters.eq(plot)).iterator().next();
    }

    private void change(String field, Object value) {
        snapshots.updateOne(Filters.eq(plot), Updates.set(field, value));
    }

    private DomainEventMessage<?> firstRead() {
        return log.readEvents(plot).next();
    }

    @Test
    void a_plot_is_read_from_its_snapshot_on() {
        assertThat(snapshot().getLong("sequence")).isBetween(45L, 59L);
        assertThat(firstRead().getPayload()).isInstanceOf(FarmPlot.class);
        assertThat(firstRead().getSequenceNumber()).isEqualTo(snapshot().getLong("sequence"));
    }

    @Test
    void what_no_rule_asks_for_again_is_not_in_it() {
        assertThat(state()).contains("sowing").doesNotContain("field-inspection");
    }

    @Test
    void an_activity_that_is_not_in_it_is_corrected_all_the_same() {
        var correction = """
                {'cooperative':'%s','fields':{'purityPercent':'98'},'reason':'ghi nhầm','by':'NV-01',
                 'happenedAt':'2026-02-02T08:00:00+07:00'}""".formatted(cooperative);
        api.post("/api/plots/" + plot + "/activities/2/corrections", correction).created();
        assertThat(api.post("/api/plots/" + plot + "/activities/59/corrections", correction)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_it_decides_is_what_its_events_say() {
        // 650 kg/ha at most on 2 ha: the harvest of 24 April is refused as it is without a snapshot.
        var tooMuch = api.harvest(cooperative, plot, "99999");
        snapshots.deleteOne(Filters.eq(plot));
        assertThat(firstRead().getSequenceNumber()).isZero();
        var again = api.harvest(cooperative, plot, "99999");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(again.json().get("detail")).isEqualTo(tooMuch.json().get("detail"));
    }

    @Test
    void a_snapshot_on_top_of_a_snapshot_is_what_a_replay_of_everything_gives() {
        var first = snapshot();
        inspect(60);
        assertThat(snapshot().getLong("sequence")).isGreaterThan(first.getLong("sequence"));
        var onTop = loaded();
        snapshots.deleteOne(Filters.eq(plot));
        assertThat(firstRead().getSequenceNumber()).isZero();
        assertThat(loaded()).usingRecursiveComparison().isEqualTo(onTop);
    }

    /** The plot as the next command would find it. */
    private Object loaded() {
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            return axon.repository(FarmPlot.class).load(plot).invoke(Function.identity());
        } finally {
            unit.rollback();
        }
    }

    private String state() {
        var bytes = snapshot().get("state", Binary.class).getData();
        return new String(Arrays.copyOf(bytes, bytes.length - Integer.BYTES), StandardCharsets.UTF_8);
    }

    @Test
    void a_damaged_snapshot_is_passed_over_and_replaced() {
        var bytes = snapshot().get("state", Binary.class).getData();
        var area = state().indexOf("20000"); // square metres; with 90000 four times the harvest would be believed
        bytes[area] = '9';
        change("state", new Binary(bytes));
        assertThat(firstRead().getSequenceNumber()).isZero();
        inspect(1);
        assertThat(firstRead().getPayload()).isInstanceOf(FarmPlot.class);
        assertThat(state()).contains("20000");
    }

    @Test
    void a_snapshot_that_other_code_made_is_passed_over_and_replaced() {
        change("code", "0".repeat(64));
        assertThat(firstRead().getSequenceNumber()).isZero();
        inspect(1);
        assertThat(firstRead().getPayload()).isInstanceOf(FarmPlot.class);
    }

    @Test
    void a_snapshot_of_a_class_that_is_gone_is_passed_over() {
        change("class", "vn.nguongoc.plot.RiceField");
        assertThat(firstRead().getSequenceNumber()).isZero();
    }
}
