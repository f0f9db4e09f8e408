package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents as BSON, in the file and in memory: one is taken apart when it is asked for, not whenever a page is read or
 * written on which it lies with others. H2 by itself would write them by Java serialization: twice the bytes, slowly.
 */
final class DocumentType extends BasicDataType<byte[]> {
    /** What a value costs beside its bytes; a guess that decides how many documents share a page. */
    static final int OVERHEAD = 32;

    private static final int USUAL_BYTES = 512;

    static byte[] encoded(Document document) {
        var buffer = Unpooled.buffer(USUAL_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        var bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decoded(byte[] document) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
    }

    @Override
    public int getMemory(byte[] document) {
        return OVERHEAD + document.length;
    }

    @Override
    public void write(WriteBuffer target, byte[] document) {
        target.put(document);
    }

    /** A document begins with its length, these four bytes included; a damaged one says more than there is. */
    @Override
    public byte[] read(ByteBuffer source) {
        var length = Integer.reverseBytes(source.getInt(source.position()));
        var document = source.slice(source.position(), length);
        source.position(source.position() + length);
        var bytes = new byte[length];
        document.get(bytes);
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
