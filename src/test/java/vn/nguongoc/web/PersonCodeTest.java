package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonCodeTest {

    /** The last is written with its marks apart from its letters, as some keyboards do. */
    @ParameterizedTest
    @CsvSource({"QL-1, ql-1", "QL-1, ' Ql-1 '", "Đỗ.1, đỗ.1", "Đỗ.1, 'ĐO\u0302\u0303.1'"})
    void however_it_is_written_it_is_one_person(String one, String other) {
        assertThat(PersonCode.person(one)).isEqualTo(PersonCode.person(other));
    }

    @Test
    void another_code_is_another_person() {
        assertThat(PersonCode.person("QL-1")).isNotEqualTo(PersonCode.person("QL-2"));
        assertThat(PersonCode.person("Do")).isNotEqualTo(PersonCode.person("Đo"));
    }
}
