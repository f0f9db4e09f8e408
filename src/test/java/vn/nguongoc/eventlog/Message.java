package vn.nguongoc.eventlog;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One message of MongoDB's wire protocol, whole: a header of four little-endian int32 (length, id of this message, id
 * of the one it answers, kind), then for the kind OP_MSG a word of flags and a section of kind 0 with the command or
 * the answer.
 *
 * @see <a href="https://github.com/mongodb/specifications/blob/master/source/message/OP_MSG.md">OP_MSG</a>
 */
final class Message {
    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final int BODY = HEADER + Integer.BYTES + 1;

    private final byte[] whole;

    private Message(byte[] whole) {
        this.whole = whole;
    }

    /** The next message, or nothing at the end of the stream. */
    static @Nullable Message read(DataInputStream in) throws IOException {
        var length = new byte[Integer.BYTES];
        try {
            in.readFully(length);
        } catch (EOFException e) {
            return null;
        }
        var whole = Arrays.copyOf(length, int32(length, 0));
        in.readFully(whole, length.length, whole.length - length.length);
        return new Message(whole);
    }

    private static int int32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    int id() {
        return int32(whole, 4);
    }

    int answers() {
        return int32(whole, 8);
    }

    /** The command or the answer; empty for a message of the old kind, with which a connection begins. */
    BsonDocument body() {
        if (int32(whole, 12) != OP_MSG || whole[BODY - 1] != 0) {
            return new BsonDocument();
        }
        return new RawBsonDocument(whole, BODY, int32(whole, BODY));
    }

    boolean isCommand(String name) {
        var body = body();
        return !body.isEmpty() && body.getFirstKey().equals(name);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(whole);
        out.flush();
    }

    void writeHalfTo(OutputStream out) throws IOException {
        out.write(whole, 0, whole.length / 2);
        out.flush();
    }
}
