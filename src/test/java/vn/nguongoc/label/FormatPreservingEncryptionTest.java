package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatPreservingEncryptionTest {
    private static final String KEY = "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";

    private static SecretKey key(int bits) {
        return new SecretKeySpec(HexFormat.of().parseHex(KEY.substring(0, bits / 4)), "AES");
    }

    private static int[] numerals(String text) {
        return text.chars().map(each -> Character.digit(each, 36)).toArray();
    }

    private static String text(int[] numerals) {
        return IntStream.of(numerals)
                .mapToObj(each -> Integer.toString(each, 36))
                .collect(Collectors.joining());
    }

    /** The nine samples that NIST publishes for FF1. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    128, 10, '',          0123456789,          2433477484
                    128, 10, 9876543210,  0123456789,          6124200773
                    128, 36, 7777pqrs777, 0123456789abcdefghi, a9tv40mll9kdu509eum
                    192, 10, '',          0123456789,          2830668132
                    192, 10, 9876543210,  0123456789,          2496655549
                    192, 36, 7777pqrs777, 0123456789abcdefghi, xbj3kv35jrawxv32ysr
                    256, 10, '',          0123456789,          6657667009
                    256, 10, 9876543210,  0123456789,          1001623463
                    256, 36, 7777pqrs777, 0123456789abcdefghi, xs8a0azh2avyalyzuwd
                    """)
    void it_gives_what_the_standard_gives(int bits, int radix, String tweak, String plain, String encrypted) {
        var permutation = new FormatPreservingEncryption(
                key(bits), radix, plain.length(), tweak.getBytes(StandardCharsets.US_ASCII));
        assertThat(text(permutation.encrypt(numerals(plain)))).isEqualTo(encrypted);
        assertThat(text(permutation.decrypt(numerals(encrypted)))).isEqualTo(plain);
    }

    @Test
    void every_string_of_six_digits_is_met_once() {
        var permutation = new FormatPreservingEncryption(key(256), 10, 6, new byte[0]);
        var met = new BitSet();
        for (int i = 0; i < 1_000_000; i++) {
            met.set(Integer.parseInt(text(permutation.encrypt(numerals("%06d".formatted(i))))));
        }
        assertThat(met.cardinality()).isEqualTo(1_000_000);
    }

    @Test
    void fewer_than_a_million_strings_are_too_few() {
        var key = key(256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FormatPreservingEncryption(key, 10, 5, new byte[0]))
                .withMessageContaining("too few");
        assertThat(new FormatPreservingEncryption(key, 32, 4, new byte[0]).encrypt(new int[4]))
                .hasSize(4);
    }

    @Test
    void what_is_no_numeral_is_not_encrypted() {
        var permutation = new FormatPreservingEncryption(key(256), 10, 6, new byte[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> permutation.encrypt(new int[] {0, 0, 0, 0, 0, 10}));
        assertThatIllegalArgumentException().isThrownBy(() -> permutation.encrypt(new int[] {-1, 0, 0, 0, 0, 0}));
    }
}
