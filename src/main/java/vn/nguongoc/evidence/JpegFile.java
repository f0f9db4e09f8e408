package vn.nguongoc.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import vn.nguongoc.shared.Refused;

/**
 * Takes a JPEG file apart (ITU-T T.81, annex B): keeps the tables, the frame and its scans. Exif, profiles, comments
 * and what follows the end are left out; of Exif it reads how the picture is to be turned.
 */
final class JpegFile {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int TABLES_OF_CODES = 0xc4;
    private static final int TABLES_OF_STEPS = 0xdb;
    private static final int RESTARTS = 0xdd;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;

    /** Each scan goes over the whole picture again; those that cameras write have 10 (libjpeg-turbo advises 100). */
    static final int MOST_SCANS = 100;

    /** Says that colours are YCbCr, as JFIF and Exif both have them. */
    private static final byte[] COLOURS = HexFormat.of().parseHex("ffe000104a46494600010100000100010000");

    private final ByteBuffer in;
    private final ByteArrayOutputStream essence;
    private int width;
    private int height;
    private int components;
    private int orientation = 1;
    private int scans;
    private boolean saysColours;

    private JpegFile(byte[] file) {
        in = ByteBuffer.wrap(file);
        essence = new ByteArrayOutputStream(file.length);
    }

    /** @throws Refused if it is not whole, or has more scans than pictures have */
    static Picture read(byte[] file) {
        try {
            return new JpegFile(file).picture();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Refused(new EvidenceRefusal.Damaged(FileType.JPEG));
        }
    }

    private Picture picture() {
        require(marker() == START);
        mark(START);
        for (int marker = marker(); marker != END; marker = marker()) {
            segment(marker);
        }
        mark(END);
        require(scans > 0);
        return new Picture(width, height, components, orientation, essence.toByteArray());
    }

    private void segment(int marker) {
        int start = in.position();
        int length = Short.toUnsignedInt(in.getShort());
        var data = in.slice(in.position(), length - 2);
        in.position(start + length);
        switch (marker) {
            case TABLES_OF_CODES, TABLES_OF_STEPS, RESTARTS -> keep(marker, start);
            case SCAN -> scan(marker, start);
            case JFIF -> colours(begins(data, "JFIF\0"));
            case EXIF -> exif(data);
            case ADOBE -> adobe(marker, start, data);
            default -> other(marker, start, data);
        }
    }

    private void exif(ByteBuffer data) {
        if (begins(data, "Exif\0\0")) {
            colours(true);
            orientation = Orientation.of(data.slice(6, data.remaining() - 6));
        }
    }

    private void adobe(int marker, int start, ByteBuffer data) {
        if (begins(data, "Adobe")) {
            keep(marker, start);
        }
    }

    private void other(int marker, int start, ByteBuffer data) {
        boolean isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc8 && marker != 0xcc;
        if (isFrame) {
            require(width == 0);
            height = Short.toUnsignedInt(data.getShort(1));
            width = Short.toUnsignedInt(data.getShort(3));
            components = data.get(5);
            require(width > 0 && height > 0 && components > 0);
            keep(marker, start);
        }
    }

    /** A scan and its pixels, which go on until a marker that is no restart. */
    private void scan(int marker, int start) {
        require(width > 0 && ++scans <= MOST_SCANS);
        for (int at = in.position(); ; at++) {
            if (in.get(at) == (byte) 0xff && endsPixels(in.get(at + 1))) {
                in.position(at);
                keep(marker, start);
                return;
            }
        }
    }

    private static boolean endsPixels(byte after) {
        int code = Byte.toUnsignedInt(after);
        return code != 0 && code != 0xff && (code < 0xd0 || code > 0xd7);
    }

    private void colours(boolean areYcc) {
        if (areYcc && !saysColours && width == 0) {
            essence.writeBytes(COLOURS);
            saysColours = true;
        }
    }

    private int marker() {
        require(in.get() == (byte) 0xff);
        int code = 0xff;
        while (code == 0xff) {
            code = Byte.toUnsignedInt(in.get());
        }
        return code;
    }

    private void keep(int marker, int start) {
        mark(marker);
        essence.write(in.array(), start, in.position() - start);
    }

    private void mark(int marker) {
        essence.write(0xff);
        essence.write(marker);
    }

    private static boolean begins(ByteBuffer data, String name) {
        var start = name.getBytes(StandardCharsets.ISO_8859_1);
        return data.remaining() >= start.length && data.slice(0, start.length).equals(ByteBuffer.wrap(start));
    }

    private static void require(boolean isSo) {
        if (!isSo) {
            throw new IllegalArgumentException("not a JPEG file as it should be");
        }
    }
}
