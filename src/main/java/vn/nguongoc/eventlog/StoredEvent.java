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
 * @param name under which the event is stored
 * @param actor as JSON
 * @param payload as JSON
 */
record StoredEvent(
        String type,
        String aggregate,
        long sequence,
        String id,
        String name,
        int revision,
        byte[] actor,
        byte[] payload,
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
        var revision = (int) envelope.after(",\"revision\":").number();
        var payload = envelope.after("},\"payload\":").payload();
        return new StoredEvent(type, aggregate, sequence, id, name, revision, actor, payload, recordedAt);
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
        var json = "{\"" + Recorder.ACTOR + "\":" + new String(actor, StandardCharsets.UTF_8) + "}";
        return serialized(json.getBytes(StandardCharsets.UTF_8), MetaData.class.getName(), null);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return serialized(payload, name, String.valueOf(revision));
    }

    private static SerializedObject<byte[]> serialized(byte[] data, String name, @Nullable String revision) {
        return new SimpleSerializedObject<>(data, byte[].class, new SimpleSerializedType(name, revision));
    }
}
