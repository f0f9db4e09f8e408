package vn.nguongoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.mongo.EmbeddedServer;
import vn.nguongoc.plot.Outlines;

/** Two services on one database: what one records, the other goes on with and shows. */
class TwoServicesTest {
    @TempDir
    private static Path directory;

    private static EmbeddedServer server;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.open(directory);
        var given = System.getenv("NGUONGOC_TEST_MONGO_URI");
        var uri = given == null ? server.uri() : given;
        var database = "two-" + UUID.randomUUID();
        first = service(uri, database);
        second = service(uri, database);
    }

    private static ConfigurableApplicationContext service(String uri, String database) {
        return new SpringApplicationBuilder(NguonGoc.class)
                .run("--server.port=0", "--nguongoc.mongo.uri=" + uri, "--nguongoc.mongo.database=" + database);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        server.close();
    }

    private static Api api(ConfigurableApplicationContext service) {
        return new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Test
    void what_one_records_the_other_goes_on_with_and_shows_at_once() {
        var cooperative = api(first).cooperative();
        var plot = api(second).sownPlot(cooperative);
        var harvest = api(first).harvest(cooperative, plot, "100");
        var lot = harvest.created();
        var stored = api(second).store(cooperative, lot, "60");
        stored.created();
        for (var service : new ConfigurableApplicationContext[] {first, second}) {
            Answer seen = api(service).get("/api/lots/" + lot + "?after=" + stored.header("Log-Position"));
            assertThat(seen.text()).contains("\"left\":{\"value\":\"40\",\"unit\":\"kg\"}");
        }
    }

    @Test
    void two_plots_that_both_are_told_of_at_once_cannot_have_the_same_land() throws Exception {
        var apis = List.of(api(first), api(second));
        var cooperatives = apis.stream().map(Api::cooperative).toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                var outline = Outlines.geoJson(Outlines.rectangle(-3_000 + round * 150, -2_000, 100, 100));
                var told = IntStream.range(0, 2)
                        .mapToObj(which -> (Callable<Integer>) () -> apis.get(which)
                                .post("/api/plots", """
                                        {'cooperative':'%s','code':'P','kind':'rice-field','area':{'value':'1','unit':'ha'},
                                         'ward':'31570','boundary':%s,'happenedAt':'2026-01-01T09:00:00+07:00'}""".formatted(cooperatives.get(which), outline))
                                .status())
                        .toList();
                var answers = new ArrayList<Integer>();
                for (var answer : threads.invokeAll(told)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    @Test
    void the_same_key_sent_to_both_is_stored_once() {
        var body = "{'name':'HTX','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}";
        var one = api(first).post("/api/cooperatives", body, "both");
        var other = api(second).post("/api/cooperatives", body, "both");
        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.header("Log-Position")).isEqualTo(one.header("Log-Position"));
    }
}
