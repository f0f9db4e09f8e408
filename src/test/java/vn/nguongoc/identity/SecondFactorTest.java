package vn.nguongoc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.nguongoc.Api;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.identity.SecondFactorSettings.Need;
import vn.nguongoc.identity.event.IdentityEvent.CredentialKind;
import vn.nguongoc.identity.event.PersonId;

/** Who must show more than a password, and who need not. */
@ServiceTest
class SecondFactorTest {
    private static final WaysIn.Ways PASSWORD = new WaysIn.Ways(true, List.of(), false);

    @Autowired
    Sessions sessions;

    @Autowired
    RightsNow rights;

    @Autowired
    WaysIn ways;

    @Autowired
    SecondFactor factor;

    private final Api api;
    private PersonId administrator;
    private PersonId manager;

    SecondFactorTest(@LocalServerPort int port) {
        api = new Api(port);
    }

    @BeforeEach
    void two_people() {
        administrator = new PersonId(api.post("/api/people", "{'code':'QT-9','duty':'administrator'}")
                .created());
        manager = new PersonId(api.post(
                        "/api/people",
                        "{'code':'QL-9','duty':'manager','organisation':'%s'}".formatted(api.cooperative()))
                .created());
    }

    @Test
    void a_password_is_too_little_for_who_runs_the_service_and_for_nobody_else() {
        assertThat(factor.isMissing(sessions.begin(administrator, CredentialKind.PASSWORD)))
                .isTrue();
        assertThat(factor.isMissing(sessions.begin(administrator, CredentialKind.PASSKEY)))
                .isFalse();
        assertThat(factor.isMissing(sessions.begin(administrator, CredentialKind.ISSUER)))
                .isFalse();
        assertThat(factor.isMissing(sessions.begin(manager, CredentialKind.PASSWORD)))
                .isFalse();
        assertThat(factor.isMissing(Secret.fresh())).as("nobody has signed in").isFalse();
    }

    @Test
    void where_it_is_optional_a_password_is_enough() {
        var lenient = new SecondFactor(new SecondFactorSettings(Need.OPTIONAL), sessions, rights, ways);
        assertThat(lenient.isMissing(sessions.begin(administrator, CredentialKind.PASSWORD)))
                .isFalse();
        lenient.refuseToLeave(administrator, PASSWORD);
    }

    @Test
    void who_runs_the_service_keeps_more_than_a_password_and_others_keep_any_way_in() {
        assertThat(refusalOf(() -> factor.refuseToLeave(administrator, PASSWORD)))
                .isEqualTo(new IdentityRefusal.LastSecondFactor());
        factor.refuseToLeave(administrator, new WaysIn.Ways(true, List.of(), true));
        factor.refuseToLeave(manager, PASSWORD);
        assertThat(refusalOf(() -> factor.refuseToLeave(manager, new WaysIn.Ways(false, List.of(), false))))
                .isEqualTo(new IdentityRefusal.LastWayIn());
    }
}
