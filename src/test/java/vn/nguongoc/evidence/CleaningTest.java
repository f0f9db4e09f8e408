package vn.nguongoc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nguongoc.Refusals;
import vn.nguongoc.shared.Refusal;

/** What is left of a picture, and what is no picture. */
class CleaningTest {
    private static final byte[] PHOTO = Pictures.jpeg(Pictures.fields(64, 32));
    private static final byte[] DRAWING = Pictures.png(Pictures.fields(64, 32));
    private static final String MISCHIEF = "<html><script>alert(1)</script>PK\3\4";

    private static byte[] cleaned(byte[] file) {
        return Cleaning.cleaned(FileType.of(file).orElseThrow(), file);
    }

    private static Refusal refusal(byte[] file) {
        return Refusals.refusalOf(() -> cleaned(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What this thread takes of memory meanwhile, in bytes. */
    private static long memory(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    // ---- what is left

    @Test
    void where_and_by_what_a_photograph_was_taken_is_gone() throws IOException {
        var sent = Pictures.withExif(PHOTO, 1);
        assertThat(Pictures.holds(sent, Pictures.LATITUDE)).isTrue();
        var kept = cleaned(sent);
        assertThat(Pictures.holds(kept, Pictures.LATITUDE)).isFalse();
        assertThat(Pictures.holds(kept, Pictures.CAMERA)).isFalse();
        assertThat(Pictures.holds(kept, "Exif")).isFalse();
        assertThat(markers(sent)).contains("225");
        assertThat(markers(kept)).doesNotContain("225");
    }

    /** Of the segments that are no tables. */
    private static List<String> markers(byte[] jpeg) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0");
            var unknown = root.getElementsByTagName("unknown");
            return IntStream.range(0, unknown.getLength())
                    .mapToObj(i -> ((IIOMetadataNode) unknown.item(i)).getAttribute("MarkerTag"))
                    .toList();
        } finally {
            reader.dispose();
        }
    }

    /** Exif 2.32, 4.6.4: which side the first line and the first column are of what is to be seen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_photograph_is_kept_as_it_is_to_be_seen(int orientation) {
        var stored = stored(Pictures.fields(64, 32), orientation);
        var kept = Pictures.drawn(cleaned(Pictures.withExif(Pictures.jpeg(stored), orientation)));
        assertThat(new int[] {kept.getWidth(), kept.getHeight()}).containsExactly(64, 32);
        assertColour(kept, 16, 8, Color.RED);
        assertColour(kept, 48, 8, Color.GREEN);
        assertColour(kept, 16, 24, Color.BLUE);
        assertColour(kept, 48, 24, Color.WHITE);
    }

    private static BufferedImage stored(BufferedImage seen, int orientation) {
        int w = seen.getWidth();
        int h = seen.getHeight();
        boolean isOnASide = orientation >= 5;
        var stored = new BufferedImage(isOnASide ? h : w, isOnASide ? w : h, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 1 -> seen.getRGB(x, y);
                            case 2 -> seen.getRGB(w - 1 - x, y);
                            case 3 -> seen.getRGB(w - 1 - x, h - 1 - y);
                            case 4 -> seen.getRGB(x, h - 1 - y);
                            case 5 -> seen.getRGB(y, x);
                            case 6 -> seen.getRGB(w - 1 - y, x);
                            case 7 -> seen.getRGB(w - 1 - y, h - 1 - x);
                            case 8 -> seen.getRGB(y, h - 1 - x);
                            default -> throw new IllegalArgumentException();
                        });
            }
        }
        return stored;
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
        var seen = new Color(picture.getRGB(x, y));
        int away = Math.abs(seen.getRed() - expected.getRed())
                + Math.abs(seen.getGreen() - expected.getGreen())
                + Math.abs(seen.getBlue() - expected.getBlue());
        assertThat(away).as("%s at %s, %s is not %s", seen, x, y, expected).isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1})
    void an_orientation_that_is_none_turns_nothing(int orientation) {
        var kept = Pictures.drawn(cleaned(Pictures.withExif(PHOTO, orientation)));
        assertColour(kept, 16, 8, Color.RED);
        assertThat(kept.getWidth()).isEqualTo(64);
    }

    @Test
    void exif_that_leads_nowhere_is_no_reason_to_refuse() {
        var tiff = bytes("Exif\0\0II*\0\377\377\377\177");
        assertThat(Pictures.drawn(cleaned(Pictures.withSegment(PHOTO, 0xe1, tiff)))
                        .getWidth())
                .isEqualTo(64);
    }

    @Test
    void what_hangs_on_a_photograph_is_gone() {
        for (var file : new byte[][] {PHOTO, DRAWING}) {
            var kept = cleaned(Pictures.joined(file, bytes(MISCHIEF)));
            assertThat(Pictures.holds(kept, "script")).isFalse();
            assertThat(Pictures.holds(kept, "PK\3\4")).isFalse();
            assertThat(kept).isEqualTo(cleaned(file));
        }
    }

    @Test
    void what_hides_in_a_comment_or_a_text_is_gone() {
        var photo = cleaned(Pictures.withSegment(PHOTO, 0xfe, bytes(MISCHIEF)));
        var drawing = cleaned(Pictures.withChunk(DRAWING, "tEXt", bytes("Comment\0" + MISCHIEF)));
        assertThat(photo).isEqualTo(cleaned(PHOTO));
        assertThat(drawing).isEqualTo(cleaned(DRAWING));
    }

    @Test
    void a_drawing_keeps_its_pixels_to_the_bit() {
        var sent = Pictures.noise(40, 30);
        var kept = Pictures.drawn(cleaned(Pictures.png(sent)));
        assertThat(kept.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(sent.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    @Test
    void the_same_file_becomes_the_same_file() {
        assertThat(cleaned(PHOTO)).isEqualTo(cleaned(PHOTO.clone()));
    }

    // ---- how large

    @ParameterizedTest
    @CsvSource({"6000, 4000, true", "6000, 4001, false", "10000, 20, true"})
    void a_picture_has_at_most_24_million_pixels(int width, int height, boolean isKept) {
        var file = Pictures.png(width, height, 1, 0, (long) ((width + 7) / 8 + 1) * height);
        if (isKept) {
            assertThat(Pictures.drawn(cleaned(file)).getWidth()).isEqualTo(width);
        } else {
            assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.TooManyPixels(width, height, 24_000_000));
        }
    }

    /** With 16 bits for each of four colours a pixel takes twice the room. */
    @ParameterizedTest
    @CsvSource({"4000, 3000, true", "4000, 3001, false"})
    void a_picture_of_fine_colours_has_at_most_12_million_pixels(int width, int height, boolean isKept) {
        var file = Pictures.png(width, height, 16, 6, (8L * width + 1) * height);
        if (isKept) {
            assertThat(cleaned(file)).isNotEmpty();
        } else {
            assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.TooManyPixels(width, height, 12_000_000));
        }
    }

    @ParameterizedTest
    @CsvSource({"10001, 10", "10, 10001"})
    void no_side_is_longer_than_10_000_pixels(int width, int height) {
        assertThat(refusal(Pictures.png(width, height, 1, 0, 100)))
                .isEqualTo(new EvidenceRefusal.SideTooLong(width, height, 10_000));
    }

    @Test
    void a_tiny_file_of_a_huge_picture_takes_no_memory() {
        var drawing = Pictures.png(50_000, 50_000, 8, 2, 1_000_000);
        var photo = PHOTO.clone();
        int frame = new String(photo, StandardCharsets.ISO_8859_1).indexOf("\377\300");
        Arrays.fill(photo, frame + 5, frame + 9, (byte) 0xc3);
        refusal(drawing);
        assertThat(memory(() -> assertThat(refusal(drawing)).isInstanceOf(EvidenceRefusal.SideTooLong.class)))
                .isLessThan(1 << 20);
        assertThat(memory(() -> assertThat(refusal(photo)).isInstanceOf(EvidenceRefusal.SideTooLong.class)))
                .isLessThan(1 << 20);
    }

    /** The platform's reader unpacks texts of drawings with a palette. */
    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iCCP", "iTXt"})
    void what_is_packed_beside_the_pixels_is_not_unpacked(String chunk) {
        var start = chunk.equals("iTXt") ? "x\0\1\0\0\0" : "x\0\0";
        var bomb = Pictures.joined(bytes(start), Pictures.zeros(200_000_000));
        var palette = Pictures.png(new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_INDEXED));
        var file = Pictures.withChunk(palette, chunk, bomb);
        cleaned(palette);
        assertThat(memory(() -> assertThat(cleaned(file)).isEqualTo(cleaned(palette))))
                .isLessThan(20_000_000);
    }

