package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each follower of the log has come. A token that is damaged is thrown away and its follower starts at the
 * beginning: what it saw before it recognises, so nothing is skipped and nothing counted twice.
 */
public final class Tokens extends MongoTokenStore {
    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    private static final int SEGMENT = 0;
    private static final TrackingToken BEGINNING = new GlobalSequenceTrackingToken(-1);

    private final MongoCollection<Document> collection;
    private final Serializer serializer;

    Tokens(Builder builder, MongoDatabase database, Serializer serializer) {
        super(builder);
        this.collection = database.getCollection("trackingtokens");
        this.serializer = serializer;
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        try {
            return super.fetchToken(processor, segment);
        } catch (SerializationException e) {
            log.error("The token of {} is unreadable; it starts again at the beginning of the log", processor, e);
            storeToken(BEGINNING, processor, segment);
            return BEGINNING;
        }
    }

    /**
     * Position of the last event that this follower has handled and noted, in whatever process it runs; empty if it
     * never did, or nobody can tell.
     */
    public OptionalLong position(String processor) {
        var document = collection
                .find(and(eq("processorName", processor), eq("segment", SEGMENT)))
                .first();
        if (document == null || !(document.get("token") instanceof Binary token)) {
            return OptionalLong.empty();
        }
        try {
            TrackingToken read = serializer.deserialize(
                    new SimpleSerializedObject<>(token.getData(), byte[].class, document.getString("tokenType"), null));
            return read.position();
        } catch (SerializationException e) {
            return OptionalLong.empty(); // whoever follows will mend it
        }
    }
}
