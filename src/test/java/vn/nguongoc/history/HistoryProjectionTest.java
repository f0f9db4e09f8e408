package vn.nguongoc.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** The history is nothing but the log read again. */
@ServiceTest
class HistoryProjectionTest {
    @Autowired
    private EventStore log;

    @Autowired
    private Generations generations;

    @Autowired
    private HistoryProgress progress;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private LotList list;

    private final Api api;
    private final String lot;
    private final String seedLot;
    private String history = "";

    HistoryProjectionTest(@LocalServerPort int port) {
        api = new Api(port);
        var cooperative = api.cooperative();
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

    @Test
    void rebuilt_from_the_log_it_is_the_same() throws InterruptedException {
        var lots = list.before(Long.MAX_VALUE, 200);
        rebuild.rebuild();
        assertThat(read()).isEqualTo(history);
        assertThat(list.before(Long.MAX_VALUE, 200)).isEqualTo(lots);
    }

    @Test
    void told_everything_twice_it_is_the_same() throws Exception {
        var handlers = Generation.projections(generations.views()).stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
        try (var stream = log.openStream(null)) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                for (var handler : handlers) {
                    handler.handle(event);
                }
            }
        }
        assertThat(read()).isEqualTo(history);
    }

    @Test
    void a_list_of_lots_goes_on_where_the_page_before_ended() {
        var all = list.before(Long.MAX_VALUE, 200).lots();
        var first = list.before(Long.MAX_VALUE, 1);
        var second = list.before(first.next().orElseThrow(), 1);
        assertThat(first.lots()).containsExactly(all.get(0));
        assertThat(second.lots()).containsExactly(all.get(1));
    }

    @Test
    void a_page_of_the_list_names_the_next() {
        var page = api.get("/api/lots?limit=1");
        assertThat(page.json().get("lots")).hasSize(1);
        assertThat(page.header("Link"))
                .isEqualTo(
                        "</api/lots?limit=1&cursor=" + page.json().get("cursor").stringValue() + ">; rel=\"next\"");
    }

    @Test
    void a_history_tells_about_where_a_plot_lies_but_not_its_outline() {
        assertThat(history).contains("\"plots\"").doesNotContain("boundary").doesNotContain("ring");
    }
}
