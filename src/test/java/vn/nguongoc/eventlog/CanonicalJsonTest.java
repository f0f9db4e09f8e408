package vn.nguongoc.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785, without its floating-point numbers. */
class CanonicalJsonTest {

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(JsonMapper.shared().readTree(json)), StandardCharsets.UTF_8);
    }

    @Test
    void members_are_sorted_and_white_space_is_gone() {
        assertThat(canonical("{ \"b\" : [ true , null, {} , [] ], \"a\" : 1 }"))
                .isEqualTo("{\"a\":1,\"b\":[true,null,{},[]]}");
    }

    /** The sorting example of RFC 8785, section 3.2.3: by UTF-16 code units, so the emoji comes before U+FB33. */
    @Test
    void members_are_sorted_by_utf_16_code_units() {
        var json = """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                 "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O"}""";
        assertThat(canonical(json))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** The string of RFC 8785, section 3.2.2.2. */
    @Test
    void strings_have_the_shortest_escapes() {
        assertThat(canonical("{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"))
                .isEqualTo("{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whole_numbers_go_up_to_two_to_the_fifty_three() {
        assertThat(canonical("9007199254740991")).isEqualTo("9007199254740991");
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("9007199254740992"));
    }

    @Test
    void fractions_are_not_for_events() {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("0.5"));
    }

    @Test
    void half_a_character_is_no_text() {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("\"\\ud83d\""));
        assertThatIllegalArgumentException().isThrownBy(() -> canonical("\"\\ude00\""));
    }
}
