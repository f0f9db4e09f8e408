package vn.nguongoc.buyer.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A page as it is sent, laid out and compressed once, with a place in it for a few words of its own. The compressed
 * page is put together from what stands before and after those words, compressed by themselves, and the words as they
 * are: RFC 1951 lets blocks of both kinds follow each other.
 */
final class RenderedPage {
    /** Where the words go. */
    static final String PLACE = "<!--unit-->";

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int GZIP_TRAILER = 8;
    private static final int STORED_HEADER = 5;
    private static final int MOST_STORED = 0xffff;
    private static final int MASK = 0xffff;

    private final byte[] before;
    private final byte[] after;
    private final byte[] beforeCompressed;
    private final byte[] afterCompressed;

    /** @param html with the {@link #PLACE} once */
    RenderedPage(String html) {
        var place = html.indexOf(PLACE);
        before = html.substring(0, place).getBytes(StandardCharsets.UTF_8);
        after = html.substring(place + PLACE.length()).getBytes(StandardCharsets.UTF_8);
        beforeCompressed = deflated(before, false);
        afterCompressed = deflated(after, true);
    }

    /** Blocks that end at a whole byte; the last of a stream says so. */
    private static byte[] deflated(byte[] plain, boolean isLast) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            if (isLast) {
                deflater.finish();
            }
            var bytes = new ByteArrayOutputStream();
            var buffer = new byte[1 << 13];
            for (int read = next(deflater, buffer); read > 0; read = next(deflater, buffer)) {
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static int next(Deflater deflater, byte[] buffer) {
        return deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
    }

    int bytes() {
        return before.length + after.length + beforeCompressed.length + afterCompressed.length;
    }

    /** @param words HTML in UTF-8, empty for none */
    byte[] plain(byte[] words) {
        return ByteBuffer.allocate(before.length + words.length + after.length)
                .put(before)
                .put(words)
                .put(after)
                .array();
    }

    /**
     * The same in gzip.
     *
     * @param words at most 65,535 bytes
     */
    byte[] compressed(byte[] words) {
        if (words.length > MOST_STORED) {
            throw new IllegalArgumentException(words.length + " bytes");
        }
        var sum = new CRC32();
        sum.update(before);
        sum.update(words);
        sum.update(after);
        return ByteBuffer.allocate(GZIP_HEADER.length
                        + beforeCompressed.length
                        + STORED_HEADER
                        + words.length
                        + afterCompressed.length
                        + GZIP_TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(GZIP_HEADER)
                .put(beforeCompressed)
                .put((byte) 0)
                .putShort((short) words.length)
                .putShort((short) (words.length ^ MASK))
                .put(words)
                .put(afterCompressed)
                .putInt((int) sum.getValue())
                .putInt(before.length + words.length + after.length)
                .array();
    }
}
