package vn.nguongoc.farmer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.nguongoc.farmer.event.Field;

/** Commitments, and what hides their openings. */
class OpeningTest {
    private static final byte[] SECRET = {1, 2, 3};

    private static String digest(Field field, String value, int random) {
        return new Opening(field, value, "%02x".formatted(random).repeat(32))
                .commitment()
                .digest();
    }

    /** Reckoned by Python's hmac: {@code hmac.new(b"\x01"*32, b"name\0" + value, sha256)}. */
    @Test
    void a_commitment_is_what_anybody_else_reckons() {
        assertThat(digest(Field.NAME, "Trần Thị Mười (thử)", 1))
                .isEqualTo("7cf3ea4a8dc5a2c768ae341f6016f4226c1fc34818856dfd65a8adb4c0d4b6ca");
    }

    @Test
    void a_commitment_binds_field_value_and_random_bytes() {
        var one = digest(Field.NAME, "Mười", 1);
        assertThat(one)
                .isNotEqualTo(digest(Field.HAMLET, "Mười", 1))
                .isNotEqualTo(digest(Field.NAME, "Mười ", 1))
                .isNotEqualTo(digest(Field.NAME, "Mười", 2));
    }

    @Test
    void the_same_name_twice_gives_nothing_away() {
        assertThat(Opening.fresh(Field.NAME, "Mười").commitment())
                .isNotEqualTo(Opening.fresh(Field.NAME, "Mười").commitment());
    }

    @Test
    void a_name_is_the_same_however_its_letters_are_put_together() {
        assertThat(Opening.fresh(Field.NAME, "Mươ\u0300i").value()).isEqualTo("Mười");
    }

    @Test
    void an_opening_comes_back_from_its_bytes() {
        var opening = Opening.fresh(Field.PHONE, "+84 912 345 678");
        assertThat(Opening.of(Field.PHONE, opening.bytes())).isEqualTo(opening);
    }

    @Test
    void what_is_sealed_opens_with_its_key_and_about_itself_alone() {
        var key = Seal.key(Seal.random(Seal.KEY_BYTES));
        var closed = Seal.close(key, SECRET, "ND-12");
        assertThat(Seal.open(key, closed, "ND-12")).isEqualTo(SECRET);
        assertThatThrownBy(() -> Seal.open(key, closed, "ND-13")).isInstanceOf(IllegalStateException.class);
        var another = Seal.key(Seal.random(Seal.KEY_BYTES));
        assertThatThrownBy(() -> Seal.open(another, closed, "ND-12")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_flipped_bit_or_a_cut_end_is_noticed() {
        var key = Seal.key(Seal.random(Seal.KEY_BYTES));
        var closed = Seal.close(key, SECRET, "ND-12");
        for (int i = 0; i < closed.length; i++) {
            var flipped = closed.clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> Seal.open(key, flipped, "ND-12")).isInstanceOf(IllegalStateException.class);
            var cut = Arrays.copyOf(closed, i);
            assertThatThrownBy(() -> Seal.open(key, cut, "ND-12")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_same_secret_is_never_sealed_the_same() {
        var key = Seal.key(Seal.random(Seal.KEY_BYTES));
        assertThat(HexFormat.of().formatHex(Seal.close(key, SECRET, "ND-12")))
                .isNotEqualTo(HexFormat.of().formatHex(Seal.close(key, SECRET, "ND-12")));
    }
}
