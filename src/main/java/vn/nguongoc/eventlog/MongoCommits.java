package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static vn.nguongoc.eventlog.CommitCodec.COMMIT_ID;
import static vn.nguongoc.eventlog.CommitCodec.POSITION;
import static vn.nguongoc.eventlog.CommitCodec.VERSIONS;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * The log in the MongoDB collection {@code commits}. Every read here is by {@code _id} range or by equality on a unique
 * index, which both MongoDB and the embedded server answer without scanning.
 */
final class MongoCommits implements Commits {
    static final String COLLECTION = "commits";

    /** Well under what any server takes at once (MongoDB 48 MB, the embedded one 16 MB); a larger commit goes alone. */
    private static final long LARGEST_MESSAGE = 8L << 20;

    private static final int BESIDE_THE_BYTES = 1024;

    private static final Document CONFIRMATION = new Document("_id", "read");

    private final MongoCollection<Commit> collection;
    private final MongoCollection<Document> confirmations;

    /** @param timeout after which a call that got no answer is in doubt */
    MongoCommits(MongoDatabase database, Duration timeout) {
        index(database.getCollection(COLLECTION));
        confirmations = database.getCollection("confirmations")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        collection = database.getCollection(COLLECTION, Commit.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new CommitCodec()), database.getCodecRegistry()))
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    static void index(MongoCollection<?> commits) {
        commits.createIndex(ascending(COMMIT_ID), new IndexOptions().unique(true));
        commits.createIndex(ascending(VERSIONS), new IndexOptions().unique(true));
    }

    @Override
    public void insertBatch(List<Commit> batch) {
        messages(batch).forEach(this::insert);
    }

    private void insert(List<Commit> message) {
        try {
            collection.insertMany(message);
        } catch (MongoBulkWriteException e) {
            var collided = e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            throw collided ? new Collision(e) : e;
        }
    }

    /**
     * What goes in one message each. The driver, too, splits what is too large for one, but sends the next part even
     * when no majority confirmed the one before: a new primary could then get the end of a batch without its beginning.
     */
    static List<List<Commit>> messages(List<Commit> batch) {
        var messages = new ArrayList<List<Commit>>();
        long size = 0;
        for (var commit : batch) {
            long more = commit.entries().stream()
                    .mapToLong(entry -> entry.bytes().length + BESIDE_THE_BYTES)
                    .sum();
            size += more;
            if (messages.isEmpty() || size > LARGEST_MESSAGE) {
                messages.add(new ArrayList<>());
                size = more;
            }
            messages.getLast().add(commit);
        }
        return messages;
    }

    @Override
    public Optional<Commit> tail() {
        return Optional.ofNullable(
                collection.find().sort(Sorts.descending(POSITION)).limit(1).first());
    }

    @Override
    public List<Commit> readFrom(long position, int limit) {
        return collection
                .find(gte(POSITION, position))
                .sort(Sorts.ascending(POSITION))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Commit> containing(long position) {
        return Optional.ofNullable(collection
                        .find(lte(POSITION, position))
                        .sort(Sorts.descending(POSITION))
                        .limit(1)
                        .first())
                .filter(commit -> position < commit.next());
    }

    @Override
    public List<Commit> withIds(Collection<String> commitIds) {
        return collection.find(in(COMMIT_ID, commitIds)).into(new ArrayList<>());
    }

    @Override
    public void confirm() {
        confirmations.replaceOne(
                CONFIRMATION, CONFIRMATION, new ReplaceOptions().upsert(true)); // durable only after all else
    }

    @Override
    public List<Commit> holding(Collection<Commit.Version> versions) {
        var byPosition = new TreeMap<Long, Commit>();
        collection
                .find(in(
                        VERSIONS,
                        versions.stream().map(Commit.Version::toString).toList()))
                .forEach(commit -> byPosition.put(commit.position(), commit));
        return List.copyOf(byPosition.values());
    }
}
