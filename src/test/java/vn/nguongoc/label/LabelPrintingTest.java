package vn.nguongoc.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nguongoc.Refusals.refusalOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run refuses, and that it prints nothing then. */
class LabelPrintingTest {
    private static final LabelPrinting PRINTING = new LabelPrinting();
    private static final LabelPreset SHEET = Labels.PRESETS.preset("a4-24");
    private static final LabelPreset ROLL = Labels.PRESETS.preset("roll-50x30-203");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {0, 25, -1})
    void a_start_that_is_no_place_is_refused(int start) {
        var run = Labels.run(SHEET, 1);
        assertThat(refusalOf(() -> PRINTING.print(LabelFormat.PDF, SHEET, run, new Placement(start, 0, 0), out)))
                .isEqualTo(new LabelRefusal.NoSuchPlace("a4-24", start, 24));
        assertThat(out.size()).isZero();
    }

    @Test
    void a_sheet_is_printed_as_pdf_alone() {
        var run = Labels.run(SHEET, 1);
        assertThat(refusalOf(() -> PRINTING.print(LabelFormat.ZPL, SHEET, run, Placement.FIRST, out)))
                .isEqualTo(new LabelRefusal.NotOnSheets("a4-24", "ZPL"));
        assertThat(refusalOf(() -> PRINTING.print(LabelFormat.TSPL, SHEET, run, Placement.FIRST, out)))
                .isEqualTo(new LabelRefusal.NotOnSheets("a4-24", "TSPL"));
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void what_does_not_fit_is_known_before_anything_is_printed(LabelFormat format) {
        var small = Labels.PRESETS.preset("roll-35x22-2up-203");
        assertThat(refusalOf(() -> PRINTING.print(format, small, Labels.units(Labels.SHORT, 5), Placement.FIRST, out)))
                .isInstanceOf(LabelRefusal.SymbolTooLarge.class);
        assertThat(out.size()).isZero();
    }

    /** What the labels of a run may keep in memory does not depend on their number. */
    @Test
    void labels_are_asked_for_as_they_are_written() throws IOException {
        var asked = IntStream.iterate(1, i -> i + 1).iterator();
        var written = new int[1];
        Iterator<Label> labels = Labels.KEY
                .serials(1, 0, 400)
                .map(serial -> {
                    int number = asked.nextInt();
                    assertThat(number - written[0]).isLessThan(200);
                    return new Label(DigitalLink.unit(Labels.LOT_ADDRESS, serial), serial.grouped());
                })
                .iterator();
        var counting = new OutputStream() {
            @Override
            public void write(int one) {}

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] +=
                        new String(bytes, from, length, StandardCharsets.ISO_8859_1).split("PRINT 1", -1).length - 1;
            }
        };
        var run = new LabelRun(Labels.RICE, Labels.units(Labels.RICE, 1).widest(), labels);
        PRINTING.print(LabelFormat.TSPL, ROLL, run, Placement.FIRST, counting);
        assertThat(written[0]).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_ends_when_whoever_counts_its_labels_throws(LabelFormat format) {
        var cancelled = Stream.generate(() -> new Label(Labels.LOT_ADDRESS, "A"))
                .limit(1_000)
                .peek(new Countdown(300))
                .iterator();
        var run = new LabelRun(Labels.RICE, new Label(Labels.LOT_ADDRESS, "A"), cancelled);
        assertThatThrownBy(() -> PRINTING.print(format, ROLL, run, Placement.FIRST, out))
                .hasMessage("cancelled");
    }

    /** Throws when its number of labels is reached. */
    private static final class Countdown implements Consumer<Label> {
        private int left;

        Countdown(int left) {
            this.left = left;
        }

        @Override
        public void accept(Label label) {
            if (--left == 0) {
                throw new IllegalStateException("cancelled");
            }
        }
    }

    @Test
    void labels_of_a_lot_are_all_alike() throws Exception {
        var run = LabelRun.ofLot(Labels.RICE, new Label(Labels.LOT_ADDRESS, "ST25-260518-A"), 3);
        PRINTING.print(LabelFormat.PDF, ROLL, run, Placement.FIRST, out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            var first = document.getPage(0).getContents().readAllBytes();
            assertThat(document.getPage(1).getContents()).hasBinaryContent(first);
            assertThat(document.getPage(2).getContents()).hasBinaryContent(first);
        }
    }

    @Test
    void a_calibration_sheet_is_one_page_with_its_words() throws Exception {
        var words = List.of("In ở cỡ 100 %, không co giãn.", "Thước dài đúng 100 mm.");
        PRINTING.calibration(SHEET, words, new Placement(1, 0.5, 0), out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).contains(words);
        }
    }

    @Test
    void a_roll_has_no_calibration_sheet() {
        assertThat(refusalOf(() -> PRINTING.calibration(ROLL, List.of(), Placement.FIRST, out)))
                .isEqualTo(new LabelRefusal.NotASheet("roll-50x30-203"));
        assertThat(out.size()).isZero();
    }
}