    @ParameterizedTest
    @CsvSource({"2280, true", "2300, false"})
    void a_picture_that_takes_more_than_15_MiB_when_drawn_is_refused(int side, boolean isKept) {
        var file = Pictures.png(Pictures.noise(side, side));
        if (isKept) {
            assertThat(cleaned(file).length).isBetween(3 * side * side, Drawing.MOST_STORED);
        } else {
            assertThat(refusal(file)).isInstanceOf(EvidenceRefusal.TooLargeWhenDrawn.class);
        }
    }

    /** Each scan goes over the whole picture. */
    @Test
    void a_photograph_has_at_most_100_scans() {
        int scan = new String(PHOTO, StandardCharsets.ISO_8859_1).indexOf("\377\332");
        var before = Arrays.copyOf(PHOTO, scan);
        var one = Arrays.copyOfRange(PHOTO, scan, PHOTO.length - 2);
        var end = Arrays.copyOfRange(PHOTO, PHOTO.length - 2, PHOTO.length);
        var hundred = IntStream.range(0, 100).mapToObj(i -> one).reduce(before, Pictures::joined);
        assertThat(JpegFile.read(Pictures.joined(hundred, end)).width()).isEqualTo(64);
        assertThat(refusal(Pictures.joined(hundred, one, end))).isEqualTo(new EvidenceRefusal.Damaged(FileType.JPEG));
    }

