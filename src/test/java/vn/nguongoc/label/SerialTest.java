package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialTest {
    private static final SerialKey OLD = key("2026", "an old secret of 32 bytes, or so");
    private static final SerialKey NEW = key("2027", "a new secret of 32 bytes, or more");
    private static final SerialKeys KEYS = new SerialKeys(List.of(OLD, NEW));

    static SerialKey key(String id, String secret) {
        return new SerialKey(id, secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static Serial only(SerialKey key, long run, int number) {
        return key.serials(run, number, 1).findFirst().orElseThrow();
    }

    @Test
    void a_serial_tells_its_key_its_run_and_its_number() {
        for (int number : new int[] {0, 1, 9_999, SerialKey.UNITS - 1}) {
            for (long run : new long[] {0, 1, 77, (1L << 36) - 1}) {
                assertThat(KEYS.units(only(NEW, run, number))).containsExactly(new SerialUnit("2027", run, number));
            }
        }
    }

    @Test
    void a_run_or_a_unit_past_the_last_is_not_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> NEW.serials(1L << 36, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NEW.serials(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NEW.serials(0, SerialKey.UNITS, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NEW.serials(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NEW.serials(0, 0, -1));
    }

    /**
     * Goods that bear such serials are about. These were computed by a second program, in Python, from the description.
     */
    @Test
    void serials_stay_what_they_were() {
        assertThat(OLD.serials(1, 0, 3).map(Serial::value))
                .containsExactly("RFN6FSFNWSZFQ428", "N7RGYXV1D2KT87GE", "54NH7FYEAWG8XSYM");
        assertThat(only(NEW, 12_345, 678).value()).isEqualTo("XENJ3H4R2XP7ZGQK");
    }

    @Test
    void a_run_that_is_continued_gives_the_same_serials() {
        var whole = NEW.serials(5, 0, 100).toList();
        assertThat(NEW.serials(5, 60, 40)).containsExactlyElementsOf(whole.subList(60, 100));
    }

    @Test
    void no_serial_comes_twice() {
        var serials = Stream.of(NEW.serials(0, 0, 20_000), NEW.serials(1, 0, 20_000), NEW.serials(2, 19_000, 2_000))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        assertThat(serials).hasSize(42_000);
    }

    /**
     * Of 400,000 that differ from a right one in a letter, 0.4 are expected to pass; five would be one case in 10,000.
     */
    @Test
    void a_serial_that_somebody_changed_or_made_up_is_unknown() {
        var random = new Random(20261125);
        var right = NEW.serials(3, 0, 200).toList();
        int passed = 0;
        for (int i = 0; i < 200_000; i++) {
            passed += NEW.unit(changed(right.get(i % right.size()), random)).isPresent() ? 1 : 0;
            passed += NEW.unit(Serial.of(random.ints(16, 0, 32).toArray())).isPresent() ? 1 : 0;
        }
        assertThat(passed).isLessThan(5);
    }

    private static Serial changed(Serial serial, Random random) {
        var numerals = IntStream.range(0, 16).map(serial::numeral).toArray();
        numerals[random.nextInt(16)] ^= 1 + random.nextInt(31);
        return Serial.of(numerals);
    }

    /** All 2^20 seals of one body: exactly one is right. */
    @Test
    void one_seal_of_a_million_is_right() {
        var numerals = IntStream.range(0, 16).map(only(NEW, 9, 9)::numeral).toArray();
        int right = 0;
        for (int seal = 0; seal < 1 << 20; seal++) {
            for (int i = 0; i < 4; i++) {
                numerals[12 + i] = (seal >>> (5 * (3 - i))) & 31;
            }
            right += NEW.unit(Serial.of(numerals)).isPresent() ? 1 : 0;
        }
        assertThat(right).isEqualTo(1);
    }

    @Test
    void a_key_that_is_no_longer_there_makes_its_serials_unknown() {
        var serial = only(OLD, 1, 1);
        assertThat(KEYS.units(serial)).containsExactly(new SerialUnit("2026", 1, 1));
        assertThat(new SerialKeys(List.of(NEW)).units(serial)).isEmpty();
        assertThat(KEYS.current()).contains(NEW);
        assertThat(KEYS.named("2026")).contains(OLD);
        assertThat(KEYS.named("2025")).isEmpty();
    }

    @Test
    void without_a_key_every_serial_is_unknown() {
        var none = new SerialKeys(List.of());
        assertThat(none.current()).isEmpty();
        assertThat(none.units(only(OLD, 1, 1))).isEmpty();
    }

    @Test
    void keys_have_ids_of_their_own_and_secrets_of_32_bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialKeys(List.of(OLD, OLD)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialKey("short", new byte[31]))
                .withMessageContaining("31 bytes");
        assertThat(new SerialKey("enough", new byte[32]).id()).isEqualTo("enough");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01AB-CDEF-GHJK-MNPQ",
                "01ab cdef ghjk mnpq",
                " oIab-cdefghjk–mnpq ",
                "OlabcdefghjkmnpQ",
                "0L-AB-CD-EF-GH-JK-MN-PQ"
            })
    void what_is_typed_with_small_letters_lookalikes_and_dashes_is_understood(String typed) {
        assertThat(Serial.typed(typed)).hasValue(new Serial("01ABCDEFGHJKMNPQ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ABCDEFGHJKMNP",
                "01ABCDEFGHJKMNPQR",
                "U1ABCDEFGHJKMNPQ",
                "01ABCDEFGHJKMNP*",
                "٠1ABCDEFGHJKMNPQ"
            })
    void what_is_no_serial_is_not_taken_for_one(String typed) {
        assertThat(Serial.typed(typed)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Serial(typed));
    }

    @Test
    void a_serial_is_printed_in_groups_of_four_and_read_back() {
        var serial = only(NEW, 4, 4);
        assertThat(serial.grouped()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(Serial.typed(serial.grouped())).hasValue(serial);
    }
}
