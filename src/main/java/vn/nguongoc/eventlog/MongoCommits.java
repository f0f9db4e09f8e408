package vn.nguongoc.eventlog;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The log in the MongoDB collection {@code commits}. Every read here is by {@code _id} range or by equality on a unique
 * index, which both MongoDB and the embedded server answer without scanning.
 */
final class MongoCommits implements Commits {
    static final String COLLECTION = "commits";

    private static final String POSITION = "_id";
    private static final String COMMIT_ID = "cid";
    private static final String REQUEST = "request";
    private static final String VERSIONS = "versions";
    private static final String RECORDED_AT = "recordedAt";
    private static final String LOG_TIME = "logTime";
    private static final String EVENTS = "events";
    private static final String BYTES = "bytes";
    private static final String LEAVES = "leaves";

    /** Well under what any server takes at once (MongoDB 48 MB, the embedded one 16 MB); a larger commit goes alone. */
    private static final long LARGEST_MESSAGE = 8L << 20;

    private static final int BESIDE_THE_BYTES = 1024;

    private final MongoCollection<Document> collection;

    /** @param timeout after which a call that got no answer is in doubt */
    MongoCommits(MongoDatabase database, Duration timeout) {
        var commits = database.getCollection(COLLECTION);
        index(commits);
        collection = commits.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    static void index(MongoCollection<Document> commits) {
        commits.createIndex(ascending(COMMIT_ID), new IndexOptions().unique(true));
        commits.createIndex(ascending(VERSIONS), new IndexOptions().unique(true));
    }

    @Override
    public void insertBatch(List<Commit> batch) {
        messages(batch).forEach(this::insert);
    }

    private void insert(List<Commit> message) {
        try {
            collection.insertMany(message.stream().map(MongoCommits::document).toList());
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
        return one(collection.find().sort(Sorts.descending(POSITION)).limit(1).first());
    }

    @Override
    public List<Commit> readFrom(long position, int limit) {
        return collection
                .find(gte(POSITION, position))
                .sort(Sorts.ascending(POSITION))
                .limit(limit)
                .map(MongoCommits::commit)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Commit> containing(long position) {
        return one(collection
                        .find(lte(POSITION, position))
                        .sort(Sorts.descending(POSITION))
                        .limit(1)
                        .first())
                .filter(commit -> position < commit.next());
    }

    @Override
    public List<Commit> withIds(Collection<String> commitIds) {
        return collection
                .find(in(COMMIT_ID, commitIds))
                .map(MongoCommits::commit)
                .into(new ArrayList<>());
    }

    @Override
    public List<Commit> holding(Collection<Commit.Version> versions) {
        var byPosition = new TreeMap<Long, Commit>();
        collection
                .find(in(
                        VERSIONS,
                        versions.stream().map(Commit.Version::toString).toList()))
                .map(MongoCommits::commit)
                .forEach(commit -> byPosition.put(commit.position(), commit));
        return List.copyOf(byPosition.values());
    }

    private static Optional<Commit> one(@org.jspecify.annotations.Nullable Document document) {
        return Optional.ofNullable(document).map(MongoCommits::commit);
    }

    private static Document document(Commit commit) {
        var draft = commit.draft();
        var document = new Document(POSITION, commit.position())
                .append(COMMIT_ID, draft.commitId())
                .append(
                        VERSIONS,
                        draft.versions().stream().map(Commit.Version::toString).toList())
                .append(RECORDED_AT, Date.from(draft.recordedAt()))
                .append(LOG_TIME, Date.from(commit.logTime()))
                .append(EVENTS, each(draft, entry -> new Document(BYTES, new Binary(entry.bytes()))))
                .append(LEAVES, each(draft, entry -> new Binary(entry.leaf())));
        if (draft.request() != null) {
            document.append(REQUEST, draft.request());
        }
        return document;
    }

    private static <T> List<T> each(Draft draft, Function<Commit.Entry, T> part) {
        return draft.entries().stream().map(part).toList();
    }

    private static Commit commit(Document document) {
        var versions = document.getList(VERSIONS, String.class);
        var events = document.getList(EVENTS, Document.class);
        var leaves = document.getList(LEAVES, Binary.class);
        var entries = new ArrayList<Commit.Entry>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            entries.add(new Commit.Entry(
                    Commit.Version.parse(versions.get(i)),
                    events.get(i).get(BYTES, Binary.class).getData(),
                    leaves.get(i).getData()));
        }
        var draft = new Draft(
                document.getString(COMMIT_ID),
                document.getString(REQUEST),
                document.getDate(RECORDED_AT).toInstant(),
                entries);
        return new Commit(document.getLong(POSITION), document.getDate(LOG_TIME).toInstant(), draft);
    }
}
