package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

class ScannedLinkTest {
    private static final String GTIN = "09520001000010";
    private static final Gs1 RICE = new Gs1(GTIN);

    private static Refusal refusalOf(String path, @Nullable String query) {
        return catchThrowableOfType(Refused.class, () -> ScannedLink.of(path, query))
                .refusal();
    }

    @Test
    void it_names_a_product_a_lot_or_a_unit() {
        assertThat(ScannedLink.of("/01/" + GTIN, null)).isEqualTo(new ScannedLink(RICE, null, null, Map.of()));
        assertThat(ScannedLink.of("/01/" + GTIN + "/10/ST25-260518-A", null))
                .isEqualTo(new ScannedLink(RICE, "ST25-260518-A", null, Map.of()));
        assertThat(ScannedLink.of("/01/" + GTIN + "/21/S1", null))
                .isEqualTo(new ScannedLink(RICE, null, "S1", Map.of()));
        var unit = ScannedLink.of("/01/" + GTIN + "/10/A/21/S1", null);
        assertThat(unit).isEqualTo(new ScannedLink(RICE, "A", "S1", Map.of()));
        assertThat(unit.lotKey()).isEqualTo("01/" + GTIN + "/10/A");
        assertThat(unit.path()).isEqualTo("/01/" + GTIN + "/10/A/21/S1");
    }

    @Test
    void a_short_gtin_gets_its_zeros_and_a_slash_at_the_end_is_nothing() {
        assertThat(ScannedLink.of("/01/9520001000010/10/A/", null).path()).isEqualTo("/01/" + GTIN + "/10/A");
    }

    @Test
    void every_character_of_gs1_set_82_is_read_and_written() {
        var all = "!\"%&'()*+,-./0123";
        var link = ScannedLink.of("/01/" + GTIN + "/10/%21%22%25%26%27%28%29%2A%2B%2C-.%2F0123", null);
        assertThat(link.lot()).isEqualTo(all);
        assertThat(ScannedLink.of(link.path(), null)).isEqualTo(link);
        assertThat(ScannedLink.of("/01/" + GTIN + "/10/A+B;C", null).lot()).isEqualTo("A+B;C");
    }

    @Test
    void attributes_stand_behind_the_question_mark_and_other_names_are_not_looked_at() {
        var link =
                ScannedLink.of("/01/" + GTIN + "/10/A", "17=270518&3103=005000&7007=260424260426&lang=vi&utm_source=x");
        assertThat(link.attributes()).isEqualTo(Map.of("17", "270518", "3103", "005000", "7007", "260424260426"));
    }

    @ParameterizedTest
    @CsvSource({"17,271318", "17,27051", "3103,5", "7007,260424-26", "17,2705AA"})
    void a_date_that_is_none_or_a_weight_of_another_length_is_refused(String key, String value) {
        assertThat(refusalOf("/01/" + GTIN, key + "=" + value)).isEqualTo(new LinkRefusal.ValueUnusable(key, value));
    }

    @Test
    void a_wrong_check_digit_is_refused_with_the_right_one() {
        assertThat(refusalOf("/01/09520001000011/10/A", null))
                .isEqualTo(new LinkRefusal.WrongCheckDigit("09520001000011", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "0952000100001", "ABCDEFGHIJKLMN", "095200010000101"})
    void what_has_not_the_digits_of_a_gtin_is_refused(String gtin) {
        assertThat(refusalOf("/01/" + gtin, null))
                .isInstanceOfAny(LinkRefusal.NoGtin.class, LinkRefusal.WrongCheckDigit.class);
    }

    @Test
    void a_wrong_order_is_refused_with_the_right_one() {
        assertThat(refusalOf("/10/A/01/" + GTIN, null))
                .isEqualTo(new LinkRefusal.WrongOrder(List.of("10", "01"), "/01/" + GTIN + "/10/A"));
        assertThat(refusalOf("/01/" + GTIN + "/21/S/10/A%2FB", null))
                .isEqualTo(new LinkRefusal.WrongOrder(List.of("01", "21", "10"), "/01/" + GTIN + "/10/A%2FB/21/S"));
    }

    @Test
    void a_lot_in_the_query_is_refused_with_the_right_path() {
        assertThat(refusalOf("/01/" + GTIN, "17=270518&10=A"))
                .isEqualTo(new LinkRefusal.KeyInQuery("10", "/01/" + GTIN + "/10/A"));
        assertThat(refusalOf("/01/" + GTIN + "/10/A", "10=A")).isEqualTo(new LinkRefusal.KeyTwice("10"));
    }

    @Test
    void unknown_keys_are_refused_with_those_that_are_possible() {
        assertThat(refusalOf("/01/" + GTIN + "/22/V1", null))
                .isEqualTo(new LinkRefusal.UnknownKey("22", List.of("01", "10", "21")));
        assertThat(refusalOf("/00/123456789012345675", null)).isInstanceOf(LinkRefusal.UnknownKey.class);
        assertThat(refusalOf("/01/" + GTIN, "99=x")).isInstanceOf(LinkRefusal.UnknownKey.class);
    }

    @Test
    void twenty_characters_are_enough_for_a_lot() {
        assertThat(ScannedLink.of("/01/" + GTIN + "/10/" + "A".repeat(20), null).lot())
                .hasSize(20);
        assertThat(refusalOf("/01/" + GTIN + "/10/" + "A".repeat(21), null))
                .isEqualTo(new LinkRefusal.ValueTooLong("10", 21, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3%A1", "a%20b", "%00", "..", "%C3%28", "a%23b"})
    void characters_outside_set_82_are_refused(String value) {
        assertThat(refusalOf("/01/" + GTIN + "/10/" + value, null)).isInstanceOf(LinkRefusal.ValueUnusable.class);
    }

    @Test
    void half_an_address_is_refused() {
        assertThat(refusalOf("/01/" + GTIN + "/10", null)).isEqualTo(new LinkRefusal.ValueMissing("10"));
        assertThat(refusalOf("/01", null)).isEqualTo(new LinkRefusal.ValueMissing("01"));
        assertThat(refusalOf("/10/A", null)).isEqualTo(new LinkRefusal.GtinMissing());
        assertThat(refusalOf("/01/" + GTIN + "/01/" + GTIN, null)).isEqualTo(new LinkRefusal.KeyTwice("01"));
    }
}
