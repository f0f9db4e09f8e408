package vn.nguongoc.doors;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Open doors are for trying the service out, and for nobody else's eyes. */
class OpenDoorsTest {
    private static final DoorSettings OPEN = new DoorSettings(DoorSettings.Doors.OPEN, 1200, null);
    private static final DoorSettings CLOSED = new DoorSettings(DoorSettings.Doors.CLOSED, 1200, null);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void on_this_machines_own_address_the_doors_may_be_open(String address) throws UnknownHostException {
        var listening = InetAddress.getByName(address);
        assertThatCode(() -> DoorConfiguration.refuseOpenDoorsForOthers(OPEN, listening))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void where_others_can_reach_it_the_service_does_not_start_with_open_doors(String address)
            throws UnknownHostException {
        var listening = InetAddress.getByName(address);
        assertThatThrownBy(() -> DoorConfiguration.refuseOpenDoorsForOthers(OPEN, listening))
                .hasMessageContaining("nguongoc.doors");
        assertThatCode(() -> DoorConfiguration.refuseOpenDoorsForOthers(CLOSED, listening))
                .doesNotThrowAnyException();
    }
}
