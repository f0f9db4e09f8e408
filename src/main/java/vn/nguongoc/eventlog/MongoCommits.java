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
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * The log in the MongoDB collection {@code commits}. Every read here is by {@code _id} range or by equality on a unique
 * index, which both MongoDB and the embedded server answer without scanning.
 */
final class MongoCommits implements Commits {
    private final MongoCollection<Commit> collection;

    /** @param timeout after which a call that got no answer is in doubt */
    MongoCommits(MongoDatabase database, Duration timeout) {
        var commits = database.getCollection("commits", Commit.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new CommitCodec()), database.getCodecRegistry()));
        commits.createIndex(ascending(COMMIT_ID), new IndexOptions().unique(true));
        commits.createIndex(ascending(VERSIONS), new IndexOptions().unique(true));
        collection = commits.withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void insertBatch(List<Commit> batch) {
        try {
            collection.insertMany(batch);
        } catch (MongoBulkWriteException e) {
            var collided = e.getWriteErrors().stream()
                    .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            throw collided ? new Collision(e) : e;
        }
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
