package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.nguongoc.Refusals.refusalOf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.nguongoc.label.LabelPreset.Medium;
import vn.nguongoc.label.LabelPreset.Size;

class LabelPresetTest {
    private static final LabelPreset ROLL = Labels.PRESETS.preset("roll-50x30-203");

    private static LabelPreset with(double left, int dotsPerInch, int moduleDots) {
        return new LabelPreset(
                "test",
                Medium.ROLL,
                new Size(50, 30),
                1,
                1,
                left,
                0,
                new Size(48, 30),
                new Size(48, 30),
                dotsPerInch,
                moduleDots,
                1,
                2);
    }

    @Test
    void a_module_is_whole_dots_and_large_enough_to_scan() {
        assertThat(ROLL.module()).isCloseTo(0.50, within(0.001));
        assertThat(Labels.PRESETS.preset("roll-50x30-300").module()).isCloseTo(0.423, within(0.001));
        assertThat(Labels.presets()).allMatch(preset -> preset.module() >= LabelPreset.SMALLEST_MODULE);
        assertThatIllegalArgumentException().isThrownBy(() -> with(0, 203, 3)).withMessageContaining("0.375");
    }

    @Test
    void labels_lie_on_their_page() {
        assertThat(with(2, 203, 4).places()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> with(2.1, 203, 4));
    }

    @Test
    void the_places_of_a_sheet_are_counted_along_its_rows() {
        var sheet = Labels.PRESETS.preset("a4-65");
        assertThat(sheet.places()).isEqualTo(65);
        assertThat(sheet.millimetres(sheet.leftDots(64))).isCloseTo(4.75 + 4 * 40.6, within(0.03));
        assertThat(sheet.millimetres(sheet.topDots(64))).isCloseTo(10.7 + 12 * 21.2, within(0.03));
        assertThat(sheet.leftDots(5)).isEqualTo(sheet.leftDots(0));
    }

    @Test
    void the_presets_of_the_field_are_there() {
        assertThat(Labels.presets().map(LabelPreset::code))
                .contains("a4-65", "a4-24", "roll-50x30-203", "roll-35x22-2up-300", "sack-100x75-203")
                .doesNotHaveDuplicates();
        assertThat(refusalOf(() -> Labels.PRESETS.preset("a4-66")))
                .isEqualTo(new LabelRefusal.UnknownPreset(
                        "a4-66", Labels.presets().map(LabelPreset::code).toList()));
    }

    @Test
    void a_file_that_says_too_little_or_twice_the_same_is_not_read() {
        var entry = """
                - {code: one, medium: ROLL, page: {width: 50, height: 30}, columns: 1, rows: 1, left: 0, top: 0,
                   label: {width: 50, height: 30}, pitch: {width: 50, height: 30},
                   dotsPerInch: 203, moduleDots: 4, margin: 1, largestText: 3}
                """;
        assertThat(read(entry).all()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> read(entry + entry));
        assertThatThrownBy(() -> read(entry.replace("moduleDots: 4, ", ""))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> read(entry.replace("margin", "edge"))).isInstanceOf(RuntimeException.class);
    }

    private static LabelPresets read(String yaml) {
        return new LabelPresets(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
