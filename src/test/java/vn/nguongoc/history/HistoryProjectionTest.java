package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.HistoryProgress;
import vn.nguongoc.generations.Rebuild;
import vn.nguongoc.generations.Shelves;
import vn.nguongoc.generations.Told;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.LotFilter;
import vn.nguongoc.lists.LotList;

/** The history is nothing but the log read again. */
@ServiceTest
class HistoryProjectionTest {
    @Autowired
    private EventStore log;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Generations generations;

    @Autowired
    private HistoryProgress progress;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private LotList list;

    @Autowired
    private Catalogue catalogue;

    private final Api api;
    private final String lot;
    private final String seedLot;
    private String history = "";

    HistoryProjectionTest(@LocalServerPort int port) {
        api = new Api(port);
        var cooperative = api.cooperative();
        api.post("/api/people", "{'code':'GC-9','duty':'recorder','organisation':'%s'}".formatted(cooperative))
                .created();
        var plot = api.sownPlot(cooperative);
        seedLot = api.post("/api/seed-lots", """
                {'cooperative':'%s','number':'PL-1','product':'black-tiger-hoso','pieces':'96000','supplier':'Trại tôm',
                 'happenedAt':'2026-03-10T08:00:00+07:00'}""".formatted(cooperative)).header("Location");
        api.post(seedLot + "/tests", """
                {'pathogens':['wssv'],'outcome':'NEGATIVE','sampledOn':'2026-03-08','happenedAt':'2026-03-10T15:00:00+07:00'}""").created();
        var harvested = api.harvest(cooperative, plot, "100").created();
        lot = api.store(cooperative, harvested, "60").json().get("lots").get(0).stringValue();
        api.post("/api/shipments", """
                {'organisation':'%s','to':'Siêu thị','lines':[{'lot':'%s','quantity':{'value':'10','unit':'kg'}}],
                 'happenedAt':'2026-05-20T08:00:00+07:00'}""".formatted(cooperative, lot)).created();
    }

    @BeforeEach
    void rememberTheHistory() {
        progress.awaitSeen(log.createHeadToken().position().orElse(-1));
        history = read();
        assertThat(history)
                .contains("dispatch")
                .contains("harvest")
                .contains("sowing")
                .contains("NEGATIVE");
    }

    private String read() {
        return api.get("/api/lots/" + lot + "/history").text()
                + api.get(seedLot).text();
    }

    /** All entries of all lists. */
    private List<Shelves.Entry> entries() {
        return generations.views().entries("", "~", Integer.MAX_VALUE);
    }

    @Test
    void rebuilt_from_the_log_it_is_the_same() throws InterruptedException {
        var lots = list.page(LotFilter.ALL, null, 200);
        var entries = entries();
        rebuild.rebuild();
        assertThat(read()).isEqualTo(history);
        assertThat(list.page(LotFilter.ALL, null, 200)).isEqualTo(lots);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void told_everything_twice_it_is_the_same() throws Exception {
        var entries = entries();
        tell(generations.views(), 1);
        assertThat(read()).isEqualTo(history);
        assertThat(entries()).isEqualTo(entries);
    }

    /** Lists are written before views: after a cut there may be entries of a state that no view has seen yet. */
    @Test
    void entries_that_are_ahead_of_their_views_are_right_when_all_is_told_again() throws Exception {
        var generation = 1_000_000;
        try {
            tell(new Views(database, generation, changed -> {}), 7);
            dropAll(Shelves.PREFIX + generation + "-", "lists");
            var views = new Views(database, generation, changed -> {});
            tell(views, 5);
            assertThat(views.entries("", "~", Integer.MAX_VALUE)).isEqualTo(entries());
        } finally {
            dropAll(Shelves.PREFIX + generation + "-", "nothing");
        }
    }

    private void tell(Views views, int atOnce) throws Exception {
        var handlers = new HistoryProjections(catalogue)
                .into(views).stream().map(AnnotationEventHandlerAdapter::new).toList();
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                var batch = new ArrayList<TrackedEventMessage<?>>();
                while (batch.size() < atOnce && stream.hasNextAvailable()) {
                    batch.add(stream.nextAvailable());
                }
                views.beginBatch(Told.position(batch.getLast()));
                for (var event : batch) {
                    for (var handler : handlers) {
                        handler.handle(event);
                    }
                }
                views.endBatch();
            }
        }
    }

    private void dropAll(String prefix, String but) {
        for (var name : database.listCollectionNames()) {
            if (name.startsWith(prefix) && !name.endsWith(but)) {
                database.getCollection(name).drop();
            }
        }
    }

    @Test
    void a_history_tells_about_where_a_plot_lies_but_not_its_outline() {
        assertThat(history).contains("\"plots\"").doesNotContain("boundary").doesNotContain("ring");
    }
}
