package vn.nguongoc.label;

import static vn.nguongoc.label.PdfPages.points;

import java.io.OutputStream;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * A page that shows where a printer prints: the outline of every label, scales at the first and the last corner, and a
 * ruler to see whether it enlarges. Held against a sheet of labels, it tells the {@link Placement} that the printer
 * needs.
 */
final class CalibrationSheet {
    private static final double HAIRLINE = 0.1;
    private static final double RULER = 100;
    private static final double SCALE = 5;
    private static final double TEXT = 3.5;
    private static final double LINE = 5;
    private static final double PADDING = 4;

    private final LabelPreset preset;
    private final Placement placement;
    private final PdfPages pages;
    private final PdfContentByte page;

    CalibrationSheet(LabelPreset preset, Placement placement, String title, Typesetter typesetter, OutputStream out) {
        this.preset = preset;
        this.placement = placement;
        this.pages = new PdfPages(preset.page(), title, typesetter, out);
        this.page = pages.page();
        page.setLineWidth(points(HAIRLINE));
    }

    void write(List<ShapedText> words) {
        for (int place = 0; place < preset.places(); place++) {
            page.rectangle(
                    points(left(place)),
                    points(top(place) - preset.label().height()),
                    points(preset.label().width()),
                    points(preset.label().height()));
        }
        page.stroke();
        int last = preset.places() - 1;
        scales(left(0), top(0));
        scales(left(last) + preset.label().width(), top(last) - preset.label().height());
        middle(words);
        pages.end();
    }

    private double left(int place) {
        return preset.millimetres(preset.leftDots(place)) + placement.right();
    }

    private double top(int place) {
        return preset.page().height() - preset.millimetres(preset.topDots(place)) - placement.down();
    }

    /** Millimetres around a corner, both ways. */
    private void scales(double x, double y) {
        for (double at = -SCALE; at <= SCALE; at++) {
            double length = at == 0 ? SCALE : at % SCALE == 0 ? 2 : 1;
            line(x + at, y - length, x + at, y + length);
            line(x - length, y + at, x + length, y + at);
        }
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        page.moveTo(points(fromX), points(fromY));
        page.lineTo(points(toX), points(toY));
        page.stroke();
    }

    /** The ruler and the words in a white box, so that no outline crosses them. */
    private void middle(List<ShapedText> words) {
        double width = Math.max(
                RULER,
                words.stream().mapToDouble(each -> each.width() * TEXT).max().orElse(0));
        double height = 2 * SCALE + words.size() * LINE;
        double x = (preset.page().width() - width) / 2;
        double y = (preset.page().height() - height) / 2;
        page.setGrayFill(1);
        page.rectangle(
                points(x - PADDING), points(y - PADDING), points(width + 2 * PADDING), points(height + 2 * PADDING));
        page.fillStroke();
        page.setGrayFill(0);
        for (int at = 0; at <= RULER; at++) {
            line(x + at, y, x + at, y + (at % 10 == 0 ? SCALE : at % 5 == 0 ? SCALE / 2 : SCALE / 4));
        }
        line(x, y, x + RULER, y);
        for (int i = 0; i < words.size(); i++) {
            pages.text(page, words.get(i), x, y + height - (i + 1) * LINE + LINE - TEXT, TEXT);
        }
    }
}
