package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.nguongoc.Api;

/**
 * From the first start to the first record: nobody comes in without an invitation, and nobody does what is not theirs.
 */
@ClosedDoors
class ClosedDoorsTest {
    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private Api api;

    @BeforeEach
    void api() {
        api = new Api(port);
    }

    @Test
    void a_stranger_reads_and_records_nothing() {
        var asked = api.get("/api/lots?holder=htx-0000000000000001");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.json().get("type").stringValue()).endsWith("/problems/identity/not-signed-in");
        assertThat(api.post("/api/cooperatives", "{}").status()).isEqualTo(401);
    }

    @Test
    void an_organisations_manager_records_and_who_runs_the_service_does_not() throws IOException {
        var directory = Path.of(environment.getRequiredProperty("nguongoc.mongo.directory"));
        var manager = Household.manager(api, directory);
        var administrator = Household.administrator(api, directory);
        assertThat(administrator.post("/api/plots", manager.plot()).status()).isEqualTo(404);

        var recorded = manager.api().post("/api/plots", manager.plot());
        var path = "/api/plots/" + recorded.created() + "?after=" + recorded.header("Log-Position");
        assertThat(manager.api().get(path).status()).isEqualTo(200);
        assertThat(administrator.get(path).status()).isEqualTo(404);
    }

    @Test
    void an_address_that_is_nobodys_is_not_there_for_anybody() {
        assertThat(api.get("/api/nowhere").status()).isEqualTo(404);
    }
}
