package vn.nguongoc.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.nguongoc.shared.Refused;

/**
 * Prints labels: whole runs as a file for an office printer or a label printer, one label as a picture. Fonts are read
 * when the first of these is made; it may be used by several threads.
 */
public final class LabelPrinting {
    private final Typesetter typesetter;

    LabelPrinting(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** @throws Refused with {@link LabelRefusal.FontMissing} if this machine cannot use the fonts */
    public LabelPrinting() {
        this(new Typesetter());
    }

    /**
     * Writes a run. Whether it can be printed is known before the first byte is written; memory does not grow with the
     * number of labels. Who wants progress counts the labels as they are asked for, some 100 before they are written,
     * and throws to end it.
     *
     * @throws Refused with a {@link LabelRefusal}
     * @throws IOException if it cannot be written
     */
    public void print(LabelFormat format, LabelPreset preset, LabelRun run, Placement placement, OutputStream out)
            throws IOException {
        var layout = layout(format, preset, run, placement);
        var writer = writer(format, layout, run.text(), out);
        int place = placement.start() - 1;
        writer.newPage();
        for (var labels = new SymbolsAhead(run.labels()); labels.hasNext(); place++) {
            if (place == preset.places()) {
                writer.newPage();
                place = 0;
            }
            writer.label(
                    preset.leftDots(place) + preset.dots(placement.right()),
                    preset.topDots(place) + preset.dots(placement.down()),
                    labels.next());
        }
        writer.end();
    }

    /**
     * Says no where {@link #print} would, and prints nothing. No label of the run is asked for.
     *
     * @throws Refused with a {@link LabelRefusal}
     */
    public void refuseUnlessPrintable(LabelFormat format, LabelPreset preset, LabelRun run, Placement placement) {
        layout(format, preset, run, placement);
    }

    private LabelLayout layout(LabelFormat format, LabelPreset preset, LabelRun run, Placement placement) {
        refuseSheetsUnlessPdf(format, preset);
        if (placement.start() < 1 || placement.start() > preset.places()) {
            throw new Refused(new LabelRefusal.NoSuchPlace(preset.code(), placement.start(), preset.places()));
        }
        Room.of(preset).refuseUnlessWithin(placement);
        return LabelLayout.of(preset, run.text(), run.widest(), typesetter);
    }

    private static void refuseSheetsUnlessPdf(LabelFormat format, LabelPreset preset) {
        if (preset.medium() == LabelPreset.Medium.SHEET && format != LabelFormat.PDF) {
            throw new Refused(new LabelRefusal.NotOnSheets(preset.code(), format.name()));
        }
    }

    private LabelWriter writer(LabelFormat format, LabelLayout layout, LabelText text, OutputStream out) {
        return switch (format) {
            case PDF -> new PdfLabels(layout, text.product() + " · " + text.lot(), typesetter, out);
            case ZPL -> new ZplLabels(layout, typesetter, out);
            case TSPL -> new TsplLabels(layout, typesetter, out);
        };
    }

    /**
     * Writes a PDF of one page that shows where the printer prints (its {@link Placement}).
     *
     * @param words what to do with it, a line each
     * @throws Refused with a {@link LabelRefusal}; rolls have no such page, their printers find the labels themselves
     */
    public void calibration(LabelPreset preset, List<String> words, Placement placement, OutputStream out) {
        if (preset.medium() != LabelPreset.Medium.SHEET) {
            throw new Refused(new LabelRefusal.NotASheet(preset.code()));
        }
        Room.of(preset).refuseUnlessWithin(placement);
        var lines = words.stream().map(typesetter::shaped).toList();
        new CalibrationSheet(preset, placement, preset.code(), typesetter, out).write(lines);
    }

    /** One label as a drawing. */
    public String svg(LabelPreset preset, LabelText text, Label label) {
        return SvgLabel.of(LabelLayout.of(preset, text, label, typesetter), label, typesetter);
    }
}
