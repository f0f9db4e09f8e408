package vn.nguongoc.eventlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Ends what another serializer wrote with its CRC-32C, four bytes, so that a damaged copy is an error and not another
 * value: one wrong digit in a token would skip events.
 */
final class Checksummed implements Serializer {
    private final Serializer content;

    Checksummed(Serializer content) {
        this.content = content;
    }

    @Override
    @SuppressWarnings("unchecked") // bytes are the only form there is
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        var plain = content.serialize(object, byte[].class);
        var bytes = plain.getData();
        var checked =
                ByteBuffer.allocate(bytes.length + Integer.BYTES).put(bytes).putInt(checksum(bytes));
        return (SerializedObject<T>) new SimpleSerializedObject<>(checked.array(), byte[].class, plain.getType());
    }

    /** @throws SerializationException if a byte of it changed */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (!(serialized.getData() instanceof byte[] checked) || checked.length < Integer.BYTES) {
            throw new SerializationException(
                    "not checksummed: " + serialized.getType().getName());
        }
        var bytes = Arrays.copyOf(checked, checked.length - Integer.BYTES);
        if (ByteBuffer.wrap(checked).getInt(bytes.length) != checksum(bytes)) {
            throw new SerializationException("damaged: " + serialized.getType().getName());
        }
        return content.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, serialized.getType()));
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return expectedRepresentation == byte[].class;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return content.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        return content.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return content.getConverter();
    }
}
