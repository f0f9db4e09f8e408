package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.plot.Outlines.geoJson;
import static vn.nguongoc.plot.Outlines.rectangle;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.plot.event.Boundary;

/** A plot and the land it claims are one commit. Each test has a part of Hồ Đắc Kiện of its own. */
@ServiceTest
class LandInTheServiceTest {
    /** A corner of four tiles, in metres from the corner that {@link Outlines} measures from: 3 tiles west, 3 south. */
    private static final double EAST = -3 * 1_097.38;

    private static final double NORTH = -3 * 1_106.06;

    @Autowired
    private EventStore log;

    @Autowired
    private MongoDatabase database;

    private final Api api;
    private final String cooperative;

    LandInTheServiceTest(@LocalServerPort int port) {
        api = new Api(port);
        cooperative = api.cooperative();
    }

    private static String body(String cooperative, String code, String area, String place) {
        return """
                {'cooperative':'%s','code':'%s','kind':'pond','area':{'value':'%s','unit':'m²'},'ward':'31570',%s,
                 'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperative, code, area, place);
    }

    private Answer register(String whose, String code, String area, Boundary boundary) {
        return api.post("/api/plots", body(whose, code, area, "'boundary':" + geoJson(boundary)));
    }

    private Answer register(String whose, Boundary hectare) {
        return register(whose, "P1", "10000", hectare);
    }

    private long head() {
        return log.createHeadToken().position().orElse(-1);
    }

    private List<Integer> atOnce(List<Callable<Answer>> registrations) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(registrations)) {
                answers.add(answer.get().status());
            }
            return answers;
        }
    }

    @Test
    void of_many_plots_that_race_for_the_same_land_one_gets_it() throws Exception {
        var others = IntStream.range(0, 12).mapToObj(i -> api.cooperative()).toList();
        var before = head();
        var shared = rectangle(EAST - 50, NORTH - 50, 100, 100);
        var answers = atOnce(others.stream()
                .map(whose -> (Callable<Answer>) () -> register(whose, shared))
                .toList());
        assertThat(Collections.frequency(answers, 201)).isOne();
        assertThat(Collections.frequency(answers, 409)).isEqualTo(11);
        assertThat(head()).isEqualTo(before + 4 + 1); // 4 tiles, 1 plot
    }

    @Test
    void neighbours_that_race_for_the_same_tiles_all_get_their_land() throws Exception {
        var before = head();
        var answers = atOnce(IntStream.range(0, 12)
                .mapToObj(i -> rectangle(EAST - 500, NORTH + 100 + 10 * i, 1_000, 10))
                .map(strip -> (Callable<Answer>) () -> register(cooperative, strip))
                .toList());
        assertThat(answers).containsOnly(201);
        assertThat(head()).isEqualTo(before + 12 * (2 + 1));
    }

    @Test
    void a_plot_that_is_refused_one_tile_has_claimed_none() {
        register(cooperative, rectangle(EAST + 100, NORTH + 600, 100, 100)).created();
        var before = head();
        var across = register(cooperative, "P2", "20000", rectangle(EAST - 50, NORTH + 600, 200, 100));
        assertThat(across.status()).isEqualTo(409);
        assertThat(head()).isEqualTo(before);
        register(cooperative, rectangle(EAST - 50, NORTH + 600, 100, 100)).created();
    }

    @Test
    void its_own_cooperative_is_told_which_plot_it_is_in_vietnamese() {
        var first = register(cooperative, rectangle(EAST + 100, NORTH + 800, 100, 100))
                .created();
        var again = register(cooperative, "P2", "10000", rectangle(EAST + 150, NORTH + 800, 100, 100));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").stringValue()).endsWith("/problems/plot/overlaps-own-plot");
        assertThat(again.json().get("plot").stringValue()).isEqualTo(first);
        assertThat(again.json().get("detail").stringValue())
                .isEqualTo("Đường ranh chồng 5.000 m² lên thửa P1 của hợp tác xã; chỉ được chồng nhiều nhất 100 m²,"
                        + " tức 1 % thửa nhỏ hơn (nguồn: quy tắc về ranh thửa [I]).");
    }

    @Test
    void other_cooperatives_are_told_nothing_but_that_the_land_is_taken() {
        var first = register(cooperative, "BÍ MẬT", "10000", rectangle(EAST + 100, NORTH + 950, 100, 100))
                .created();
        var other = register(api.cooperative(), rectangle(EAST + 150, NORTH + 950, 100, 100));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("detail").stringValue())
                .startsWith("Đường ranh chồng 5.000 m² lên một thửa mà nơi khác đã ghi");
        assertThat(other.text()).doesNotContain(first, cooperative, "BÍ MẬT");
    }

    @Test
    void an_outline_outside_the_ward_is_refused_with_where_it_should_be() {
        var answer = register(cooperative, rectangle(EAST, -6_000, 100, 100));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").stringValue())
                .contains("nằm ngoài khung bao của Xã Hồ Đắc Kiện (mã 31570)")
                .contains("từ 9.652, 105.799 đến 9.753, 105.904");
        assertThat(answer.json().at("/northEast/latitude").asString()).isEqualTo("9.753");
    }

    @Test
    void a_pond_is_registered_by_a_point_and_shown_with_it() {
        var point = "'location':{'type':'Point','coordinates':[105.82,9.70]}";
        var answer = api.post("/api/plots", body(cooperative, "A1", "3000", point));
        var shown = api.get("/api/plots/" + answer.created() + "?after=" + answer.header("Log-Position"))
                .json();
        assertThat(shown.at("/location/latitude").asString()).isEqualTo("9.7");
        assertThat(shown.has("boundary")).isFalse();
    }

    @Test
    void what_is_no_point_or_has_a_hole_is_malformed() {
        for (var place : List.of(
                "'location':{'type':'Point','coordinates':[105.82]}",
                "'location':{'type':'Point','coordinates':null}",
                "'location':{'type':'Point','coordinates':[105.82,null]}",
                "'location':{'type':'Point','coordinates':[9.70,105.82]}",
                "'location':{'type':'LineString','coordinates':[105.82,9.70]}")) {
            assertMalformed(place, "/location");
        }
        assertMalformed("""
                'boundary':{'type':'Polygon','coordinates':[
                  [[105.82,9.70],[105.83,9.70],[105.83,9.71],[105.82,9.70]],
                  [[105.826,9.702],[105.828,9.702],[105.828,9.704],[105.826,9.702]]]}""", "/boundary");
    }

    private void assertMalformed(String place, String pointer) {
        var answer = api.post("/api/plots", body(cooperative, "A1", "3000", place));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @Test
    void a_tile_with_many_plots_is_read_from_its_snapshot_and_decides_as_before() {
        var west = EAST + 5 * 1_097.38 + 100; // nobody else registers so far east
        for (int i = 0; i < 60; i++) {
            register(cooperative, "S" + i, "100", rectangle(west + 12 * i, NORTH + 100, 10, 10))
                    .created();
        }
        var tile = "land/967/10587";
        var first = log.readEvents(tile).next();
        assertThat(first.getPayload()).isInstanceOf(Land.class);
        assertThat(first.getSequenceNumber()).isGreaterThan(40);
        var withSnapshot = register(cooperative, "T", "100", rectangle(west + 5, NORTH + 100, 10, 10));
        database.getCollection("snapshots").deleteOne(Filters.eq(tile));
        assertThat(log.readEvents(tile).next().getSequenceNumber()).isZero();
        var without = register(cooperative, "T", "100", rectangle(west + 5, NORTH + 100, 10, 10));
        assertThat(withSnapshot.status()).isEqualTo(409);
        assertThat(withSnapshot.json().get("plotCode").stringValue()).isEqualTo("S0");
        assertThat(without.json().get("detail")).isEqualTo(withSnapshot.json().get("detail"));
    }
}
