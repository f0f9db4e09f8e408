package vn.nguongoc.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager.FontLoadException;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A PDF that is written page by page, so that no more than a page is in memory. Text is text, with the parts of the
 * fonts that it needs; the words can be copied out of it. Lengths are millimetres, places are from the page's lower
 * left corner.
 */
final class PdfPages {
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    /** Zlib's fastest. Its best takes three times as long to save a quarter. */
    private static final int COMPRESSION = 1;

    private final Document document;
    private final PdfContentByte page;
    private final Map<Typesetter.Typeface, BaseFont> fonts = new HashMap<>();

    PdfPages(LabelPreset.Size size, String title, Typesetter typesetter, OutputStream out) {
        var glyphs = new GlyphLayoutManager().setWriteActualText(true);
        this.document =
                new Document(new Rectangle(points(size.width()), points(size.height()))).setGlyphLayoutManager(glyphs);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setCompressionLevel(COMPRESSION);
        typesetter.typefaces().forEach(typeface -> fonts.put(typeface, font(glyphs, typeface)));
        document.addTitle(title);
        document.open();
        this.page = writer.getDirectContent();
    }

    private static BaseFont font(GlyphLayoutManager glyphs, Typesetter.Typeface typeface) {
        try (var file = typeface.file()) {
            return glyphs.loadFont(typeface.name(), file, 1).getBaseFont();
        } catch (IOException | FontLoadException e) {
            throw new IllegalStateException(typeface.name() + " was read by Java2D", e);
        }
    }

    static float points(double millimetres) {
        return (float) (millimetres * POINTS_PER_MILLIMETRE);
    }

    /** What is drawn on the page that is being written. */
    PdfContentByte page() {
        return page;
    }

    BaseFont font(Typesetter.Typeface typeface) {
        return Objects.requireNonNull(fonts.get(typeface), typeface.name());
    }

    /** Writes a line. */
    void text(PdfContentByte on, ShapedText text, double left, double baseline, double em) {
        double x = left;
        for (var run : text.runs()) {
            on.beginText();
            on.setFontAndSize(font(run.typeface()), points(em));
            on.setTextMatrix(points(x), points(baseline));
            on.showText(run.text());
            on.endText();
            x += run.width() * em;
        }
    }

    /** Ends the page, unless nothing is on it. */
    void newPage() {
        document.newPage();
    }

    void end() {
        document.close();
    }
}
