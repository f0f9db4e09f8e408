package vn.nguongoc.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as its readers see it: the payload is cut out as it is and left for whoever wants it, since a
 * replay reads every entry there ever was.
 *
 * @param type of the aggregate
 * @param id of the event
 * @param payload as JSON, under the name and revision that it was stored as
 * @param metaData who recorded it
 */
record StoredEvent(
        String type,
        String aggregate,
        long sequence,
        String id,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metaData,
        Instant recordedAt)
        implements DomainEventData<byte[]> {

    /**
     * @param bytes an entry as {@link Envelope} makes it
     * @param recordedAt its commit's, which says the same as the entry
     * @throws IllegalArgumentException if they are something else
     */
    static StoredEvent read(byte[] bytes, Instant recordedAt) {
        var envelope = new EnvelopeBytes(bytes);
        var actor = envelope.after("{\"actor\":").string();
        var aggregate = envelope.after(",\"aggregate\":{\"id\":").text();
        var sequence = envelope.after(",\"sequence\":").number();
        var type = envelope.after(",\"type\":").text();
        var id = envelope.after("},\"event\":{\"id\":").text();
        var name = envelope.after(",\"name\":").text();
        var revision = envelope.after(",\"revision\":").number();
        var payload = serialized(envelope.after("},\"payload\":").payload(), name, String.valueOf(revision));
        return new StoredEvent(type, aggregate, sequence, id, payload, metaData(actor), recordedAt);
    }

    /** @param actor as JSON */
    private static SerializedObject<byte[]> metaData(byte[] actor) {
        var json = "{\"" + Recorder.ACTOR + "\":" + new String(actor, StandardCharsets.UTF_8) + "}";
        return serialized(json.getBytes(StandardCharsets.UTF_8), MetaData.class.getName(), null);
    }

    private static SerializedObject<byte[]> serialized(byte[] data, String name, @Nullable String revision) {
        return new SimpleSerializedObject<>(data, byte[].class, new SimpleSerializedType(name, revision));
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregate;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return id;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metaData;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }
}
