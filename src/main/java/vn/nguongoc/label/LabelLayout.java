package vn.nguongoc.label;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import vn.nguongoc.shared.Refused;

/**
 * Where everything is on the labels of a run: the symbol on the left, all lines beside it, as large as they fit. Text
 * is placed in millimetres from the label's upper left corner, the symbol in whole dots.
 *
 * @param symbolLeft of the square kept for the symbol and its quiet zone
 * @param symbolModules along one side of that square
 * @param lines the same on all labels
 * @param fallback the lines of the code that people type
 */
record LabelLayout(
        LabelPreset preset,
        int symbolLeft,
        int symbolTop,
        int symbolModules,
        List<Line> lines,
        List<FallbackLine> fallback) {

    private static final double PRODUCT = 1.15;

    LabelLayout {
        lines = List.copyOf(lines);
        fallback = List.copyOf(fallback);
    }

    /** A line that is the same on all labels. */
    record Line(ShapedText text, double left, double baseline, double em) {}

    /** The part of the code from {@code begin} to {@code end}. */
    record FallbackLine(int begin, int end, double left, double baseline, double em) {
        String of(Label label) {
            return label.fallback().substring(begin, end);
        }
    }

    /**
     * @param widest the label that needs most room
     * @throws Refused with a {@link LabelRefusal} if it does not fit
     */
    static LabelLayout of(LabelPreset preset, LabelText text, Label widest, Typesetter typesetter) {
        int modules = Symbol.of(widest.address()).size();
        int side = modules * preset.moduleDots();
        // The quiet zone may lie where the printer misses; the dark modules may not.
        int inset = preset.dots(Math.max(0, preset.margin() - Symbol.QUIET * preset.module()));
        int height = preset.dots(preset.label().height());
        refuseIfTooLarge(
                preset,
                modules,
                side,
                Math.min(height, preset.dots(preset.label().width())) - 2 * inset);
        double left = preset.millimetres(inset + side);
        var lines = new ArrayList<Line>();
        var fallback = new ArrayList<FallbackLine>();
        var paragraphs = paragraphs(text, widest);
        for (var line : new TextColumn(preset, left, paragraphs, typesetter).lines()) {
            if (paragraphs.get(line.paragraph()).code()) {
                fallback.add(new FallbackLine(line.begin(), line.end(), left, line.baseline(), line.em()));
            } else {
                var part = paragraphs.get(line.paragraph()).text().substring(line.begin(), line.end());
                lines.add(new Line(typesetter.shaped(part.strip()), left, line.baseline(), line.em()));
            }
        }
        return new LabelLayout(preset, inset, (height - side) / 2, modules, lines, fallback);
    }

    private static void refuseIfTooLarge(LabelPreset preset, int modules, int side, int available) {
        if (side > available) {
            throw new Refused(new LabelRefusal.SymbolTooLarge(
                    preset.code(),
                    modules,
                    shown(preset.module(), 3),
                    shown(preset.millimetres(side), 1),
                    shown(preset.millimetres(available), 1)));
        }
    }

    /** The domain, last, says where to type the code. */
    private static List<TextColumn.Paragraph> paragraphs(LabelText text, Label widest) {
        var paragraphs = new ArrayList<TextColumn.Paragraph>();
        paragraphs.add(new TextColumn.Paragraph(text.product(), PRODUCT, false));
        text.facts().forEach(fact -> paragraphs.add(new TextColumn.Paragraph(fact, 1, false)));
        paragraphs.add(new TextColumn.Paragraph(widest.fallback(), 1, true));
        paragraphs.add(new TextColumn.Paragraph(text.domain(), 1, false));
        return paragraphs;
    }

    static BigDecimal shown(double millimetres, int decimals) {
        return BigDecimal.valueOf(millimetres).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** How far a smaller symbol is from the edges of the square, so that it is in the middle, in dots. */
    int inset(Symbol symbol) {
        if (symbol.size() > symbolModules) {
            throw new IllegalStateException(
                    "a symbol of " + symbol.size() + " modules in a run whose widest has " + symbolModules);
        }
        return (symbolModules - symbol.size()) / 2 * preset.moduleDots();
    }
}
