package vn.nguongoc.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import vn.nguongoc.shared.Refused;

/**
 * Takes a PNG file apart (W3C PNG, third edition, 5 and 11): keeps its header, palette, transparency and pixels. Texts
 * and profiles, which unpack to any size, are not looked at, and of moving pictures the first is left.
 */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int TYPE = 4;
    private static final int HEADER = 13;
    private static final Set<String> KEPT = Set.of("PLTE", "tRNS", "IDAT", "IEND");

    private PngFile() {}

    /** @throws Refused if it is not whole */
    static Picture read(byte[] file) {
        try {
            var in = ByteBuffer.wrap(file).position(SIGNATURE);
            var essence = new ByteArrayOutputStream(file.length);
            essence.write(file, 0, SIGNATURE);
            var header = chunk(in, essence, Set.of("IHDR"));
            while (!chunk(in, essence, KEPT).is("IEND")) {}
            return picture(header, essence.toByteArray());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new Refused(new EvidenceRefusal.Damaged(FileType.PNG));
        }
    }

    private static Picture picture(Chunk header, byte[] essence) {
        var data = header.data();
        if (!header.is("IHDR") || data.remaining() != HEADER) {
            throw new IllegalArgumentException("no header");
        }
        int width = data.getInt();
        int height = data.getInt();
        int bits = data.get() * channels(data.get());
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no size");
        }
        return new Picture(width, height, (bits + 7) / 8, 1, essence);
    }

    private static int channels(int colourType) {
        return switch (colourType) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw new IllegalArgumentException("colour type " + colourType);
        };
    }

    private record Chunk(String type, ByteBuffer data) {
        boolean is(String other) {
            return type.equals(other);
        }
    }

    /** Reads the next chunk and copies it if it is one of these; a second header is none. */
    private static Chunk chunk(ByteBuffer in, ByteArrayOutputStream essence, Set<String> kept) {
        int start = in.position();
        int length = in.getInt();
        var body = slice(in, TYPE + length);
        var sum = new CRC32();
        sum.update(body.duplicate());
        if (in.getInt() != (int) sum.getValue()) {
            throw new IllegalArgumentException("a chunk's sum is wrong");
        }
        var type = StandardCharsets.ISO_8859_1.decode(body.slice(0, TYPE)).toString();
        if (kept.contains(type)) {
            var whole = new byte[in.position() - start];
            in.get(start, whole);
            essence.writeBytes(whole);
        }
        return new Chunk(type, body.slice(TYPE, length));
    }

    private static ByteBuffer slice(ByteBuffer in, int length) {
        if (length < TYPE || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }
}
