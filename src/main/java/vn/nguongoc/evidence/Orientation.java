package vn.nguongoc.evidence;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * How a camera was held, 1 to 8 (Exif 2.32, 4.6.4, tag 0x0112): 1 upright, 3 upside down, 6 and 8 on a side; the others
 * are mirrored.
 */
final class Orientation {
    private static final short TAG = 0x0112;
    private static final short MAGIC = 42;
    private static final int ENTRY = 12;
    private static final int VALUE = 8;

    private static final Set<Integer> LINES_BACKWARDS = Set.of(2, 3, 7, 8);
    private static final Set<Integer> LAST_LINE_FIRST = Set.of(3, 4, 6, 7);

    private Orientation() {}

    /** What Exif says; 1 where it says nothing that can be read. */
    static int of(ByteBuffer tiff) {
        try {
            return read(tiff);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return 1;
        }
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getShort(2) == MAGIC ? tiff.getInt(4) : -1;
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (tiff.getShort(entry) == TAG) {
                int value = tiff.getShort(entry + VALUE);
                return value < 1 || value > 8 ? 1 : value;
            }
        }
        return 1;
    }

    /** The picture as it is to be seen. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        boolean isOnASide = orientation >= 5;
        int width = picture.getWidth();
        int height = picture.getHeight();
        var turned = isOnASide
                ? new BufferedImage(height, width, picture.getType())
                : new BufferedImage(width, height, picture.getType());
        for (int y = 0; y < height; y++) {
            var line = line(picture, y, LINES_BACKWARDS.contains(orientation));
            int at = LAST_LINE_FIRST.contains(orientation) ? height - 1 - y : y;
            put(turned.getRaster(), line, at, isOnASide);
        }
        return turned;
    }

    private static byte[] line(BufferedImage picture, int y, boolean isBackwards) {
        var line = (byte[]) picture.getRaster().getDataElements(0, y, picture.getWidth(), 1, null);
        int bands = line.length / picture.getWidth();
        if (!isBackwards) {
            return line;
        }
        var backwards = new byte[line.length];
        for (int from = 0; from < line.length; from += bands) {
            System.arraycopy(line, from, backwards, line.length - bands - from, bands);
        }
        return backwards;
    }

    private static void put(WritableRaster picture, byte[] line, int at, boolean asColumn) {
        if (asColumn) {
            picture.setDataElements(at, 0, 1, picture.getHeight(), line);
        } else {
            picture.setDataElements(0, at, picture.getWidth(), 1, line);
        }
    }
}
