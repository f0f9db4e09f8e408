package vn.nguongoc.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.nguongoc.shared.Refused;

/**
 * Draws a picture anew: what can be seen is left, and where it was taken, by what, and whatever was hidden in the file
 * is gone. How large it will be is looked at before anything of that size is made.
 */
final class Drawing {
    /** A photograph of 6,000 × 4,000. */
    static final long MOST_PIXELS = 24_000_000;

    static final long LONGEST_SIDE = 10_000;

    /** At most so many bytes are drawn into at once, twice so many while a picture is turned. */
    private static final long MOST_BYTES = 4 * MOST_PIXELS;

    /** A document of MongoDB holds 16 MiB. */
    static final int MOST_STORED = 15 << 20;

    private static final float QUALITY = 0.85f;

    private Drawing() {}

    /** @throws Refused if it is larger than pictures may be, or cannot be drawn */
    static byte[] anew(FileType type, Picture picture) {
        requireSize(picture);
        var drawn = write(type, draw(type, picture));
        if (drawn.length > MOST_STORED) {
            throw new Refused(new EvidenceRefusal.TooLargeWhenDrawn(drawn.length, MOST_STORED));
        }
        return drawn;
    }

    private static void requireSize(Picture picture) {
        long width = picture.width();
        long height = picture.height();
        if (Math.max(width, height) > LONGEST_SIDE) {
            throw new Refused(new EvidenceRefusal.SideTooLong(width, height, LONGEST_SIDE));
        }
        long limit = Math.min(MOST_PIXELS, MOST_BYTES / picture.bytesPerPixel());
        if (width * height > limit) {
            throw new Refused(new EvidenceRefusal.TooManyPixels(width, height, limit));
        }
    }

    private static BufferedImage draw(FileType type, Picture picture) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.essence()))) {
            reader.setInput(in, true, true);
            return Orientation.upright(reader.read(0), picture.orientation());
        } catch (IOException | RuntimeException e) {
            // The platform's readers fail in every way there is on what is no picture.
            throw new Refused(new EvidenceRefusal.Damaged(type));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] write(FileType type, BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
