package vn.nguongoc.label;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.nguongoc.shared.Refused;

/**
 * How far all that is printed on a page can be moved before some of it leaves the page: text and dark modules stay off
 * a label's margin, so a page has at least that much room on each side. In millimetres.
 *
 * @param leftmost at most 0
 * @param rightmost at least 0
 * @param highest at most 0
 * @param lowest at least 0
 */
record Room(String preset, BigDecimal leftmost, BigDecimal rightmost, BigDecimal highest, BigDecimal lowest) {

    static Room of(LabelPreset preset) {
        double right = preset.left()
                + (preset.columns() - 1) * preset.pitch().width()
                + preset.label().width();
        double bottom = preset.top()
                + (preset.rows() - 1) * preset.pitch().height()
                + preset.label().height();
        return new Room(
                preset.code(),
                millimetres(-preset.left() - preset.margin()),
                millimetres(preset.page().width() - right + preset.margin()),
                millimetres(-preset.top() - preset.margin()),
                millimetres(preset.page().height() - bottom + preset.margin()));
    }

    /** Presets are written to the hundredth: what binary fractions add is taken away. */
    private static BigDecimal millimetres(double exact) {
        return BigDecimal.valueOf(exact).setScale(2, RoundingMode.HALF_UP);
    }

    /** @throws Refused with {@link LabelRefusal.OffThePage} */
    void refuseUnlessWithin(Placement placement) {
        var right = BigDecimal.valueOf(placement.right());
        var down = BigDecimal.valueOf(placement.down());
        if (right.compareTo(leftmost) < 0
                || right.compareTo(rightmost) > 0
                || down.compareTo(highest) < 0
                || down.compareTo(lowest) > 0) {
            throw new Refused(new LabelRefusal.OffThePage(preset, right, down, leftmost, rightmost, highest, lowest));
        }
    }
}
