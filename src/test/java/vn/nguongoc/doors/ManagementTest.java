package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;

/** What runs the service is looked after on a port of its own, and tells strangers nothing but that it is well. */
@ClosedDoors
class ManagementTest {
    private static final String[] TOKEN = {"Authorization", "Bearer " + ClosedDoors.MANAGEMENT_TOKEN};

    @LocalServerPort
    int port;

    @Value("${local.management.port}")
    int management;

    @ParameterizedTest
    @ValueSource(strings = {"health", "info", "metrics", "sbom"})
    void on_the_services_own_port_none_of_it_is_there(String what) {
        assertThat(new Api(port).get("/actuator/" + what, TOKEN).status()).isEqualTo(404);
    }

    @Test
    void the_services_address_is_not_that_of_its_management() {
        assertThat(new Api(port).get("/api/nowhere").json().get("type").stringValue())
                .startsWith("http://localhost:" + port + "/");
    }

    @Test
    void a_stranger_hears_that_it_is_well_and_which_version_it_is() {
        var health = new Api(management).get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().propertyNames()).containsExactlyInAnyOrder("status", "groups");
        assertThat(new Api(management).get("/actuator/info").json().get("build").propertyNames())
                .contains("version", "time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/metrics",
                "/metrics/nguongoc.dead.letters",
                "/sbom",
                "/sbom/application",
                "/env",
                "/heapdump",
                "/health/mongo",
                "/health/diskSpace",
                "/health;/../metrics",
                "/info/../metrics",
                "/info/%2e%2e/metrics"
            })
    void nothing_else_is_told_to_a_stranger(String path) {
        var api = new Api(management);
        var asked = api.get("/actuator" + path);
        assertThat(asked.status()).as(asked.text()).isIn(400, 401, 404);
        assertThat(asked.text()).doesNotContain("names", "components", "bomFormat");
        assertThat(api.get("/actuator" + path, "Authorization", "Bearer " + "x".repeat(32))
                        .status())
                .isIn(400, 401, 404);
    }

    @Test
    void whoever_shows_the_token_reads_the_details_the_meters_and_the_list_of_dependencies() {
        var api = new Api(management);
        assertThat(api.get("/actuator/health", TOKEN).json().has("components")).isTrue();
        assertThat(api.get("/actuator/metrics", TOKEN).json().get("names").toString())
                .contains("nguongoc.dead.letters");
        var sbom = api.get("/actuator/sbom/application", TOKEN).json();
        assertThat(sbom.get("bomFormat").stringValue()).isEqualTo("CycloneDX");
        assertThat(sbom.get("components").valueStream().map(it -> it.get("name").stringValue()))
                .contains("axon-eventsourcing", "mongodb-driver-sync")
                .doesNotContain("jqwik", "selenium-java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "loggers", "shutdown"})
    void what_nobody_needs_is_not_there_even_for_them(String what) {
        assertThat(new Api(management).get("/actuator/" + what, TOKEN).status()).isEqualTo(404);
    }

    @Test
    void a_token_that_somebody_could_guess_is_refused_at_the_start() {
        assertThatThrownBy(() -> new DoorSettings(DoorSettings.Doors.CLOSED, 1, "x".repeat(31)))
                .hasMessageContaining("nguongoc.management-token");
        assertThatCode(() -> new DoorSettings(DoorSettings.Doors.CLOSED, 1, "x".repeat(32)))
                .doesNotThrowAnyException();
    }
}
