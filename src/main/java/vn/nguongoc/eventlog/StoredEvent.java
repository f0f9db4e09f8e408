package vn.nguongoc.eventlog;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the log as its readers see it: the envelope read in one pass, the payload cut out as it is and left for
 * whoever wants it, since a replay reads every entry there ever was.
 */
final class StoredEvent implements DomainEventData<byte[]> {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final byte[] bytes;
    private final Instant recordedAt;
    private @Nullable String type;
    private @Nullable String aggregate;
    private long sequence;
    private @Nullable String id;
    private @Nullable String name;
    private int revision;
    private byte @Nullable [] actor;
    private byte @Nullable [] payload;

    private StoredEvent(byte[] bytes, Instant recordedAt) {
        this.bytes = bytes;
        this.recordedAt = recordedAt;
    }

    /**
     * @param bytes an entry as {@link Envelope} makes it
     * @param recordedAt its commit's, which says the same as the entry
     * @throws tools.jackson.core.JacksonException if they are no JSON
     */
    static StoredEvent read(byte[] bytes, Instant recordedAt) {
        var event = new StoredEvent(bytes, recordedAt);
        try (var json = MAPPER.createParser(bytes)) {
            json.nextToken();
            event.readEnvelope(json);
        }
        return event;
    }

    private void readEnvelope(JsonParser json) {
        for (var field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "actor" -> actor = cut(json);
                case "aggregate" -> readAggregate(json);
                case "event" -> readEvent(json);
                case "payload" -> payload = cut(json);
                default -> json.skipChildren();
            }
        }
    }

    private void readAggregate(JsonParser json) {
        for (var field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "id" -> aggregate = json.getString();
                case "sequence" -> sequence = json.getLongValue();
                case "type" -> type = json.getString();
                default -> json.skipChildren();
            }
        }
    }

    private void readEvent(JsonParser json) {
        for (var field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "id" -> id = json.getString();
                case "name" -> name = json.getString();
                case "revision" -> revision = json.getIntValue();
                default -> json.skipChildren();
            }
        }
    }

    /** The bytes of the value that begins here. */
    private byte[] cut(JsonParser json) {
        var from = (int) json.currentTokenLocation().getByteOffset();
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            json.finishToken();
        }
        json.skipChildren();
        return Arrays.copyOfRange(bytes, from, (int) json.currentLocation().getByteOffset());
    }

    @Override
    public String getType() {
        return requireNonNull(type);
    }

    @Override
    public String getAggregateIdentifier() {
        return requireNonNull(aggregate);
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return requireNonNull(id);
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        var json = "{\"" + Recorder.ACTOR + "\":" + new String(requireNonNull(actor), StandardCharsets.UTF_8) + "}";
        return serialized(json.getBytes(StandardCharsets.UTF_8), MetaData.class.getName(), null);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return serialized(requireNonNull(payload), requireNonNull(name), String.valueOf(revision));
    }

    private static SerializedObject<byte[]> serialized(byte[] data, String name, @Nullable String revision) {
        return new SimpleSerializedObject<>(data, byte[].class, new SimpleSerializedType(name, revision));
    }
}
