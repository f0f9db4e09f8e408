package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the store's file as BSON. H2 by itself would write them by Java serialization: twice the bytes, slowly.
 */
final class DocumentType extends BasicDataType<Document> {
    /** What a value costs beside its bytes; a guess that decides how many documents share a page. */
    private static final int OVERHEAD = 32;

    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    /** Some bytes more or less: it is asked for every document that is inserted. */
    static int memory(@Nullable Object value) {
        return OVERHEAD
                + switch (value) {
                    case String text -> text.length();
                    case BinData binary -> binary.getData().length;
                    case Collection<?> many ->
                        many.stream().mapToInt(DocumentType::memory).sum();
                    case Document fields ->
                        fields.values().stream().mapToInt(DocumentType::memory).sum();
                    case null, default -> 0;
                };
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        target.put(encoded(document).nioBuffer());
    }

    @Override
    public Document read(ByteBuffer source) {
        var start = source.position();
        var length = source.slice().order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        source.position(start + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(source.slice(start, length)));
    }

    private static ByteBuf encoded(Document document) {
        var buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return buffer;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
