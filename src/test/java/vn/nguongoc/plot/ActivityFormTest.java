package vn.nguongoc.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Refusals.refusalOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.ActivityKind.Field;

/** The fields of activities, by the type that the catalogue gives them. */
class ActivityFormTest {

    private static ActivityForm form(ActivityKind.Type type, boolean optional) {
        var kind =
                new ActivityKind("kind", 1, "care", Effect.NONE, Set.of(), Map.of("field", new Field(type, optional)));
        return new ActivityForm(kind, Set.of("B", "A"), CATALOGUE);
    }

    @ParameterizedTest
    @CsvSource({
        "DECIMAL,0", "DECIMAL,123456789.123456", "SIGNED,-15", "SIGNED,15.5", "SHARE,0", "SHARE,99.999", "SHARE,100",
        "DAYS,0", "DAYS,999", "PIECES,1", "PIECES,9999999999", "TEXT,x", "DATE,2026-04-24", "DATE,0001-01-01",
        "MASS,0.001", "MASS,999999999", "SUBSTANCE,2", "BLOCK,A", "TEST,residue", "VERDICT,PASS", "VERDICT,FAIL",
        "LABORATORY,org-0000000000000009"
    })
    void a_field_is_of_its_type(ActivityKind.Type type, String value) {
        assertThatCode(() -> form(type, false).check(Map.of("field", value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "DECIMAL,-1,decimal",
        "DECIMAL,'1,5',decimal",
        "DECIMAL,1234567890,decimal",
        "DECIMAL,0.1234567,decimal",
        "DECIMAL,1.,decimal",
        "SIGNED,+1,signed",
        "SHARE,100.1,share",
        "SHARE,101,share",
        "DAYS,1000,days",
        "DAYS,-1,days",
        "PIECES,0,pieces",
        "PIECES,01,pieces",
        "PIECES,12345678901,pieces",
        "TEXT,' ',text",
        "TEXT,'',text",
        "DATE,24-04-2026,date",
        "DATE,2026-02-30,date",
        "DATE,0000-01-01,date",
        "DATE,+999999999-12-31,date",
        "MASS,0,mass",
        "MASS,0.000,mass",
        "MASS,0.0001,mass",
        "MASS,1234567890,mass",
        "SUBSTANCE,' ',substance",
        "BLOCK,C,'A, B'",
        "TEST,guess,'aflatoxin, antibiotics, heavy-metals, microbiology, residue, variety-dna'",
        "VERDICT,pass,'PASS, FAIL'",
        "LABORATORY,htx-0000000000000001,org-…",
        "LABORATORY,somebody,org-…"
    })
    void a_field_of_another_type_is_wrong(ActivityKind.Type type, String value, String expected) {
        assertThat(refusalOf(() -> form(type, true).check(Map.of("field", value))))
                .isEqualTo(new PlotRefusal.WrongField("kind", "field", List.of(expected.split(", ", -1))));
    }

    @Test
    void text_is_two_hundred_characters_at_most_and_whole_ones() {
        assertThatCode(() -> form(ActivityKind.Type.TEXT, false).check(Map.of("field", "x".repeat(200))))
                .doesNotThrowAnyException();
        assertThatCode(() -> form(ActivityKind.Type.TEXT, false).check(Map.of("field", "🌾")))
                .doesNotThrowAnyException();
        var no = new PlotRefusal.WrongField("kind", "field", List.of("text"));
        for (var wrong : new String[] {"x".repeat(201), "\ud83c", "\udf3e", "x\ud800", "x\udfff"}) {
            assertThat(refusalOf(() -> form(ActivityKind.Type.TEXT, false).check(Map.of("field", wrong))))
                    .isEqualTo(no);
        }
    }

    @Test
    void a_field_may_be_missing_if_its_kind_says_so() {
        assertThatCode(() -> form(ActivityKind.Type.TEXT, true).check(Map.of())).doesNotThrowAnyException();
        assertThat(refusalOf(() -> form(ActivityKind.Type.TEXT, false).check(Map.of())))
                .isEqualTo(new PlotRefusal.WrongField("kind", "field", List.of("text")));
    }

    @Test
    void a_field_is_one_of_its_kind() {
        var fields = new LinkedHashMap<String, Field>();
        fields.put("seed", new Field(ActivityKind.Type.MASS, false));
        fields.put("method", new Field(ActivityKind.Type.TEXT, true));
        var kind = new ActivityKind("kind", 1, "care", Effect.NONE, Set.of(), fields);
        assertThat(refusalOf(() -> new ActivityForm(kind, Set.of(), CATALOGUE).check(Map.of("seed", "1", "sead", "1"))))
                .isEqualTo(new PlotRefusal.WrongField("kind", "sead", List.of("seed", "method")));
    }

    @Test
    void a_plot_without_blocks_expects_none() {
        var kind = new ActivityKind(
                "kind", 1, "care", Effect.NONE, Set.of(), Map.of("block", new Field(ActivityKind.Type.BLOCK, true)));
        assertThat(refusalOf(() -> new ActivityForm(kind, Set.of(), CATALOGUE).check(Map.of("block", "A"))))
                .isEqualTo(new PlotRefusal.WrongField("kind", "block", List.of("–")));
    }
}
