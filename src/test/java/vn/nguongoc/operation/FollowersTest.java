package vn.nguongoc.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.eventlog.Await;
import vn.nguongoc.eventlog.FollowerStatus;
import vn.nguongoc.eventlog.FollowerStatus.State;
import vn.nguongoc.eventlog.Followers;

/** How far the followers have come, as health and metrics say it. */
@TroubledService
class FollowersTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Api api;
    private final Trouble trouble;

    @Autowired
    private EventProcessingConfiguration processing;

    FollowersTest(@LocalServerPort int port, @Autowired Followers followers) {
        api = new Api(port);
        trouble = new Trouble(api, followers);
    }

    private StreamingEventProcessor processor() {
        return processing
                .eventProcessor(Troubled.NAME, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private double metric(String name) {
        return api.get("/actuator/metrics/" + name + "?tag=follower:" + Troubled.NAME)
                .json()
                .at("/measurements/0/value")
                .doubleValue();
    }

    private JsonNode health() {
        var health = api.get("/actuator/health");
        assertThat(health.status()).as("writers are served").isEqualTo(200);
        return health.json();
    }

    @Test
    void while_a_follower_is_stopped_its_lag_rises_and_health_says_so_and_afterwards_it_is_nothing() throws Exception {
        trouble.awaitFollowers();
        assertThat(metric("nguongoc.follower.lag.events")).isZero();
        assertThat(metric("nguongoc.follower.lag.age")).isZero();
        Await.until("up", () -> health().get("status").stringValue().equals("UP"));
        processor().shutDown();
        api.cooperative();
        assertThat(metric("nguongoc.follower.lag.events")).isEqualTo(1);
        api.cooperative();
        assertThat(metric("nguongoc.follower.lag.events")).isEqualTo(2);
        var age = metric("nguongoc.follower.lag.age");
        Await.until("it grows older", () -> metric("nguongoc.follower.lag.age") > age);
        Await.until("behind", () -> health().get("status").stringValue().equals("BEHIND"));
        var follower = health().at("/components/followers/details/" + Troubled.NAME);
        assertThat(follower.get("state").stringValue()).isEqualTo("stopped");
        assertThat(follower.get("behind").longValue()).isEqualTo(2);
        assertThat(follower.get("head").longValue() - follower.get("position").longValue())
                .isEqualTo(2);
        processor().start();
        trouble.awaitFollowers();
        assertThat(metric("nguongoc.follower.lag.events")).isZero();
        assertThat(metric("nguongoc.follower.lag.age")).isZero();
        assertThat(health().get("status").stringValue()).isEqualTo("UP");
    }

    @Test
    void what_was_set_aside_is_counted() throws Exception {
        trouble.awaitFollowers();
        var before = metric("nguongoc.dead.letters");
        trouble.certificate(trouble.cooperative().created(), "VG-7").created();
        trouble.awaitFollowers();
        assertThat(metric("nguongoc.dead.letters") - before).isEqualTo(2);
        assertThat(health().get("status").stringValue()).as("all else goes on").isEqualTo("UP");
    }

    @Test
    void only_our_own_meters_are_there() {
        assertThat(api.get("/actuator/metrics")
                        .json()
                        .get("names")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyInAnyOrder(
                        "nguongoc.dead.letters",
                        "nguongoc.follower.lag.age",
                        "nguongoc.follower.lag.events",
                        "nguongoc.scans.lost",
                        "nguongoc.scans.unknown.networks",
                        "nguongoc.scans.waiting",
                        "nguongoc.scans.written");
    }

    @Test
    void a_follower_is_behind_when_the_oldest_event_it_has_not_seen_is_older_than_the_limit() {
        var settings = new OperationSettings(MINUTE);
        assertThat(settings.needsALook(follower(60_000, null))).isFalse();
        assertThat(settings.needsALook(follower(60_001, null))).isTrue();
        assertThat(settings.needsALook(follower(0, "MongoTimeoutException"))).isTrue();
    }

    private static FollowerStatus follower(long ageMillis, @Nullable String error) {
        return new FollowerStatus("history", State.FOLLOWING, 6, 8, 2, ageMillis, error);
    }
}
