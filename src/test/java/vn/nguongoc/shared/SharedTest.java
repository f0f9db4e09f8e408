package vn.nguongoc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SharedTest {

    // ---- masses

    @Test
    void a_mass_is_exact_to_the_gram() {
        assertThat(Mass.of(new BigDecimal("0.001"), Mass.Unit.KILOGRAM)).isEqualTo(new Mass(1));
        assertThat(Mass.of(new BigDecimal("20.5"), Mass.Unit.QUINTAL)).isEqualTo(Mass.kilograms(2050));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Mass.of(new BigDecimal("0.0001"), Mass.Unit.KILOGRAM));
    }

    @Test
    void a_mass_is_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mass.kilograms(1).minus(new Mass(1001)));
    }

    @Test
    void a_mass_reads_as_people_write_it() {
        assertThat(new Mass(9_900_000)).hasToString("9900 kg");
        assertThat(new Mass(250)).hasToString("0.25 kg");
        assertThat(Mass.ZERO).hasToString("0 kg");
    }

    @Test
    void a_mass_is_a_decimal_string_in_json() {
        var json = JsonMapper.shared();
        assertThat(json.writeValueAsString(new Mass(250))).isEqualTo("{\"value\":\"0.25\",\"unit\":\"kg\"}");
        assertThat(json.readValue("{\"value\":\"0.25\",\"unit\":\"kg\"}", Mass.class))
                .isEqualTo(new Mass(250));
    }

    // ---- GS1 keys

    @Test
    void a_gs1_key_ends_in_its_check_digit() {
        assertThat(new Gs1("9520001009013").asGtin14()).isEqualTo("09520001009013");
        assertThat(new Gs1("96385074").asGtin14()).isEqualTo("00000096385074");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gs1("9520001009014"))
                .withMessage("check-digit [3]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Gs1("952000100901"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gs1("95200010090130x"));
    }

    // ---- ids and stamps

    @Test
    void an_id_has_its_prefix_and_sixteen_characters_without_look_alikes() {
        assertThat(new LotId("lot-0123456789abcdef")).hasToString("lot-0123456789abcdef");
        for (var wrong :
                new String[] {"lot-0123456789abcde", "plot-0123456789abcdef", "lot-0123456789abcdeI", "lot-", ""}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new LotId(wrong));
        }
    }

    @Test
    void the_same_request_makes_the_same_ids_and_no_other_does() {
        var once = Stamp.of("t", "k", new byte[] {1}, "a");
        assertThat(Stamp.of("t", "k", new byte[] {2}, "b").newLot(3)).isEqualTo(once.newLot(3));
        var ids = new HashSet<LotId>();
        IntStream.range(0, 1000).forEach(i -> {
            ids.add(once.newLot(i));
            ids.add(Stamp.of("t", "k" + i, new byte[0], "a").newLot(0));
        });
        assertThat(ids).hasSize(2000);
    }

    @Test
    void tenant_and_key_do_not_run_into_each_other() {
        assertThat(Stamp.of("ab", "c", new byte[0], "x").commitId())
                .isNotEqualTo(Stamp.of("a", "bc", new byte[0], "x").commitId());
    }
}
