package vn.nguongoc.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks once along an entry's bytes. They have one form only, the one that is hashed (see {@link Envelope}), so what
 * comes next is always known and the payload, which is most of it, need not be looked at: its end is found from the
 * other side.
 */
final class EnvelopeBytes {
    private static final byte[] RECORDED_AT = ascii(",\"recordedAt\":\"");
    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
    private static final int HEX_OF_A_LEAF = 64;

    private final byte[] bytes;
    private int at;

    EnvelopeBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IllegalArgumentException if something else comes next */
    EnvelopeBytes after(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            require(at < bytes.length && bytes[at] == ascii.charAt(i));
            at++;
        }
        return this;
    }

    private boolean isHere(byte[] ascii, int from) {
        return from >= 0
                && from + ascii.length <= bytes.length
                && Arrays.equals(bytes, from, from + ascii.length, ascii, 0, ascii.length);
    }

    /** The string that begins here as it stands, in its quotes. */
    byte[] string() {
        var from = at;
        require(at < bytes.length && bytes[at] == '"');
        for (at++; byteAt(at) != '"'; at++) {
            at += byteAt(at) == '\\' ? 1 : 0;
        }
        return Arrays.copyOfRange(bytes, from, ++at);
    }

    /** The string that begins here; our own names have nothing to escape. */
    String text() {
        require(byteAt(at) == '"');
        var from = ++at;
        while (byteAt(at) != '"') {
            require(byteAt(at) != '\\');
            at++;
        }
        return new String(bytes, from, at++ - from, StandardCharsets.UTF_8);
    }

    long number() {
        var from = at;
        long number = 0;
        for (; byteAt(at) >= '0' && byteAt(at) <= '9'; at++) {
            number = Math.addExact(Math.multiplyExact(number, 10L), byteAt(at) - '0');
        }
        require(at > from);
        return number;
    }

    /** The payload that begins here and, where it ends, the end of the entry. */
    byte[] payload() {
        var end = beforeRecordedAt();
        var previous = end - HEX_OF_A_LEAF - 1 - PREVIOUS.length;
        if (byteAt(end - 1) == '"') {
            require(isHere(PREVIOUS, previous));
            end = previous;
        }
        require(end > at && byteAt(at) == '{' && byteAt(end - 1) == '}');
        return Arrays.copyOfRange(bytes, at, end);
    }

    private int beforeRecordedAt() {
        require(bytes.length > 2 && bytes[bytes.length - 2] == '"' && bytes[bytes.length - 1] == '}');
        var quote = bytes.length - 3;
        while (byteAt(quote) != '"') {
            quote--;
        }
        var from = quote + 1 - RECORDED_AT.length;
        require(isHere(RECORDED_AT, from));
        return from;
    }

    private byte byteAt(int index) {
        require(index >= 0 && index < bytes.length);
        return bytes[index];
    }

    private void require(boolean asItShouldBe) {
        if (!asItShouldBe) {
            throw new IllegalArgumentException("no entry of the log, from byte " + at);
        }
    }
}
