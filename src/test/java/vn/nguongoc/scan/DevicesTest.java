package vn.nguongoc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is kept of a device tells it from others for a day, and afterwards nothing to anybody. */
class DevicesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T05:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-25T17:00:00Z");
    private static final String BROWSER = "Mozilla/5.0 (Linux; Android 10; K)\nvi";

    private final Devices devices = new Devices();

    private Device of(String address, String browser, Instant at) {
        return devices.of(InetAddress.ofLiteral(address), browser, at);
    }

    @Test
    void one_browser_in_one_network_is_one_device() {
        assertThat(of("203.0.113.7", BROWSER, NOON)).isEqualTo(of("203.0.113.250", BROWSER, NOON.plusSeconds(60)));
        assertThat(of("2001:db8:1:2::3", BROWSER, NOON)).isEqualTo(of("2001:db8:1:ffff::9", BROWSER, NOON));
    }

    @Test
    void another_network_or_browser_is_another() {
        var one = of("203.0.113.7", BROWSER, NOON);
        assertThat(of("203.0.114.7", BROWSER, NOON).code()).isNotEqualTo(one.code());
        assertThat(of("203.0.113.7", BROWSER + "-VN", NOON).code()).isNotEqualTo(one.code());
        assertThat(of("2001:db8:2::1", BROWSER, NOON).code())
                .isNotEqualTo(of("2001:db8:1::1", BROWSER, NOON).code());
    }

    @Test
    void a_network_is_known_for_its_day_whatever_the_browser() {
        var one = devices.network(InetAddress.ofLiteral("203.0.113.7"), NOON);
        assertThat(devices.network(InetAddress.ofLiteral("203.0.113.9"), NOON)).isEqualTo(one);
        assertThat(devices.network(InetAddress.ofLiteral("203.0.114.7"), NOON)).isNotEqualTo(one);
        assertThat(devices.network(InetAddress.ofLiteral("203.0.113.7"), NEXT_DAY))
                .isNotEqualTo(one);
    }

    @Test
    void the_next_day_nobody_knows_it_any_more() {
        var today = of("203.0.113.7", BROWSER, NEXT_DAY.minusMillis(1));
        assertThat(today).isEqualTo(of("203.0.113.7", BROWSER, NOON));

        var tomorrow = of("203.0.113.7", BROWSER, NEXT_DAY);
        assertThat(tomorrow.epoch()).isNotEqualTo(today.epoch());
        assertThat(tomorrow.code()).isNotEqualTo(today.code());
    }

    @Test
    void once_the_key_is_thrown_away_the_same_address_on_the_same_day_gives_another_code() {
        var then = of("203.0.113.7", BROWSER, NOON);
        of("203.0.113.7", BROWSER, NOON.plus(Duration.ofDays(1)));
        assertThat(of("203.0.113.7", BROWSER, NOON).code()).isNotEqualTo(then.code());
        assertThat(new Devices()
                        .of(InetAddress.ofLiteral("203.0.113.7"), BROWSER, NOON)
                        .code())
                .as("of another process")
                .isNotEqualTo(then.code());
    }
}
