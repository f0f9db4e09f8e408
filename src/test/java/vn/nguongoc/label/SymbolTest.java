package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class SymbolTest {
    private static final String ADDRESS = "https://nguongoc.example/01/09520001000010/10/ST25-260518-A";

    /** By how many degrees a phone is held askew when it looks again. */
    private static final List<Integer> LOOKS = List.of(0, 3, -5, 8);

    /**
     * What ZXing's reader makes of a picture. About one symbol in a thousand it misses however finely it is drawn: it
     * takes something else for the small mark in the corner, by which it lays its grid. Held a little askew, as by a
     * hand, it reads that one too.
     */
    public static String decoded(BufferedImage image) throws Exception {
        @Nullable ReaderException missed = null;
        for (int degrees : LOOKS) {
            try {
                return seen(degrees == 0 ? image : turned(image, degrees));
            } catch (ReaderException e) {
                missed = e;
            }
        }
        throw Objects.requireNonNull(missed);
    }

    private static BufferedImage turned(BufferedImage image, int degrees) {
        int side = (image.getWidth() + image.getHeight()) * 2;
        var turned = white(side);
        var paper = turned.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        paper.drawImage(
                image,
                side / 2 - image.getWidth(),
                side / 2 - image.getHeight(),
                2 * image.getWidth(),
                2 * image.getHeight(),
                null);
        paper.dispose();
        return turned;
    }

    private static String seen(BufferedImage image) throws Exception {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10})
    void the_png_reads_as_what_was_written(int dots) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(Symbol.of(ADDRESS).png(dots)));
        assertThat(image.getWidth()).isEqualTo(Symbol.of(ADDRESS).size() * dots);
        assertThat(decoded(image)).isEqualTo(ADDRESS);
    }

    @Test
    void the_svg_draws_the_same_modules() throws Exception {
        var symbol = Symbol.of(ADDRESS);
        var image = white(symbol.size() * 4);
        var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(symbol.svg());
        while (runs.find()) {
            fill(
                    image,
                    Integer.parseInt(runs.group(1)),
                    Integer.parseInt(runs.group(2)),
                    Integer.parseInt(runs.group(3)));
        }
        assertThat(decoded(image)).isEqualTo(ADDRESS);
    }

    @Test
    void the_terminal_shows_the_same_modules() throws Exception {
        var symbol = Symbol.of(ADDRESS);
        var image = white(symbol.size() * 4);
        var lines = symbol.text().lines().toList();
        for (int y = 0; y < symbol.size(); y++) {
            for (int x = 0; x < symbol.size(); x++) {
                var light = lines.get(y / 2).charAt(x);
                var isDark = light == ' ' || light == (y % 2 == 0 ? '▄' : '▀');
                if (isDark) {
                    fill(image, x, y, 1);
                }
            }
        }
        assertThat(decoded(image)).isEqualTo(ADDRESS);
    }

    private static BufferedImage white(int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.dispose();
        return image;
    }

    private static void fill(BufferedImage image, int x, int y, int width) {
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(x * 4, y * 4, width * 4, 4);
        pen.dispose();
    }

    @Test
    void a_quiet_zone_of_four_modules_is_white() {
        assertThat(Symbol.of("1").text().lines().limit(2)).allMatch(line -> line.matches("█+"));
        assertThat(Symbol.of("1").size()).isEqualTo(21 + 8);
    }

    @Test
    void a_book_does_not_fit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Symbol.of("x".repeat(3000)));
    }

    @Test
    void an_address_spells_what_is_reserved() {
        assertThat(DigitalLink.address("https://n.example", "01/09520001000010/10/A/B%+ c"))
                .isEqualTo("https://n.example/01/09520001000010/10/A%2FB%25%2B%20c");
        assertThat(DigitalLink.address("https://n.example", "t/lot-0000000000000001"))
                .isEqualTo("https://n.example/t/lot-0000000000000001");
    }
}
