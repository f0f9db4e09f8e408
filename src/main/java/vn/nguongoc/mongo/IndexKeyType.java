package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys of unique indexes: BSON in the file and a total order in which a key is found without encoding it. H2 by itself
 * would serialise both keys at every comparison, some twenty times for one look-up.
 */
final class IndexKeyType extends BasicDataType<KeyValue> {
    private static final DocumentType DOCUMENTS = new DocumentType();
    private static final byte END = BsonConstants.TERMINATING_BYTE;

    /** Of a document with one text, what is not the text: two lengths, a kind, a name and three ends. */
    private static final int AROUND_ONE_TEXT = 4 + 1 + 1 + 1 + 4 + 1 + 1;

    /** Of that, what comes before the text; its last four bytes are the length of the text and its end. */
    private static final int BEFORE_ONE_TEXT = AROUND_ONE_TEXT - 1 - 1;

    @Override
    public int compare(KeyValue a, KeyValue b) {
        var order = Integer.compare(a.size(), b.size());
        for (int i = 0; order == 0 && i < a.size(); i++) {
            order = compareValues(present(a.get(i)), present(b.get(i)));
        }
        return order;
    }

    /** By kind, then by value; what is neither text nor number by its bytes. */
    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String text && b instanceof String other) {
            return text.compareTo(other);
        }
        if (a instanceof Double number && b instanceof Double other) {
            return number.compareTo(other);
        }
        var kind = BsonEncoder.determineType(a);
        var order = Byte.compare(kind, BsonEncoder.determineType(b));
        return order != 0 ? order : Arrays.compareUnsigned(bytes(kind, a), bytes(kind, b));
    }

    private static byte[] bytes(byte kind, @Nullable Object value) {
        var buffer = Unpooled.buffer();
        BsonEncoder.encodeValue(kind, value, buffer);
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    /** In an index, absent and null are one. */
    private static @Nullable Object present(@Nullable Object value) {
        return value instanceof Missing ? null : value;
    }

    @Override
    public int getMemory(KeyValue key) {
        int memory = 0;
        for (int i = 0; i < key.size(); i++) {
            memory += DocumentType.OVERHEAD + (key.get(i) instanceof String text ? text.length() : 0);
        }
        return memory;
    }

    /** A document {@code {"0": …, "1": …}}. */
    @Override
    public void write(WriteBuffer target, KeyValue key) {
        if (key.size() == 1 && key.get(0) instanceof String text) {
            write(target, text.getBytes(StandardCharsets.UTF_8));
        } else {
            writeAny(target, key);
        }
    }

    /** One text, as nearly all keys are, without a buffer of its own: each record writes some pages full of them. */
    private static void write(WriteBuffer target, byte[] text) {
        target.putInt(Integer.reverseBytes(AROUND_ONE_TEXT + text.length));
        target.put(BsonConstants.TYPE_UTF8_STRING).put((byte) '0').put(END);
        target.putInt(Integer.reverseBytes(text.length + 1)).put(text).put(END);
        target.put(END);
    }

    private static void writeAny(WriteBuffer target, KeyValue key) {
        var buffer = Unpooled.buffer();
        buffer.writeIntLE(0); // the length, when it is known
        for (int i = 0; i < key.size(); i++) {
            var value = present(key.get(i));
            var kind = BsonEncoder.determineType(value);
            buffer.writeByte(kind);
            buffer.writeCharSequence(String.valueOf(i), StandardCharsets.US_ASCII);
            buffer.writeByte(0);
            BsonEncoder.encodeValue(kind, value, buffer);
        }
        buffer.writeByte(0);
        buffer.setIntLE(0, buffer.writerIndex());
        target.put(buffer.nioBuffer());
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        var bytes = DOCUMENTS.read(source);
        return isOneText(bytes)
                ? new KeyValue(
                        new String(bytes, BEFORE_ONE_TEXT, bytes.length - AROUND_ONE_TEXT, StandardCharsets.UTF_8))
                : new KeyValue(DocumentType.decoded(bytes).values());
    }

    /** Whose length leaves no room for a second field. */
    private static boolean isOneText(byte[] document) {
        return document.length >= AROUND_ONE_TEXT
                && document[4] == BsonConstants.TYPE_UTF8_STRING
                && length(document, BEFORE_ONE_TEXT - 4) == document.length - AROUND_ONE_TEXT + 1;
    }

    private static int length(byte[] document, int at) {
        return ByteBuffer.wrap(document).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
