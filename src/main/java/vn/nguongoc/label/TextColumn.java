package vn.nguongoc.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import vn.nguongoc.shared.Refused;

/** The lines beside a symbol, at the largest font size at which they fit. Lengths are millimetres. */
final class TextColumn {
    /**
     * Letters lower than this cannot be told apart in a shop; it is also the least that Decree 43/2017/NĐ-CP, article
     * 6, allows on small packages of food.
     */
    private static final double SMALLEST_LETTER = 0.9;

    /** What stays together: up to a blank, a full stop or a dash. */
    private static final Pattern WORD = Pattern.compile("[^ .-]*(?:[ .-]|$)");

    private static final double STEP = 0.05;
    private static final double LEADING = 0.05;

    private final LabelPreset preset;
    private final List<Paragraph> paragraphs;
    private final Typesetter typesetter;
    private final double width;
    private final double height;
    /** Of the highest letter of all, in em. */
    private final double ascent;

    private final double lineHeight;
    private final double smallest;
    private final Map<Paragraph, Double> widths = new HashMap<>();

    /**
     * Text that begins on a line of its own.
     *
     * @param scale how much larger than the others it is
     * @param code whether it is a code, to be set in letters equally wide
     */
    record Paragraph(String text, double scale, boolean code) {}

    /**
     * The letters of a paragraph from {@code begin} to {@code end}.
     *
     * @param baseline from the label's upper edge
     * @param em size of the font
     */
    record Line(int paragraph, int begin, int end, double baseline, double em) {}

    /** @param left where the column begins */
    TextColumn(LabelPreset preset, double left, List<Paragraph> paragraphs, Typesetter typesetter) {
        this.preset = preset;
        this.paragraphs = paragraphs;
        this.typesetter = typesetter;
        this.width = Math.max(0, preset.label().width() - preset.margin() - left);
        this.height = preset.label().height() - 2 * preset.margin();
        this.ascent = highest(ShapedText::ascent);
        this.lineHeight = ascent + highest(ShapedText::descent) + LEADING;
        this.smallest = SMALLEST_LETTER / typesetter.shaped("x").ascent();
    }

    private double highest(ToDoubleFunction<ShapedText> extent) {
        return paragraphs.stream().map(this::shaped).mapToDouble(extent).max().orElseThrow();
    }

    /** @throws Refused with a {@link LabelRefusal} if they do not fit at the smallest size either */
    List<Line> lines() {
        double em = preset.largestText();
        while (em > smallest && !fit(broken(em))) {
            em -= STEP;
        }
        var lines = broken(Math.max(em, smallest));
        lines.forEach(this::refuseIfTooWide);
        refuseIfTooHigh(lines);
        double down = preset.margin() + (height - bottom(lines)) / 2;
        return lines.stream()
                .map(line -> new Line(line.paragraph(), line.begin(), line.end(), line.baseline() + down, line.em()))
                .toList();
    }

    private boolean fit(List<Line> lines) {
        return bottom(lines) <= height && lines.stream().allMatch(line -> width(line) <= width);
    }

    private double bottom(List<Line> lines) {
        var last = lines.getLast();
        return last.baseline() + (lineHeight - ascent - LEADING) * last.em();
    }

    private List<Line> broken(double em) {
        var lines = new ArrayList<Line>();
        double top = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            var text = paragraphs.get(i).text();
            double size = paragraphs.get(i).scale() * em;
            for (int begin = 0, end; begin < text.length(); begin = end) {
                end = end(paragraphs.get(i), begin, size);
                lines.add(new Line(i, begin, end, top + ascent * size, size));
                top += lineHeight * size;
            }
        }
        return lines;
    }

    /**
     * The last place after a blank, a dash or a full stop up to which the text fits, but at least one word. A code that
     * takes more than a line is halved where it can be, so that it reads more easily.
     */
    private int end(Paragraph paragraph, int begin, double em) {
        var text = paragraph.text();
        if (paragraph.code() && width(paragraph, begin, text.length()) * em > width) {
            int half = text.indexOf('-', text.length() / 2 - 1) + 1;
            if (half > begin && width(paragraph, begin, half) * em <= width) {
                return half;
            }
        }
        int end = begin;
        var words = WORD.matcher(text).region(begin, text.length());
        while (end < text.length() && words.find()) {
            if (end > begin && width(paragraph, begin, words.end()) * em > width) {
                return end;
            }
            end = words.end();
        }
        return end;
    }

    private double width(Line line) {
        return width(paragraphs.get(line.paragraph()), line.begin(), line.end()) * line.em();
    }

    private double width(Paragraph paragraph, int begin, int end) {
        var part = new Paragraph(paragraph.text().substring(begin, end).strip(), 1, paragraph.code());
        return widths.computeIfAbsent(part, each -> shaped(each).width());
    }

    private ShapedText shaped(Paragraph part) {
        return part.code() ? typesetter.shapedCode(part.text()) : typesetter.shaped(part.text());
    }

    private void refuseIfTooWide(Line line) {
        if (width(line) > width) {
            var text = paragraphs.get(line.paragraph()).text().substring(line.begin(), line.end());
            throw new Refused(new LabelRefusal.TextTooWide(
                    preset.code(), text.strip(), LabelLayout.shown(width(line), 1), LabelLayout.shown(width, 1)));
        }
    }

    private void refuseIfTooHigh(List<Line> lines) {
        if (bottom(lines) > height) {
            throw new Refused(new LabelRefusal.TextTooHigh(
                    preset.code(), LabelLayout.shown(bottom(lines), 1), LabelLayout.shown(height, 1)));
        }
    }
}
