package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;

/** An orchard lives for decades: what it remembers does not grow with its years, and all of it is in its snapshot. */
@ServiceTest
class SeasonsOfAPlotTest {
    @Autowired
    private Configuration axon;

    @Autowired
    private EventStore log;

    private final MongoCollection<Document> snapshots;
    private final Api api;
    private final String cooperative;
    private final String plot;

    @Autowired
    SeasonsOfAPlotTest(MongoDatabase database, @LocalServerPort int port) {
        snapshots = database.getCollection("snapshots");
        api = new Api(port);
        cooperative = api.cooperative();
        plot = api.post("/api/plots", """
                {'cooperative':'%s','code':'F1','kind':'orchard','area':{'value':'0.8','unit':'ha'},'ward':'31528',
                 'blocks':[{'code':'A','trees':'120'},{'code':'B','trees':'80'}],
                 'happenedAt':'2010-01-01T09:00:00+07:00'}""".formatted(cooperative)).created();
    }

    private void open(int year) {
        post("cycles", "'product':'pomelo-nam-roi','season':'all-year'", year + "-01-02");
    }

    private void work(int year) {
        for (int month = 1; month <= 9; month++) {
            prune("%d-%02d-03".formatted(year, month));
        }
        post("activities", "'kind':'pesticide','fields':{'active':'validamycin','block':'A'}", year + "-03-03");
        api.post("/api/plots/" + plot + "/water-readings", """
                {'cooperative':'%s','readings':[{'at':'%d-04-01T08:00:00+07:00','values':{'salinity':'1.5','ph':'7.5'}}]}""".formatted(cooperative, year))
                .created();
        for (int day = 10; day <= 15; day++) {
            harvest(year + "-10-" + day, day == 15);
        }
    }

    private void prune(String day) {
        post("activities", "'kind':'pruning','fields':{'block':'A'}", day);
    }

    private void harvest(String day, boolean last) {
        api.post("/api/lots", """
                {'cooperative':'%s','plot':'%s','product':'pomelo-nam-roi','quantity':{'value':'1000','unit':'kg'},
                 'block':'B','last':%s,'happenedAt':'%sT08:00:00+07:00'}""".formatted(cooperative, plot, last, day)).created();
    }

    private void post(String what, String rest, String day) {
        api.post("/api/plots/" + plot + "/" + what, """
                {'cooperative':'%s',%s,'happenedAt':'%sT08:00:00+07:00'}""".formatted(cooperative, rest, day))
                .created();
    }

    private String state() {
        var bytes = snapshots
                .find(Filters.eq(plot))
                .iterator()
                .next()
                .get("state", Binary.class)
                .getData();
        return new String(Arrays.copyOf(bytes, bytes.length - Integer.BYTES), StandardCharsets.UTF_8);
    }

    /** Read from its events, the plot has enough of them for a new snapshot at once. */
    private void snapshotNow(String day) {
        snapshots.deleteOne(Filters.eq(plot));
        prune(day);
    }

    /** As the next command would find it. */
    private Object loaded() {
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            return axon.repository(FarmPlot.class).load(plot).invoke(Function.identity());
        } finally {
            unit.rollback();
        }
    }

    @Test
    void a_plot_of_ten_seasons_remembers_no_more_than_one_of_three() {
        int small = 0;
        for (int year = 2011; year <= 2020; year++) {
            open(year);
            if (year == 2014) {
                snapshotNow(year + "-01-03");
                small = state().length();
            }
            work(year);
        }
        open(2021);
        snapshotNow("2021-01-03");
        // Cycles and activities are counted: numbers have more digits.
        assertThat(state().length()).isBetween(small - 50, small + 50);
    }

    @Test
    void what_it_remembers_is_the_same_from_its_snapshot_as_from_its_events() {
        for (int year = 2011; year <= 2013; year++) {
            open(year);
            work(year);
        }
        open(2014);
        post("activities", "'kind':'pesticide','fields':{'active':'tricyclazole'}", "2014-01-03");
        post("activities", "'kind':'pesticide','fields':{'active':'carbendazim'}", "2014-01-03");
        post("harvest-authorisations", "'reason':'bão đến','by':'NV-01'", "2014-01-04");
        snapshotNow("2014-01-05");
        assertThat(log.readEvents(plot).next().getPayload()).isInstanceOf(FarmPlot.class);
        assertThat(state()).contains("tricyclazole", "carbendazim", "NV-01", "salinity");
        var fromSnapshot = loaded();
        snapshots.deleteOne(Filters.eq(plot));
        assertThat(log.readEvents(plot).next().getSequenceNumber()).isZero();
        assertThat(loaded()).usingRecursiveComparison().isEqualTo(fromSnapshot);
    }
}
