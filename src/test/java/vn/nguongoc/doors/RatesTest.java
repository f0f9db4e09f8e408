package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.nguongoc.Refusals.refusalOf;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.nguongoc.identity.IdentityRefusal;

/** Nobody asks so often that others have to wait. */
class RatesTest {
    private final Rates rates = new Rates(new DoorSettings(DoorSettings.Doors.CLOSED, 100, null));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void who_is_known_asks_as_often_as_the_limit_and_then_hears_when_again() {
        for (int i = 0; i < 100; i++) {
            rates.takeOf("person-1", response);
        }
        assertThat(refusalOf(() -> rates.takeOf("person-1", response)))
                .isInstanceOfSatisfying(
                        IdentityRefusal.TooManyRequests.class,
                        it -> assertThat(it.limit()).isEqualTo(100));
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThatCode(() -> rates.takeOf("person-2", response)).doesNotThrowAnyException();
    }

    @Test
    void a_network_from_which_nobody_is_known_asks_a_tenth_as_often() {
        for (int i = 0; i < 10; i++) {
            rates.takeFrom("192.0.2.7", response);
        }
        assertThat(refusalOf(() -> rates.takeFrom("192.0.2.7", response)))
                .isInstanceOf(IdentityRefusal.TooManyRequests.class);
    }

    @Test
    void each_answer_says_what_is_left() {
        rates.takeOf("person-1", response);
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"caller\";q=100;w=60");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"caller\";r=99");
    }
}
