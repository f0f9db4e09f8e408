package vn.nguongoc.label;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.nguongoc.shared.Refused;

/**
 * Shapes lines of text with the fonts that come with the service: Liberation Sans for Vietnamese and all that is
 * written like it, Noto Sans Khmer, and for codes Liberation Mono, whose letters are equally wide. Java2D shapes with
 * HarfBuzz, as Khmer needs it (docs/adr/0007).
 */
final class Typesetter {
    /** Glyphs are measured at this size, since they are rounded at small ones. */
    static final int SIZE = 1000;

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final FontRenderContext EXACT = new FontRenderContext(new AffineTransform(), true, true);

    private final List<Typeface> typefaces;
    private final Typeface code;

    /** A font: the file that PDF files embed a part of, and what Java2D made of it. */
    record Typeface(String resource, Font font) {
        String name() {
            return resource.substring(resource.lastIndexOf('/') + 1);
        }

        InputStream file() {
            return Objects.requireNonNull(Typesetter.class.getResourceAsStream(resource), resource);
        }

        /** Java2D also "displays" what is invisible: line ends, or marks that turn the direction of what follows. */
        boolean has(int character) {
            return font.canDisplay(character)
                    && switch (Character.getType(character)) {
                        case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                        case Character.FORMAT -> character >= ZERO_WIDTH_SPACE && character <= ZERO_WIDTH_JOINER;
                        default -> true;
                    };
        }
    }

    /**
     * @param words resources of the fonts for words, the one to look into first at the beginning
     * @param code resource of the font for codes
     * @throws Refused with {@link LabelRefusal.FontMissing}
     */
    Typesetter(List<String> words, String code) {
        this.typefaces = words.stream().map(Typesetter::typeface).toList();
        this.code = typeface(code);
    }

    /** The fonts that come with the service. */
    Typesetter() {
        this(
                List.of("/liberation/LiberationSans-Regular.ttf", "/fonts/NotoSansKhmer-Regular.ttf"),
                "/liberation/LiberationMono-Regular.ttf");
    }

    private static Typeface typeface(String resource) {
        var name = resource.substring(resource.lastIndexOf('/') + 1);
        try (var in = Typesetter.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new Refused(new LabelRefusal.FontMissing(name));
            }
            return new Typeface(
                    resource, Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) SIZE));
        } catch (IOException | FontFormatException | LinkageError | InternalError e) {
            // The errors are what Java2D throws where the machine lacks the libraries that it draws with.
            var refused = new Refused(new LabelRefusal.FontMissing(name));
            refused.addSuppressed(e);
            throw refused;
        }
    }

    /** All of them. */
    List<Typeface> typefaces() {
        return Stream.concat(typefaces.stream(), Stream.of(code)).toList();
    }

    Typeface codeTypeface() {
        return code;
    }

    /** A code of ASCII letters, digits and signs. */
    ShapedText shapedCode(String text) {
        return new ShapedText(List.of(run(code, text)));
    }

    /** @throws Refused with {@link LabelRefusal.NoGlyph} */
    ShapedText shaped(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var runs = new ArrayList<ShapedText.Run>();
        for (int from = 0, to; from < composed.length(); from = to) {
            var typeface = typefaceOf(composed, composed.codePointAt(from));
            to = end(composed, from, typeface);
            runs.add(run(typeface, composed.substring(from, to)));
        }
        return new ShapedText(runs);
    }

    private static ShapedText.Run run(Typeface typeface, String text) {
        var letters = text.toCharArray();
        var glyphs = typeface.font().layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
        return new ShapedText.Run(typeface, text, glyphs);
    }

    /** Where the run of one typeface ends that begins here. Marks stay with the letter that they belong to. */
    private int end(String text, int from, Typeface typeface) {
        int to = from;
        while (to < text.length()) {
            int character = text.codePointAt(to);
            if (to > from
                    && !(joins(character) && typeface.has(character))
                    && !typefaceOf(text, character).equals(typeface)) {
                return to;
            }
            to += Character.charCount(character);
        }
        return to;
    }

    private static boolean joins(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private Typeface typefaceOf(String text, int character) {
        return typefaces.stream()
                .filter(typeface -> typeface.has(character))
                .findFirst()
                .orElseThrow(() -> new Refused(new LabelRefusal.NoGlyph(text, shown(character))));
    }

    private static String shown(int character) {
        var number = "U+%04X".formatted(character);
        return Character.isISOControl(character) ? number : Character.toString(character) + " (" + number + ")";
    }
}
