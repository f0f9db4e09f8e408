package vn.nguongoc.eventlog;

import java.time.Instant;
import java.util.HexFormat;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is hashed of an event: its names, its place in its aggregate, who recorded it when, and its payload. */
record Envelope(JsonNode json) implements DomainEventData<JsonNode> {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Envelope read(byte[] bytes) {
        return new Envelope(MAPPER.readTree(bytes));
    }

    /** @param previous leaf hash of the aggregate's event before this one, absent for its first */
    static Envelope of(
            SerializedObject<JsonNode> payload,
            String eventId,
            String aggregateType,
            Commit.Version version,
            String actor,
            Instant recordedAt,
            byte @Nullable [] previous) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("actor", actor);
        json.putObject("aggregate")
                .put("id", version.aggregate())
                .put("sequence", version.sequence())
                .put("type", aggregateType);
        json.putObject("event")
                .put("id", eventId)
                .put("name", payload.getType().getName())
                .put("revision", Integer.parseInt(payload.getType().getRevision()));
        json.set("payload", payload.getData());
        if (previous != null) {
            json.put("previous", HexFormat.of().formatHex(previous));
        }
        json.put("recordedAt", recordedAt.toString());
        return new Envelope(json);
    }

    byte[] bytes() {
        return CanonicalJson.bytes(json);
    }

    String name() {
        return json.get("event").get("name").stringValue();
    }

    int revision() {
        return json.get("event").get("revision").intValue();
    }

    String actor() {
        return json.get("actor").stringValue();
    }

    @Override
    public String getType() {
        return json.get("aggregate").get("type").stringValue();
    }

    @Override
    public String getAggregateIdentifier() {
        return json.get("aggregate").get("id").stringValue();
    }

    @Override
    public long getSequenceNumber() {
        return json.get("aggregate").get("sequence").longValue();
    }

    @Override
    public String getEventIdentifier() {
        return json.get("event").get("id").stringValue();
    }

    @Override
    public Instant getTimestamp() {
        return Instant.parse(json.get("recordedAt").stringValue());
    }

    @Override
    public SerializedObject<JsonNode> getMetaData() {
        ObjectNode metaData = JsonNodeFactory.instance.objectNode();
        metaData.put(Recorder.ACTOR, actor());
        return serialized(metaData, MetaData.class.getName(), null);
    }

    @Override
    public SerializedObject<JsonNode> getPayload() {
        return serialized(json.get("payload"), name(), String.valueOf(revision()));
    }

    private static SerializedObject<JsonNode> serialized(JsonNode data, String name, @Nullable String revision) {
        return new SimpleSerializedObject<>(data, JsonNode.class, new SimpleSerializedType(name, revision));
    }
}
