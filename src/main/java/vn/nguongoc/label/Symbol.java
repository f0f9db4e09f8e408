package vn.nguongoc.label;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code, level M, drawn from ZXing's matrix with the quiet zone of four modules that ISO/IEC 18004 asks for. No
 * character set is announced: the ECI it would add breaks the scanners of some tills, and addresses are ASCII.
 */
public final class Symbol {
    private static final int QUIET = 4;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.QR_COMPACT, true);

    private final ByteMatrix matrix;

    private Symbol(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    /** @throws IllegalArgumentException if the text does not fit a QR code */
    public static Symbol of(String text) {
        try {
            return new Symbol(
                    Encoder.encode(text, ErrorCorrectionLevel.M, HINTS).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text of " + text.length() + " characters", e);
        }
    }

    /** Modules along one side, with the quiet zone. */
    public int size() {
        return matrix.getWidth() + 2 * QUIET;
    }

    private boolean isDark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < matrix.getWidth()
                && row < matrix.getHeight()
                && matrix.get(column, row) == 1;
    }

    /** A drawing of one path, a unit for each module, black on white. */
    public String svg() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int run = darkRun(x, y);
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, run, run));
                    x += run;
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(size(), path);
    }

    private int darkRun(int x, int y) {
        int run = 0;
        while (isDark(x + run, y)) {
            run++;
        }
        return run;
    }

    /** A black and white PNG with this many dots along a module. */
    public byte[] png(int dots) {
        var image = new BufferedImage(size() * dots, size() * dots, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, isDark(x / dots, y / dots) ? 0x000000 : 0xffffff);
            }
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two rows of modules to a line of text, light on dark, for a terminal. */
    public String text() {
        var text = new StringBuilder();
        for (int y = 0; y < size(); y += 2) {
            for (int x = 0; x < size(); x++) {
                var above = !isDark(x, y);
                var below = y + 1 < size() && !isDark(x, y + 1);
                text.append(above ? (below ? '█' : '▀') : (below ? '▄' : ' '));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
