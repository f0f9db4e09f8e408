package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.nguongoc.Refusals.refusalOf;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelLayoutTest {
    private static final Typesetter TYPESETTER = new Typesetter();
    private static final LabelPreset SMALL = Labels.PRESETS.preset("roll-35x22-2up-203");
    private static final LabelPreset ROLL = Labels.PRESETS.preset("roll-50x30-203");

    private static LabelLayout layout(LabelPreset preset, LabelText text, String address) {
        return LabelLayout.of(preset, text, new Label(address, "ABCD-EFGH"), TYPESETTER);
    }

    /**
     * An address of version 4 has 41 modules with its quiet zone and one of version 5 has 45; 22 mm hold 44 of 0.5 mm.
     */
    @Test
    void a_symbol_larger_than_its_label_is_refused_with_the_numbers() {
        assertThat(layout(SMALL, Labels.SHORT, "x".repeat(62)).symbolModules()).isEqualTo(41);
        assertThat(refusalOf(() -> layout(SMALL, Labels.SHORT, "x".repeat(63))))
                .isEqualTo(new LabelRefusal.SymbolTooLarge(
                        "roll-35x22-2up-203",
                        45,
                        new BigDecimal("0.500"),
                        new BigDecimal("22.5"),
                        new BigDecimal("22.0")));
    }

    /**
     * 37 mm less twice the 3 mm by which the printer misses more than the quiet zone: 61 modules of 0.508 mm, not 65.
     */
    @Test
    void dark_modules_stay_off_the_margin_that_the_printer_misses() {
        var sheet = Labels.PRESETS.preset("a4-24");
        var layout = layout(sheet, Labels.SHORT, "x".repeat(180));
        assertThat(layout.symbolModules()).isEqualTo(61);
        double dark = sheet.millimetres(layout.symbolLeft()) + Symbol.QUIET * sheet.module();
        assertThat(dark).isBetween(sheet.margin() - 0.05, sheet.margin() + 0.05);
        assertThat(refusalOf(() -> layout(sheet, Labels.SHORT, "x".repeat(181))))
                .isEqualTo(new LabelRefusal.SymbolTooLarge(
                        "a4-24", 65, new BigDecimal("0.508"), new BigDecimal("33.0"), new BigDecimal("31.1")));
    }

    @Test
    void text_is_as_large_as_it_fits_and_never_lower_than_nine_tenths_of_a_millimetre() {
        double large = em(text("5 kg"));
        var sheet = Labels.PRESETS.preset("a4-65");
        var run = Labels.run(sheet, 1);
        double small = LabelLayout.of(sheet, run.text(), run.widest(), TYPESETTER)
                .lines()
                .getLast()
                .em();
        assertThat(large).isEqualTo(ROLL.largestText());
        assertThat(small).isLessThan(large);
        assertThat(small * TYPESETTER.shaped("x").ascent()).isBetween(0.899, 1.1);
    }

    private static LabelText text(String netWeight) {
        return new LabelText("Gạo ST25", netWeight, "A", List.of("HSD: 02/06/2027"), "ng.vn");
    }

    private static double em(LabelText text) {
        return layout(ROLL, text, Labels.LOT_ADDRESS).lines().getLast().em();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void no_letter_leaves_the_label_or_touches_the_symbol(LabelPreset preset) {
        var run = Labels.run(preset, 1);
        var layout = LabelLayout.of(preset, run.text(), run.widest(), TYPESETTER);
        double symbol = preset.millimetres(layout.symbolLeft() + layout.symbolModules() * preset.moduleDots());
        for (var line : layout.lines()) {
            var box =
                    line.text().outline(line.left(), line.baseline(), line.em()).getBounds2D();
            assertThat(box.getMinX()).isGreaterThan(symbol - 0.1);
            assertThat(box.getMaxX()).isLessThan(preset.label().width() - preset.margin() + 0.1);
            assertThat(box.getMinY()).isGreaterThan(preset.margin() - 0.05);
            assertThat(box.getMaxY()).isLessThan(preset.label().height() - preset.margin() + 0.05);
        }
    }

    static List<LabelPreset> presets() {
        return Labels.presets().toList();
    }

    @Test
    void lines_are_broken_at_blanks_and_dashes_and_nothing_is_lost() {
        var text =
                new LabelText("Gạo ST25 Sóc Trăng", "5 kg", "ST25-260518-A", List.of("HSD 02/06/2027"), "nguongoc.vn");
        var layout = layout(SMALL, text, Labels.LOT_ADDRESS);
        var words = layout.lines().stream()
                .map(line -> line.text().runs().getFirst().text())
                .toList();
        assertThat(words).contains("Gạo ST25", "Sóc Trăng");
        assertThat(String.join("", words).replace(" ", ""))
                .isEqualTo("GạoST25SócTrăng5\u00A0kgST25-260518-AHSD02/06/2027nguongoc.vn");
    }

    @Test
    void a_weight_is_not_torn_from_its_unit() {
        assertThat(text("Khối lượng tịnh: 5 kg").netWeight()).isEqualTo("Khối lượng tịnh: 5\u00A0kg");
        assertThat(text("5 kg").netWeight()).isEqualTo("5\u00A0kg");
    }

    @Test
    void a_word_wider_than_the_label_is_refused_with_the_numbers() {
        var text = new LabelText("Gạo", "5 kg", "A", List.of(), "nguongoc-nông-trại.example");
        assertThat(refusalOf(() -> layout(SMALL, with("donthaihoahophoadau"), Labels.LOT_ADDRESS)))
                .isInstanceOfSatisfying(LabelRefusal.TextTooWide.class, refusal -> {
                    assertThat(refusal.text()).isEqualTo("donthaihoahophoadau");
                    assertThat(refusal.needed()).isGreaterThan(refusal.available());
                    assertThat(refusal.available()).isEqualTo("13.5");
                });
        assertThat(layout(SMALL, text, Labels.LOT_ADDRESS).lines()).isNotEmpty();
    }

    private static LabelText with(String domain) {
        return new LabelText("Gạo", "5 kg", "A", List.of(), domain);
    }

    @Test
    void more_lines_than_the_label_holds_are_refused_with_the_numbers() {
        assertThat(refusalOf(() -> layout(SMALL, Labels.RICE, Labels.LOT_ADDRESS)))
                .isInstanceOfSatisfying(LabelRefusal.TextTooHigh.class, refusal -> {
                    assertThat(refusal.needed()).isGreaterThan(refusal.available());
                    assertThat(refusal.available()).isEqualTo("20.0");
                });
        assertThat(layout(SMALL, Labels.SHORT, Labels.LOT_ADDRESS).lines()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void a_letter_that_no_font_has_is_refused_and_never_printed_as_a_box() {
        assertThat(refusalOf(() -> layout(ROLL, with("米 ST25"), Labels.LOT_ADDRESS)))
                .isEqualTo(new LabelRefusal.NoGlyph("米 ST25", "米 (U+7C73)"));
        assertThat(refusalOf(() -> layout(ROLL, with("hai\ndòng"), Labels.LOT_ADDRESS)))
                .isEqualTo(new LabelRefusal.NoGlyph("hai\ndòng", "U+000A"));
        assertThat(refusalOf(() -> layout(ROLL, with("5\u202Egk"), Labels.LOT_ADDRESS)))
                .isInstanceOf(LabelRefusal.NoGlyph.class);
        assertThat(TYPESETTER.shaped("Ếẽg — ស្រូវ “½” 5 kg").runs()).hasSizeGreaterThan(1);
    }

    @Test
    void letters_written_in_parts_are_put_together() {
        assertThat(TYPESETTER.shaped("e\u0302\u0301").runs().getFirst().text()).isEqualTo("ế");
    }

    /** A foot of Khmer is part of the letter above: shaped together they are fewer glyphs than characters. */
    @Test
    void khmer_is_shaped_as_a_whole() {
        var runs = TYPESETTER.shaped("5 kg ទម្ងន់").runs();
        assertThat(runs).extracting(ShapedText.Run::text).containsExactly("5 kg ", "ទម្ងន់");
        assertThat(TYPESETTER.shaped("ទ\u200Cម").runs())
                .as("a joiner stays with its letters")
                .hasSize(1);
        var glyphs = runs.getLast().glyphs();
        double alone = "ទម្ងន់"
                .codePoints()
                .mapToObj(Character::toString)
                .mapToDouble(each -> TYPESETTER.shaped(each).width())
                .sum();
        assertThat(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() / Typesetter.SIZE)
                .isLessThan(0.8 * alone);
    }

    @Test
    void a_font_that_is_missing_is_refused() {
        assertThat(refusalOf(() -> new Typesetter(List.of("/fonts/NotoSansKhmer-Regular.ttf"), "/fonts/Absent.ttf")))
                .isEqualTo(new LabelRefusal.FontMissing("Absent.ttf"));
        assertThat(refusalOf(() -> new Typesetter(List.of("/fonts/OFL.txt"), "/fonts/Absent.ttf")))
                .isEqualTo(new LabelRefusal.FontMissing("OFL.txt"));
    }

    @Test
    void a_smaller_symbol_stands_in_the_middle_of_the_square_and_a_larger_one_is_a_fault() {
        var layout = layout(ROLL, Labels.SHORT, Labels.LOT_ADDRESS);
        assertThat(layout.inset(Symbol.of(Labels.LOT_ADDRESS))).isZero();
        int smaller = Symbol.of("1").size();
        assertThat(layout.inset(Symbol.of("1"))).isEqualTo((layout.symbolModules() - smaller) / 2 * ROLL.moduleDots());
        assertThatIllegalStateException().isThrownBy(() -> layout.inset(Symbol.of("x".repeat(200))));
    }

    /** Digits instead of letters make a symbol smaller or leave it as it is. */
    @Test
    void the_widest_label_of_a_run_is_at_least_as_wide_as_all() {
        var run = Labels.units(Labels.RICE, 2_000);
        int widest = Symbol.of(run.widest().address()).size();
        double letters = TYPESETTER.shapedCode(run.widest().fallback()).width();
        run.labels().forEachRemaining(label -> {
            assertThat(Symbol.of(label.address()).size()).isLessThanOrEqualTo(widest);
            assertThat(TYPESETTER.shapedCode(label.fallback()).width()).isEqualTo(letters);
        });
        assertThat(Symbol.of(DigitalLink.unit(Labels.LOT_ADDRESS, new Serial("0".repeat(16))))
                        .size())
                .isLessThanOrEqualTo(widest);
    }

    @Test
    void a_fallback_code_can_be_typed_on_every_keyboard() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("a", "Lô-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("a", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> LabelRun.ofLot(Labels.RICE, new Label("a", "A"), 0));
    }
}
