package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of the printer: every symbol of every preset is read again from a picture of it. */
class PrintedLabelsTest {
    private static final LabelPrinting PRINTING = new LabelPrinting();

    static Stream<LabelPreset> presets() {
        return Labels.presets();
    }

    static Stream<LabelPreset> rolls() {
        return Labels.presets().filter(preset -> preset.medium() == LabelPreset.Medium.ROLL);
    }

    static Stream<Arguments> presetsAndDots() {
        return presets().flatMap(preset -> Stream.of(203, 150).map(dots -> Arguments.of(preset, dots)));
    }

    static byte[] printed(LabelFormat format, LabelPreset preset, LabelRun run, Placement placement)
            throws IOException {
        var out = new ByteArrayOutputStream();
        PRINTING.print(format, preset, run, placement, out);
        return out.toByteArray();
    }

    /** A page and one label more, with the printer a little off. */
    @ParameterizedTest
    @MethodSource("presetsAndDots")
    void every_symbol_of_a_pdf_is_read_at_this_many_dots_per_inch(LabelPreset preset, int dotsPerInch)
            throws Exception {
        int count = preset.places() + 1;
        var pdf = printed(LabelFormat.PDF, preset, Labels.run(preset, count), new Placement(1, 0.3, -0.2));
        var read = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (int page = 0; page < 2; page++) {
                var image = new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.GRAY);
                int labels = page == 0 ? preset.places() : 1;
                for (int place = 0; place < labels; place++) {
                    read.add(SymbolTest.decoded(cut(image, preset, place, dotsPerInch / 25.4)));
                }
            }
        }
        assertThat(read).isEqualTo(Labels.addresses(preset, count));
    }

    /** The picture of one label out of that of a page. */
    private static BufferedImage cut(BufferedImage page, LabelPreset preset, int place, double dotsPerMillimetre) {
        int x = (int) (preset.millimetres(preset.leftDots(place)) * dotsPerMillimetre);
        int y = (int) (preset.millimetres(preset.topDots(place)) * dotsPerMillimetre);
        return page.getSubimage(
                x,
                y,
                Math.min((int) (preset.label().width() * dotsPerMillimetre), page.getWidth() - x),
                Math.min((int) (preset.label().height() * dotsPerMillimetre), page.getHeight() - y));
    }

    @ParameterizedTest
    @MethodSource("rolls")
    void every_symbol_of_a_zebra_printer_is_read(LabelPreset preset) throws Exception {
        int count = 2 * preset.places() + 1;
        var zpl = new String(
                printed(LabelFormat.ZPL, preset, Labels.run(preset, count), Placement.FIRST),
                StandardCharsets.US_ASCII);
        var pages = new ArrayList<BufferedImage>();
        var format = Pattern.compile(
                        "\\^XA\\^PW(\\d+)\\^LL(\\d+)\\^LH0,0\\^FO0,0\\^GFA,(\\d+),\\3,(\\d+),(.*)\\^FS\\^XZ\n")
                .matcher(zpl);
        while (format.lookingAt()) {
            int bytesPerRow = Integer.parseInt(format.group(4));
            assertThat(Integer.parseInt(format.group(3))).isEqualTo(bytesPerRow * Integer.parseInt(format.group(2)));
            var rows = Zpl.expanded(format.group(5), bytesPerRow);
            assertThat(rows).hasSize(Integer.parseInt(format.group(3)));
            pages.add(image(rows, Integer.parseInt(format.group(1)), bytesPerRow));
            format.region(format.end(), zpl.length());
        }
        assertThat(format.regionStart()).as("nothing after the last label").isEqualTo(zpl.length());
        assertThat(read(preset, pages, count)).isEqualTo(Labels.addresses(preset, count));
    }

    @ParameterizedTest
    @MethodSource("rolls")
    void every_symbol_of_a_tsc_printer_is_read(LabelPreset preset) throws Exception {
        int count = 2 * preset.places() + 1;
        var tspl = printed(LabelFormat.TSPL, preset, Labels.run(preset, count), Placement.FIRST);
        var text = new String(tspl, StandardCharsets.ISO_8859_1);
        var pages = new ArrayList<BufferedImage>();
        var format = Pattern.compile("SIZE ([0-9.]+) mm,([0-9.]+) mm\r\nCLS\r\nBITMAP 0,0,(\\d+),(\\d+),0,")
                .matcher(text);
        while (format.lookingAt()) {
            assertThat(Double.parseDouble(format.group(1)))
                    .isEqualTo(preset.page().width());
            assertThat(Double.parseDouble(format.group(2)))
                    .isEqualTo(preset.page().height());
            int bytesPerRow = Integer.parseInt(format.group(3));
            var rows = new byte[bytesPerRow * Integer.parseInt(format.group(4))];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (byte) ~tspl[format.end() + i];
            }
            pages.add(image(rows, preset.dots(preset.page().width()), bytesPerRow));
            var end = "\r\nPRINT 1,1\r\n";
            assertThat(text.substring(format.end() + rows.length)).startsWith(end);
            format.region(format.end() + rows.length + end.length(), text.length());
        }
        assertThat(format.regionStart()).as("nothing after the last label").isEqualTo(tspl.length);
        assertThat(read(preset, pages, count)).isEqualTo(Labels.addresses(preset, count));
    }

    private static List<String> read(LabelPreset preset, List<BufferedImage> pages, int count) throws Exception {
        var read = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var page = pages.get(i / preset.places());
            read.add(SymbolTest.decoded(cut(page, preset, i % preset.places(), preset.dotsPerInch() / 25.4)));
        }
        return read;
    }

    private static BufferedImage image(byte[] rows, int width, int bytesPerRow) {
        var image = new BufferedImage(width, rows.length / bytesPerRow, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < bytesPerRow * 8; x++) {
                boolean black = ((rows[y * bytesPerRow + x / 8] >> (7 - x % 8)) & 1) == 1;
                if (x < width) {
                    image.setRGB(x, y, black ? 0 : 0xffffff);
                } else {
                    assertThat(black).as("beside the label").isFalse();
                }
            }
        }
        return image;
    }

    @Test
    void a_sheet_begun_goes_on_at_its_first_free_place() throws Exception {
        var preset = Labels.PRESETS.preset("a4-24");
        var pdf = printed(LabelFormat.PDF, preset, Labels.run(preset, 2), new Placement(24, 0, 0));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var first = new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.GRAY);
            var second = new PDFRenderer(document).renderImageWithDPI(1, 150, ImageType.GRAY);
            assertThat(SymbolTest.decoded(cut(first, preset, 23, 150 / 25.4)))
                    .isEqualTo(Labels.addresses(preset, 2).getFirst());
            assertThat(SymbolTest.decoded(cut(second, preset, 0, 150 / 25.4)))
                    .isEqualTo(Labels.addresses(preset, 2).getLast());
            assertThat(black(cut(first, preset, 22, 150 / 25.4))).isZero();
        }
    }

    private static long black(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(colour -> (colour & 0xff) < 128)
                .count();
    }

    /** Dark modules begin and end on whole dots, so that each is as wide as every other. */
    @Test
    void a_module_is_a_whole_number_of_dots() throws Exception {
        var preset = Labels.PRESETS.preset("roll-50x30-203");
        var pdf = printed(LabelFormat.PDF, preset, Labels.run(preset, 1), Placement.FIRST);
        try (var document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 203, ImageType.GRAY);
            var layout =
                    LabelLayout.of(preset, Labels.RICE, Labels.run(preset, 1).widest(), new Typesetter());
            int side = layout.symbolModules() * preset.moduleDots();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    int grey = image.getRGB(layout.symbolLeft() + x, layout.symbolTop() + y) & 0xff;
                    assertThat(grey).as("%d, %d", x, y).isIn(0, 255);
                }
            }
        }
    }

    @Test
    void the_words_on_a_label_can_be_copied_out_of_the_pdf() throws Exception {
        for (var text : List.of(Labels.RICE, Labels.KHMER)) {
            var preset = Labels.PRESETS.preset("roll-50x30-203");
            var run = Labels.units(text, 1);
            var serial = Labels.KEY.serials(7, 0, 1).findFirst().orElseThrow();
            try (var document = Loader.loadPDF(printed(LabelFormat.PDF, preset, run, Placement.FIRST))) {
                var copied = new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
                assertThat(copied)
                        .contains(text.product(), text.netWeight().replace('\u00A0', ' '), text.lot(), text.domain())
                        .contains(text.dates());
                assertThat(copied.replace(" ", "")).contains(serial.grouped());
                for (var font : document.getPage(0).getResources().getFontNames()) {
                    var embedded = document.getPage(0).getResources().getFont(font);
                    assertThat(embedded.isEmbedded()).isTrue();
                    assertThat(embedded.getName()).as("a subset").matches("[A-Z]{6}\\+.*");
                }
            }
        }
    }

    /** OpenPDF places the same shaped glyphs that Java2D draws for label printers. */
    @Test
    void khmer_looks_the_same_in_a_pdf_as_java_2d_draws_it() throws Exception {
        var preset = Labels.PRESETS.preset("sack-100x75-203");
        var run = Labels.units(Labels.KHMER, 1);
        BufferedImage pdf;
        try (var document = Loader.loadPDF(printed(LabelFormat.PDF, preset, run, Placement.FIRST))) {
            pdf = new PDFRenderer(document).renderImageWithDPI(0, 203, ImageType.GRAY);
        }
        var typesetter = new Typesetter();
        var layout = LabelLayout.of(preset, Labels.KHMER, run.widest(), typesetter);
        var bitmap = new LabelBitmap(layout, typesetter);
        bitmap.draw(0, 0, new SymbolsAhead(Labels.units(Labels.KHMER, 1).labels()).next());
        var drawn = image(bitmap.rows(), bitmap.width(), bitmap.bytesPerRow());
        int different = 0;
        int black = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                boolean one = (drawn.getRGB(x, y) & 0xff) < 128;
                int other = pdf.getRGB(x, y) & 0xff;
                black += one ? 1 : 0;
                different += one != other < 128 && Math.abs(other - 128) > 80 ? 1 : 0;
            }
        }
        assertThat(black).isGreaterThan(10_000);
        assertThat(different).as("clearly different dots").isLessThan(black / 100);
    }

    @Test
    void the_drawing_of_a_label_has_its_symbol_and_its_words() {
        var preset = Labels.PRESETS.preset("roll-50x30-203");
        var label = Labels.run(preset, 1).labels().next();
        var svg = PRINTING.svg(preset, Labels.RICE, label);
        assertThat(svg)
                .startsWith("<svg xmlns=")
                .contains(Symbol.of(label.address()).svgPath());
        assertThat(Pattern.compile("<path d=\"M").matcher(svg).results()).hasSizeGreaterThanOrEqualTo(7);
    }
}
