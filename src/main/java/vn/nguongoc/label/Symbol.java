package vn.nguongoc.label;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code, level M, encoded by ZXing and drawn from its matrix with the quiet zone of four modules that ISO/IEC 18004
 * asks for. No character set is announced: the ECI it would add breaks the scanners of some tills, and addresses are
 * ASCII.
 */
public final class Symbol {
    /** Light modules around the dark ones. */
    static final int QUIET = 4;

    private final Modules modules;

    private Symbol(Modules modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException if the text does not fit a QR code */
    public static Symbol of(String text) {
        try {
            return new Symbol(Masks.encode(text, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text of " + text.length() + " characters", e);
        }
    }

    /** Modules along one side, with the quiet zone. */
    public int size() {
        return modules.size() + 2 * QUIET;
    }

    private boolean isDark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < modules.size()
                && row < modules.size()
                && modules.isDark(column, row);
    }

    /** All runs of dark modules, row by row, in modules from the upper left corner of the quiet zone. */
    void forEachRun(Modules.Run run) {
        modules.forEachRun((x, y, width) -> run.from(x + QUIET, y + QUIET, width));
    }

    /** A drawing of one path, a unit for each module, black on white. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(size(), svgPath());
    }

    /** Its dark modules as the data of an SVG path. */
    String svgPath() {
        var path = new StringBuilder();
        forEachRun((x, y, width) -> path.append('M')
                .append(x)
                .append(' ')
                .append(y)
                .append('h')
                .append(width)
                .append("v1h-")
                .append(width)
                .append('z'));
        return path.toString();
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
