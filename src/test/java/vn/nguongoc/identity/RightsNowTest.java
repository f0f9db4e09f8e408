package vn.nguongoc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.identity.event.Duty;
import vn.nguongoc.identity.event.PersonId;

/** Another process notices a withdrawn duty within two seconds, and asks the log no more often than that. */
@ServiceTest
class RightsNowTest {
    @Autowired
    CommandGateway commands;

    private final Api api;
    private long nanos;

    RightsNowTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @Test
    void what_somebody_may_do_is_remembered_for_two_seconds() {
        var elsewhere = new RightsNow(commands, () -> nanos);
        var duty = "'duty':'recorder','organisation':'%s'".formatted(api.cooperative());
        var person = new PersonId(
                api.post("/api/people", "{'code':'GC-1'," + duty + "}").created());
        assertThat(duties(elsewhere, person)).containsExactly(Duty.RECORDER);

        api.post("/api/people/" + person + "/duties/withdrawals", "{" + duty + ",'reason':'x'}")
                .created();
        nanos = Duration.ofSeconds(2).toNanos() - 1;
        assertThat(duties(elsewhere, person)).as("remembered").containsExactly(Duty.RECORDER);
        nanos = Duration.ofSeconds(2).toNanos();
        assertThat(duties(elsewhere, person)).isEmpty();
    }

    private static List<Duty> duties(RightsNow rights, PersonId person) {
        return rights.of(person).grants().stream().map(it -> it.duty()).toList();
    }
}
