package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How far each follower of the log has come. A token that is damaged is thrown away and its follower starts at the
 * beginning: what it saw before it recognises, so nothing is skipped and nothing counted twice.
 */
public final class Tokens extends MongoTokenStore {
    static final Serializer SERIALIZER = new Checksummed(onlyAxon());

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    private static final String COLLECTION = "trackingtokens";
    private static final int SEGMENT = 0;
    private static final TrackingToken BEGINNING = new GlobalSequenceTrackingToken(-1);

    private final MongoCollection<Document> collection;

    Tokens(Builder builder, MongoDatabase database) {
        super(builder);
        this.collection = database.getCollection(COLLECTION);
    }

    /** Tokens name their class; of all classes only Axon's own are let in. */
    private static Serializer onlyAxon() {
        var validator = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(validator))
                .build();
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
        return document == null ? OptionalLong.empty() : position(document);
    }

    /** Names of all that follow or followed this log. */
    public Set<String> followers() {
        return collection.distinct("processorName", String.class).into(new TreeSet<>());
    }

    /** Of a follower that is no more. */
    public void forget(String follower) {
        collection.deleteMany(eq("processorName", follower));
    }

    /** The furthest that any follower of the log in this database has come; empty if there is none. */
    static OptionalLong furthest(MongoDatabase database) {
        return database.getCollection(COLLECTION).find().map(Tokens::position).into(new ArrayList<>()).stream()
                .flatMapToLong(OptionalLong::stream)
                .max();
    }

    private static OptionalLong position(Document document) {
        if (!(document.get("token") instanceof Binary token)) {
            return OptionalLong.empty();
        }
        try {
            var serialized =
                    new SimpleSerializedObject<>(token.getData(), byte[].class, document.getString("tokenType"), null);
            return SERIALIZER.deserialize(serialized) instanceof TrackingToken read
                    ? read.position()
                    : OptionalLong.empty();
        } catch (SerializationException e) {
            return OptionalLong.empty(); // whoever follows will mend it
        }
    }
}
