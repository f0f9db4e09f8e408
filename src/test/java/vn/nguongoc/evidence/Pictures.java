package vn.nguongoc.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Photographs as phones and mischief make them. */
final class Pictures {
    static final String CAMERA = "MAY-ANH-CUA-BA-NAM";

    /** 9° 36' 12.34" as Exif has it. */
    static final byte[] LATITUDE = ByteBuffer.allocate(24)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(9)
            .putInt(1)
            .putInt(36)
            .putInt(1)
            .putInt(1234)
            .putInt(100)
            .array();

    private Pictures() {}

    /** Four fields: red and green above blue and white. */
    static BufferedImage fields(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var above = x < width / 2 ? Color.RED : Color.GREEN;
                var below = x < width / 2 ? Color.BLUE : Color.WHITE;
                picture.setRGB(x, y, (y < height / 2 ? above : below).getRGB());
            }
        }
        return picture;
    }

    static BufferedImage noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pixels = new byte[3 * width * height];
        new Random(20261128).nextBytes(pixels);
        picture.getRaster().setDataElements(0, 0, width, height, pixels);
        return picture;
    }

    static byte[] jpeg(BufferedImage picture) {
        return written(picture, "jpeg");
    }

    static byte[] png(BufferedImage picture) {
        return written(picture, "png");
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static BufferedImage drawn(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JPEG with Exif in the place of JFIF, as phones write it: camera, orientation, and where it was taken. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var camera = (CAMERA + "\0").getBytes(StandardCharsets.US_ASCII);
        int gps = 8 + 2 + 3 * 12 + 4;
        int data = gps + 2 + 2 * 12 + 4;
        var tiff = ByteBuffer.allocate(data + LATITUDE.length + camera.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 3);
        entry(tiff, 0x010f, 2, camera.length, data + LATITUDE.length);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0).putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, data);
        tiff.putInt(0).put(LATITUDE).put(camera);
        int afterJfif = 20;
        var bare = joined(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, afterJfif, jpeg.length));
        return withSegment(bare, 0xe1, joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array()));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A JPEG with one more segment after its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        var head = ByteBuffer.allocate(6)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2));
        return joined(head.array(), data, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG with one more chunk after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        int header = 8 + 25;
        return joined(Arrays.copyOf(png, header), chunk(type, data), Arrays.copyOfRange(png, header, png.length));
    }

    static byte[] chunk(String type, byte[] data) {
        var body = joined(type.getBytes(StandardCharsets.US_ASCII), data);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG of black pixels that says it is so large; its lines are packed one by one. */
    static byte[] png(int width, int height, int bits, int colourType, long bytesOfPixels) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) colourType);
        var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return joined(
                signature,
                chunk("IHDR", header.array()),
                chunk("IDAT", zeros(bytesOfPixels)),
                chunk("IEND", new byte[0]));
    }

    /** So many zeros, packed. */
    static byte[] zeros(long count) {
        var out = new ByteArrayOutputStream();
        var line = new byte[1 << 16];
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            for (long left = count; left > 0; left -= line.length) {
                deflater.write(line, 0, (int) Math.min(left, line.length));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Whether these bytes stand anywhere in a file. */
    static boolean holds(byte[] file, byte[] part) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    static boolean holds(byte[] file, String part) {
        return holds(file, part.getBytes(StandardCharsets.UTF_8));
    }
}
