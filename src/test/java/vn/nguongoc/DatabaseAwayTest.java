package vn.nguongoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.nguongoc.Api.Answer;
import vn.nguongoc.mongo.EmbeddedServer;

/** A service whose database goes away says so soon, to programs and to people, and blames nobody. */
class DatabaseAwayTest {
    @TempDir
    private Path directory;

    @Test
    void everybody_is_told_to_come_again() {
        var server = EmbeddedServer.open(directory);
        try (var service = new SpringApplicationBuilder(NguonGoc.class)
                .run(
                        "--server.port=0",
                        "--nguongoc.mongo.uri=" + server.uri() + "/?timeoutMS=500",
                        "--nguongoc.log.attempt=300ms",
                        "--nguongoc.log.deadline=1s")) {
            var api = new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            var cooperative = api.cooperative();
            server.close();
            told(api.post(
                    "/api/cooperatives",
                    "{'name':'HTX','gln':'9520001009013','ward':'31570',"
                            + "'happenedAt':'2026-01-01T08:00:00+07:00'}"));
            told(api.harvest(cooperative, "plot-0000000000000000", "100"));
            told(api.get("/api/cooperatives/" + cooperative));
            var page = api.get("/t/lot-0000000000000000", "Accept", "text/html");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text()).contains("Xin chờ một chút");
            assertThat(api.get("/operation", "Accept", "text/html").status()).isEqualTo(503);
            healthSaysSo(api.get("/actuator/health"));
        }
    }

    private static void healthSaysSo(Answer health) {
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/status").stringValue()).isEqualTo("DOWN");
        assertThat(health.json().at("/components/database/status").stringValue())
                .isEqualTo("DOWN");
        assertThat(health.json().at("/components/followers/status").stringValue())
                .as("nobody can tell")
                .isEqualTo("UNKNOWN");
    }

    private static void told(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("type").stringValue()).endsWith("/problems/web/database-away");
    }
}
