package vn.nguongoc.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * A page of labels as dots of the printer that are black or white. Symbols are drawn in whole dots; a dot of text is
 * black where more than a third of it is covered, so that thin strokes do not break.
 */
final class LabelBitmap {
    private static final int WHITE = 255;
    private static final int DARKEST_WHITE = 170;

    private final LabelLayout layout;
    private final Typesetter typesetter;
    private final BufferedImage image;
    private final byte[] grey;
    private final Graphics2D pen;
    /** What all labels show. */
    private final BufferedImage background;

    LabelBitmap(LabelLayout layout, Typesetter typesetter) {
        this.layout = layout;
        this.typesetter = typesetter;
        this.image = white(layout.preset(), layout.preset().page());
        this.grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        this.pen = pen(image);
        this.background = white(layout.preset(), layout.preset().label());
        var onBackground = pen(background);
        for (var line : layout.lines()) {
            text(onBackground, line.text(), 0, 0, line.left(), line.baseline(), line.em());
        }
        onBackground.dispose();
    }

    private static BufferedImage white(LabelPreset preset, LabelPreset.Size size) {
        var image =
                new BufferedImage(preset.dots(size.width()), preset.dots(size.height()), BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) WHITE);
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    void clear() {
        Arrays.fill(grey, (byte) WHITE);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** Bytes that {@link #rows()} has for each row: the last one is filled up with white. */
    int bytesPerRow() {
        return (width() + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** One label, its upper left corner so many dots from that of the page. */
    void draw(int left, int top, SymbolsAhead.Encoded encoded) {
        pen.drawImage(background, left, top, null);
        for (var line : layout.fallback()) {
            var code = typesetter.shapedCode(line.of(encoded.label()));
            text(pen, code, left, top, line.left(), line.baseline(), line.em());
        }
        var symbol = encoded.symbol();
        int dots = layout.preset().moduleDots();
        int x0 = left + layout.symbolLeft() + layout.inset(symbol);
        int y0 = top + layout.symbolTop() + layout.inset(symbol);
        symbol.forEachRun((x, y, width) -> pen.fillRect(x0 + x * dots, y0 + y * dots, width * dots, dots));
    }

    private void text(Graphics2D on, ShapedText text, int left, int top, double x, double baseline, double em) {
        double dot = layout.preset().millimetres(1);
        var place = AffineTransform.getTranslateInstance(left, top);
        place.scale(1 / dot, 1 / dot);
        on.fill(place.createTransformedShape(text.outline(x, baseline, em)));
    }

    /** Row by row, eight dots to a byte, the left one in its highest bit; 1 is black. */
    byte[] rows() {
        var rows = new byte[bytesPerRow() * height()];
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                if ((grey[y * width() + x] & 0xff) < DARKEST_WHITE) {
                    rows[y * bytesPerRow() + x / Byte.SIZE] |= (byte) (0x80 >>> x % Byte.SIZE);
                }
            }
        }
        return rows;
    }
}