    // ---- what is none

    @Test
    void a_picture_that_is_cut_off_anywhere_is_refused() {
        for (var file : new byte[][] {Pictures.withExif(PHOTO, 6), DRAWING}) {
            for (int length = 8; length < file.length; length++) {
                assertThat(refusal(Arrays.copyOf(file, length))).isInstanceOf(EvidenceRefusal.Damaged.class);
            }
        }
    }

    @Test
    void a_drawing_with_a_bit_turned_is_refused() {
        var file = DRAWING.clone();
        file[file.length / 2] ^= 1;
        assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.Damaged(FileType.PNG));
    }

    @Test
    void a_drawing_whose_pixels_do_not_unpack_is_refused() {
        var file = Pictures.png(64, 32, 8, 2, 10);
        assertThat(refusal(file)).isEqualTo(new EvidenceRefusal.Damaged(FileType.PNG));
    }

    @Test
    void a_second_size_does_not_count() {
        var second = Pictures.withSegment(PHOTO, 0xc0, new byte[] {8, 0, 8, 0, 8, 1, 1, 0x11, 0});
        assertThat(refusal(second)).isEqualTo(new EvidenceRefusal.Damaged(FileType.JPEG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a\1\0\1\0\0\0\0;",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!doctype html><script>alert(1)</script>",
                "RIFF\0\0\0\0WEBPVP8 ",
                "PK\3\4",
                " %PDF-1.4",
                "{}"
            })
    void what_is_neither_picture_nor_pdf_is_not_known(String file) {
        assertThat(FileType.of(bytes(file))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void a_beginning_is_not_a_file(FileType type) {
        for (var file : new byte[][] {PHOTO, DRAWING, bytes("%PDF-1.4\n%%EOF")}) {
            if (FileType.of(file).orElseThrow() == type) {
                assertThat(refusal(Arrays.copyOf(file, 8))).isEqualTo(new EvidenceRefusal.Damaged(type));
            }
        }
    }
}
