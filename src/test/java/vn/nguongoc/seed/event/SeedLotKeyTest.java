package vn.nguongoc.seed.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nguongoc.Farm.HO_DAC_KIEN;
import static vn.nguongoc.Farm.kilograms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/** Keys and quantities check themselves. */
class SeedLotKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"A", "SL-ST25_2601.01", "...", "0123456789012345678901234567890123456789"})
    void a_key_is_read_as_it_is_written(String number) {
        var key = new SeedLotKey(HO_DAC_KIEN, number);
        assertThat(key).hasToString("seed/" + HO_DAC_KIEN + "/" + number);
        assertThat(SeedLotKey.read(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "lô", "01234567890123456789012345678901234567890"})
    void a_number_can_stand_in_an_address(String number) {
        assertThatThrownBy(() -> new SeedLotKey(HO_DAC_KIEN, number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_partner_receives_no_seed() {
        assertThatThrownBy(() -> new SeedLotKey(new OrganisationId("org-0000000000000001"), "A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SL-1", "lot/htx-0000000000000001/SL-1", "seed/htx-0000000000000001", "seed/x/SL-1"})
    void what_is_no_key_is_not_read_as_one(String text) {
        assertThatThrownBy(() -> SeedLotKey.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_quantity_is_weighed_or_counted_and_never_less_than_nothing() {
        assertThatThrownBy(() -> new SeedQuantity(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeedQuantity(kilograms(1), 1L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeedQuantity(null, -1L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counting(1).plus(weighing(kilograms(1)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> weighing(kilograms(1)).minus(counting(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(counting(0).nothing()).isEqualTo(counting(0));
    }

    private static SeedQuantity weighing(Mass mass) {
        return new SeedQuantity(mass, null);
    }

    private static SeedQuantity counting(long pieces) {
        return new SeedQuantity(null, pieces);
    }
}
