package vn.nguongoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Stamp.Expected;

/** {@code If-Match} as RFC 9110 writes it. */
class EntityTagsTest {
    private static Expected.OneOf meant(String... lines) {
        return (Expected.OneOf) EntityTags.expected(List.of(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7\"", "*", "\"3\", \"7\"", "\"3\",\"7\"", ",, \"7\" ,\t,", "\"a,b\", \"7\"", "\"7-whole-24\""
            })
    void names_version_7(String value) {
        assertThat(meant(value).hold(7)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"07\"", "\"70\"", "\"\"", "\"history-7\"", "\"3\", W/\"7\"", "\"7,8\""})
    void does_not_name_version_7(String value) {
        assertThat(meant(value).hold(7)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "\"7",
                "7\"",
                "\"7\" \"8\"",
                "\"7\";\"8\"",
                "w/\"7\"",
                "*, \"7\"",
                "\"7\", *",
                "'7'",
                ",",
                "\" 7\"",
                "W/7"
            })
    void is_neither_a_star_nor_tags(String value) {
        assertThatThrownBy(() -> meant(value))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(WebRefusal.UnusableHeader.class));
    }

    @Test
    void several_lines_are_one_list() {
        assertThat(meant("\"3\"", "\"7\"").hold(7)).isTrue();
    }

    @Test
    void a_star_is_not_met_by_what_was_never_there() {
        assertThat(meant("*").hold(-1)).isFalse();
    }

    @Test
    void a_list_without_end_is_refused_at_once() {
        assertThatThrownBy(() -> meant("\"1\",".repeat(100_000))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> meant(", \t".repeat(300) + "x")).isInstanceOf(Refused.class);
    }
}
