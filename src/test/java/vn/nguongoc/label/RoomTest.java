package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nguongoc.Refusals.refusalOf;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How far what is printed can be moved, and that no part of it ever leaves the page. */
class RoomTest {
    private static final LabelPrinting PRINTING = new LabelPrinting();
    private static final Typesetter TYPESETTER = new Typesetter();
    private static final double HALF_A_DOT = 0.07;
    private static final double HUNDREDTH = 0.01;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static List<LabelPreset> presets() {
        return Labels.presets().toList();
    }

    private static void ask(LabelPreset preset, double right, double down) {
        PRINTING.refuseUnlessPrintable(LabelFormat.PDF, preset, Labels.run(preset, 1), new Placement(1, right, down));
    }

    private static BigDecimal millimetres(String exact) {
        return new BigDecimal(exact);
    }

    @Test
    void a_sheet_has_the_room_beside_its_labels_and_that_within_their_margins() {
        assertThat(Room.of(Labels.PRESETS.preset("a4-65")))
                .isEqualTo(new Room(
                        "a4-65",
                        millimetres("-5.75"),
                        millimetres("5.75"),
                        millimetres("-11.70"),
                        millimetres("11.70")));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void an_offset_is_taken_up_to_the_last_hundredth_of_a_millimetre(LabelPreset preset) {
        var room = Room.of(preset);
        double left = room.leftmost().doubleValue();
        double right = room.rightmost().doubleValue();
        double up = room.highest().doubleValue();
        double down = room.lowest().doubleValue();
        ask(preset, left, up);
        ask(preset, right, down);
        for (var over : List.of(
                new Placement(1, left - HUNDREDTH, 0),
                new Placement(1, right + HUNDREDTH, 0),
                new Placement(1, 0, up - HUNDREDTH),
                new Placement(1, 0, down + HUNDREDTH))) {
            assertThat(refusalOf(() -> ask(preset, over.right(), over.down())))
                    .isInstanceOf(LabelRefusal.OffThePage.class);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void at_the_largest_offsets_neither_symbols_nor_words_leave_the_page(LabelPreset preset) {
        var run = Labels.run(preset, 1);
        var ink = ink(LabelLayout.of(preset, run.text(), run.widest(), TYPESETTER));
        var room = Room.of(preset);
        int last = preset.places() - 1;
        assertThat(preset.millimetres(preset.leftDots(0)) + ink.getMinX())
                .isGreaterThan(-room.leftmost().doubleValue() - HALF_A_DOT);
        assertThat(preset.millimetres(preset.topDots(0)) + ink.getMinY())
                .isGreaterThan(-room.highest().doubleValue() - HALF_A_DOT);
        assertThat(preset.millimetres(preset.leftDots(last)) + ink.getMaxX())
                .isLessThan(preset.page().width() - room.rightmost().doubleValue() + HALF_A_DOT);
        assertThat(preset.millimetres(preset.topDots(last)) + ink.getMaxY())
                .isLessThan(preset.page().height() - room.lowest().doubleValue() + HALF_A_DOT);
    }

    /** What is black on a label, in millimetres from its upper left corner. */
    private static Rectangle2D ink(LabelLayout layout) {
        var preset = layout.preset();
        double quiet = Symbol.QUIET * preset.module();
        double dark = layout.symbolModules() * preset.module() - 2 * quiet;
        Rectangle2D ink = new Rectangle2D.Double(
                preset.millimetres(layout.symbolLeft()) + quiet,
                preset.millimetres(layout.symbolTop()) + quiet,
                dark,
                dark);
        for (var line : layout.lines()) {
            ink = ink.createUnion(
                    line.text().outline(line.left(), line.baseline(), line.em()).getBounds2D());
        }
        return ink;
    }

    @Test
    void nothing_of_a_run_or_a_calibration_sheet_that_would_leave_the_page_is_printed() {
        var sheet = Labels.PRESETS.preset("a4-65");
        var off = new Placement(1, 30, 20);
        var refusal = new LabelRefusal.OffThePage(
                "a4-65",
                millimetres("30.0"),
                millimetres("20.0"),
                millimetres("-5.75"),
                millimetres("5.75"),
                millimetres("-11.70"),
                millimetres("11.70"));
        assertThat(refusalOf(() -> PRINTING.print(LabelFormat.PDF, sheet, Labels.run(sheet, 65), off, out)))
                .isEqualTo(refusal);
        assertThat(refusalOf(() -> PRINTING.calibration(sheet, List.of("In ở cỡ 100 %."), off, out)))
                .isEqualTo(refusal);
        var roll = Labels.PRESETS.preset("roll-50x30-203");
        var beside = new Placement(1, 60, 0);
        for (var format : LabelFormat.values()) {
            assertThat(refusalOf(() -> PRINTING.print(format, roll, Labels.run(roll, 65), beside, out)))
                    .isInstanceOf(LabelRefusal.OffThePage.class);
        }
        assertThat(out.size()).isZero();
    }
}
