package vn.nguongoc.buyer;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The picture that goes with a shared link: 1200 × 630 dots, what the first screen says in the language that has all
 * words. Its letters are Liberation Sans (SIL Open Font License 1.1, from OpenPDF's artifact of fonts), which writes
 * Vietnamese and no Khmer or Japanese.
 */
public final class ShareCard {
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 70;
    private static final int BAR = 110;
    private static final int MOST_FACTS = 5;
    private static final Color PAPER = new Color(0xfbfcf9);
    private static final Color INK = new Color(0x1c2418);
    private static final Color SOFT = new Color(0x55604c);

    private ShareCard() {}

    /** The picture as PNG. */
    public static byte[] png(LotPage page) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(PAPER);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            draw(page, pen);
        } finally {
            pen.dispose();
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(LotPage page, Graphics2D pen) {
        int room = WIDTH - 2 * MARGIN;
        pen.setColor(colour(page.state()));
        pen.fillRect(0, 0, WIDTH, BAR);
        pen.setColor(Color.WHITE);
        write(pen, Letters.BOLD, 34, page.verdict().text(), MARGIN, 70, room);
        pen.setColor(INK);
        write(pen, Letters.BOLD, 68, page.product().text(), MARGIN, 215, room);
        pen.setColor(SOFT);
        write(pen, Letters.PLAIN, 40, page.size(), MARGIN, 275, room);
        int y = 345;
        for (var fact : page.facts().stream().limit(MOST_FACTS).toList()) {
            pen.setColor(SOFT);
            write(pen, Letters.PLAIN, 28, fact.name().text(), MARGIN, y, 280);
            pen.setColor(INK);
            write(pen, Letters.PLAIN, 28, fact.value().text(), MARGIN + 300, y, room - 300);
            y += 46;
        }
        pen.setColor(SOFT);
        write(pen, Letters.PLAIN, 26, page.address().replaceFirst("^https?://", ""), MARGIN, HEIGHT - 36, room);
    }

    private static Color colour(LotPage.State state) {
        return switch (state) {
            case COMPLETE -> new Color(0x2f6b2f);
            case DOUBTFUL -> new Color(0x7a4b00);
            case RECALLED -> new Color(0x8f1414);
        };
    }

    /** One line; what does not fit is left off at a word, with an ellipsis. */
    private static void write(Graphics2D pen, Font font, float size, String text, int x, int y, int room) {
        pen.setFont(font.deriveFont(size));
        var metrics = pen.getFontMetrics();
        var words = new ArrayList<>(List.of(text.split(" ", -1)));
        while (words.size() > 1 && metrics.stringWidth(String.join(" ", words) + " …") > room) {
            words.removeLast();
        }
        var shown = String.join(" ", words);
        pen.drawString(shown.length() < text.length() && metrics.stringWidth(text) > room ? shown + " …" : text, x, y);
    }

    /** Read when the first card is drawn. */
    private static final class Letters {
        private static final Font PLAIN = read("LiberationSans-Regular.ttf");
        private static final Font BOLD = read("LiberationSans-Bold.ttf");

        private Letters() {}

        private static Font read(String name) {
            try (var in = ShareCard.class.getResourceAsStream("/liberation/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the font " + name + " is not among the libraries");
                }
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("cannot read the font " + name, e);
            }
        }
    }
}
