package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has a whole network of IPv6 addresses is one asker all the same. */
class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::1, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "unknown, unknown"
    })
    void an_ipv4_address_is_itself_and_of_an_ipv6_address_64_bits_count(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }
}
