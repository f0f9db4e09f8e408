package vn.nguongoc.eventlog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * The commit document, straight from and to BSON: a replay would spend more time on maps than on the events in them.
 */
final class CommitCodec implements Codec<Commit> {
    static final String POSITION = "_id";
    static final String COMMIT_ID = "cid";
    static final String VERSIONS = "versions";

    private static final String REQUEST = "request";
    private static final String RECORDED_AT = "recordedAt";
    private static final String LOG_TIME = "logTime";
    private static final String EVENTS = "events";
    private static final String BYTES = "bytes";
    private static final String LEAVES = "leaves";

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }

    @Override
    public void encode(BsonWriter to, Commit commit, EncoderContext context) {
        var draft = commit.draft();
        to.writeStartDocument();
        to.writeInt64(POSITION, commit.position());
        to.writeString(COMMIT_ID, draft.commitId());
        each(
                to,
                VERSIONS,
                commit,
                (writer, entry) -> writer.writeString(entry.version().toString()));
        to.writeDateTime(RECORDED_AT, draft.recordedAt().toEpochMilli());
        to.writeDateTime(LOG_TIME, commit.logTime().toEpochMilli());
        each(to, EVENTS, commit, (writer, entry) -> {
            writer.writeStartDocument();
            writer.writeBinaryData(BYTES, new BsonBinary(entry.bytes()));
            writer.writeEndDocument();
        });
        each(to, LEAVES, commit, (writer, entry) -> writer.writeBinaryData(new BsonBinary(entry.leaf())));
        if (draft.request() != null) {
            to.writeString(REQUEST, draft.request());
        }
        to.writeEndDocument();
    }

    private static void each(BsonWriter to, String name, Commit commit, BiConsumer<BsonWriter, Commit.Entry> one) {
        to.writeStartArray(name);
        commit.entries().forEach(entry -> one.accept(to, entry));
        to.writeEndArray();
    }

    @Override
    public Commit decode(BsonReader from, DecoderContext context) {
        var fields = new Fields();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            fields.read(from.readName(), from);
        }
        from.readEndDocument();
        return fields.commit();
    }

    /** What has been read of a document, whatever the order it comes in. */
    private static final class Fields {
        private @Nullable Long position;
        private @Nullable String commitId;
        private @Nullable String request;
        private @Nullable Instant recordedAt;
        private @Nullable Instant logTime;
        private List<String> versions = List.of();
        private List<byte[]> events = List.of();
        private List<byte[]> leaves = List.of();

        void read(String name, BsonReader from) {
            switch (name) {
                case POSITION -> position = from.readInt64();
                case COMMIT_ID -> commitId = from.readString();
                case REQUEST -> request = from.readString();
                case RECORDED_AT -> recordedAt = Instant.ofEpochMilli(from.readDateTime());
                case LOG_TIME -> logTime = Instant.ofEpochMilli(from.readDateTime());
                case VERSIONS -> versions = all(from, from::readString);
                case EVENTS -> events = all(from, () -> bytes(from));
                case LEAVES -> leaves = all(from, () -> from.readBinaryData().getData());
                default -> from.skipValue();
            }
        }

        private static <T> List<T> all(BsonReader from, Supplier<T> one) {
            var all = new ArrayList<T>();
            from.readStartArray();
            while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
                all.add(one.get());
            }
            from.readEndArray();
            return all;
        }

        private static byte[] bytes(BsonReader from) {
            from.readStartDocument();
            var bytes = from.readBinaryData(BYTES).getData();
            from.readEndDocument();
            return bytes;
        }

        Commit commit() {
            var entries = new ArrayList<Commit.Entry>(versions.size());
            for (int i = 0; i < versions.size(); i++) {
                entries.add(new Commit.Entry(Commit.Version.parse(versions.get(i)), events.get(i), leaves.get(i)));
            }
            var draft = new Draft(requireNonNull(commitId), request, requireNonNull(recordedAt), entries);
            return new Commit(requireNonNull(position), requireNonNull(logTime), draft);
        }
    }
}
