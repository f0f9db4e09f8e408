package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.eq;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last known state of aggregates that live long, so that a plot of ten seasons is read as fast as a new one. A
 * snapshot is only a shortcut: one that is damaged, or that was made by other code than what runs now, is passed over,
 * the aggregate is read from its events, and in time a new one takes its place.
 */
final class Snapshots {
    static final String COLLECTION = "snapshots";

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final MongoCollection<Document> collection;
    private final Serializer serializer = new Checksummed(Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(Snapshots::fieldsOnly)
            .build());

    Snapshots(MongoDatabase database) {
        // Nobody waits for a shortcut to be on the disk.
        collection = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.W1);
    }

    private static void fieldsOnly(JsonMapper.Builder json) {
        EventSerializer.customise(json);
        json.changeDefaultVisibility(it -> it.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.PUBLIC_ONLY)
                .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY));
    }

    /** Reads and writes states: their fields, whatever their visibility. */
    Serializer serializer() {
        return serializer;
    }

    /** Keeps this as its aggregate's last known state. */
    void store(DomainEventMessage<?> snapshot) {
        var state = snapshot.serializePayload(serializer, byte[].class);
        var id = snapshot.getAggregateIdentifier();
        var document = new Document("_id", id)
                .append("type", snapshot.getType())
                .append("sequence", snapshot.getSequenceNumber())
                .append("event", snapshot.getIdentifier())
                .append("at", Date.from(snapshot.getTimestamp()))
                .append("class", state.getType().getName())
                .append("code", Code.of(snapshot.getPayloadType()))
                .append("state", new Binary(state.getData()));
        collection.replaceOne(eq(id), document, new ReplaceOptions().upsert(true));
    }

    /** The last known state of this aggregate, if there is one that can be relied on. */
    Optional<DomainEventData<byte[]>> read(String aggregate) {
        return Optional.ofNullable(collection.find(eq(aggregate)).first()).flatMap(this::reliable);
    }

    private Optional<DomainEventData<byte[]>> reliable(Document document) {
        try {
            var type = document.getString("class");
            var state = document.get("state", Binary.class).getData();
            var code = Code.of(Class.forName(type));
            if (!code.equals(document.getString("code"))) {
                return Optional.empty();
            }
            serializer.deserialize(new SimpleSerializedObject<>(state, byte[].class, type, null));
            return Optional.of(data(document, type, state));
        } catch (SerializationException | ClassNotFoundException | ClassCastException | NullPointerException e) {
            log.warn(
                    "The snapshot of {} is unusable and passed over: {}",
                    document.get("_id"),
                    String.valueOf(e.getCause() == null ? e : e.getCause()));
            return Optional.empty();
        }
    }

    private DomainEventData<byte[]> data(Document document, String type, byte[] state) {
        Instant at = document.getDate("at").toInstant();
        return new GenericDomainEventEntry<>(
                document.getString("type"),
                document.getString("_id"),
                document.getLong("sequence"),
                document.getString("event"),
                at,
                type,
                null,
                state,
                serializer.serialize(MetaData.emptyInstance(), byte[].class).getData());
    }
}
