package vn.nguongoc.recallreport;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Liberation Sans in two weights (SIL Open Font License 1.1, from OpenPDF's own artifact of fonts), which has every
 * letter of Vietnamese. It is read when the first document is made; of it a document keeps the letters that it uses.
 */
final class Typeface {
    private static final BaseFont REGULAR = read("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = read("LiberationSans-Bold.ttf");

    private Typeface() {}

    static BaseFont regular() {
        return REGULAR;
    }

    static Font regular(float points, Color colour) {
        return new Font(REGULAR, points, Font.NORMAL, colour);
    }

    static Font bold(float points, Color colour) {
        return new Font(BOLD, points, Font.NORMAL, colour);
    }

    private static BaseFont read(String name) {
        try (var in = Typeface.class.getResourceAsStream("/liberation/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is not among the libraries");
            }
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
