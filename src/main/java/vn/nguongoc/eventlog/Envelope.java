package vn.nguongoc.eventlog;

import java.time.Instant;
import java.util.HexFormat;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is hashed of an event: its names, its place in its aggregate, who recorded it when, and its payload. */
final class Envelope {
    private Envelope() {}

    /**
     * The entry's bytes: canonical JSON, which {@link StoredEvent} reads.
     *
     * @param previous leaf hash of the aggregate's event before this one, absent for its first
     */
    static byte[] of(
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
        return CanonicalJson.bytes(json);
    }
}
