package vn.nguongoc.label;

import static vn.nguongoc.label.PdfPages.points;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * Writes labels as a PDF. A symbol is one path of rectangles, a run of dark modules each, no picture: a printer draws
 * it with its own dots. What all labels of a run have in common is in the file once.
 */
final class PdfLabels implements LabelWriter {
    private static final double POINTS = 72;
    private static final byte[][] NUMBERS =
            IntStream.range(0, 256).mapToObj(number -> ascii(number + " ")).toArray(byte[][]::new);
    private static final byte[] ONE_HIGH = ascii("1 re\n");

    private final LabelLayout layout;
    private final LabelPreset preset;
    private final PdfPages pages;
    private final PdfContentByte page;
    private final BaseFont codeFont;
    private final PdfTemplate background;
    /** From here on a unit is one dot, counted from the page's upper left corner. OpenPDF would round to 1/100. */
    private final byte[] inDots;

    PdfLabels(LabelLayout layout, String title, Typesetter typesetter, OutputStream out) {
        this.layout = layout;
        this.preset = layout.preset();
        this.pages = new PdfPages(preset.page(), title, typesetter, out);
        this.page = pages.page();
        this.codeFont = pages.font(typesetter.codeTypeface());
        this.background = background();
        double dot = POINTS / preset.dotsPerInch();
        this.inDots = ascii(String.format(
                Locale.ROOT,
                "q %.8f 0 0 -%.8f 0 %.4f cm\n",
                dot,
                dot,
                points(preset.page().height())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private PdfTemplate background() {
        double height = preset.label().height();
        var template = page.createTemplate(points(preset.label().width()), points(height));
        for (var line : layout.lines()) {
            pages.text(template, line.text(), line.left(), height - line.baseline(), line.em());
        }
        return template;
    }

    @Override
    public void newPage() {
        pages.newPage();
    }

    @Override
    public void label(int left, int top, SymbolsAhead.Encoded encoded) {
        double x = preset.millimetres(left);
        double y = preset.page().height() - preset.millimetres(top);
        page.addTemplate(background, points(x), points(y - preset.label().height()));
        page.beginText();
        for (var line : layout.fallback()) {
            page.setFontAndSize(codeFont, points(line.em()));
            page.setTextMatrix(points(x + line.left()), points(y - line.baseline()));
            page.showTextBasic(line.of(encoded.label()));
        }
        page.endText();
        int inset = layout.inset(encoded.symbol());
        symbol(left + layout.symbolLeft() + inset, top + layout.symbolTop() + inset, encoded.symbol());
    }

    private void symbol(int left, int top, Symbol symbol) {
        int dots = preset.moduleDots();
        var content = page.getInternalBuffer();
        content.append(inDots).append("q " + dots + " 0 0 " + dots + " " + left + " " + top + " cm\n");
        symbol.forEachRun((x, y, width) -> content.append(NUMBERS[x])
                .append(NUMBERS[y])
                .append(NUMBERS[width])
                .append(ONE_HIGH));
        content.append("f Q Q\n");
    }

    @Override
    public void end() {
        pages.end();
    }
}
