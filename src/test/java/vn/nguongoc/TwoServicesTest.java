package vn.nguongoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.mongo.EmbeddedServer;

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
    void the_same_key_sent_to_both_is_stored_once() {
        var body = "{'name':'HTX','gln':'9520001009013','ward':'31570','happenedAt':'2026-01-01T08:00:00+07:00'}";
        var one = api(first).post("/api/cooperatives", body, "both");
        var other = api(second).post("/api/cooperatives", body, "both");
        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.header("Log-Position")).isEqualTo(one.header("Log-Position"));
    }
}
