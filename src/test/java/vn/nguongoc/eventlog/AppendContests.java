package vn.nguongoc.eventlog;

import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.bson.Document;

/**
 * Appending of single-event commits, serialization included, against the bare driver and against axon-mongo's engine.
 * The bare driver inserts the very documents that our side stored just before, ready made.
 */
final class AppendContests {
    private static final int CALLERS = 64;
    private static final int EVENTS = Integer.getInteger("benchmark.appends", 4000);
    private static final int ONE_BY_ONE = Integer.getInteger("benchmark.single-appends", 500);
    private static final int BATCH = 100;

    private AppendContests() {}

    static String manyCallers(BenchmarkServer server) throws Exception {
        try (var log = new BenchmarkLog(server.freshDatabase("append"))) {
            var documents = new Copied(log, EVENTS);
            return new Contest(
                            "durable append, 64 callers",
                            "raw `insertMany` of the same documents, 100 at a time",
                            Contest.Goal.atLeast(0.8),
                            "events/s",
                            () -> documents.stored(Work.perSecond(CALLERS, EVENTS, log::appendToANewLot)),
                            () -> insertMany(log, documents.take()))
                    .row();
        }
    }

    private static double insertMany(BenchmarkLog log, List<Document> documents) {
        var ordered = new InsertManyOptions().ordered(true);
        var start = System.nanoTime();
        for (int i = 0; i < documents.size(); i += BATCH) {
            log.raw().insertMany(documents.subList(i, Math.min(i + BATCH, documents.size())), ordered);
        }
        return documents.size() * 1e9 / (System.nanoTime() - start);
    }

    static String oneCaller(BenchmarkServer server) throws Exception {
        try (var log = new BenchmarkLog(server.freshDatabase("single"))) {
            var documents = new Copied(log, ONE_BY_ONE);
            return new Contest(
                            "one caller's append, median",
                            "raw `insertOne` of the same documents, median",
                            Contest.Goal.atMost(1.3),
                            "µs",
                            () -> documents.stored(Work.medianMicros(ONE_BY_ONE, log::appendToANewLot)),
                            () -> {
                                var each = documents.take().iterator();
                                return Work.medianMicros(
                                        ONE_BY_ONE, () -> log.raw().insertOne(each.next()));
                            })
                    .row();
        }
    }

    static String axon(BenchmarkServer server, String name, StorageStrategy strategy) throws Exception {
        try (var log = new BenchmarkLog(server.freshDatabase("ours"))) {
            var theirs = axonEngine(server, strategy);
            return new Contest(
                            "durable append, 64 callers",
                            "axon-mongo 4.12.0's engine, " + name,
                            Contest.Goal.atLeast(4),
                            "events/s",
                            () -> Work.perSecond(CALLERS, EVENTS, log::appendToANewLot),
                            () -> Work.perSecond(CALLERS, EVENTS, () -> {
                                List<EventMessage<?>> one = List.of(BenchmarkEvent.message(log.newLot(), 0));
                                theirs.appendEvents(one);
                            }))
                    .row();
        }
    }

    /** Its client asks for majority and journal as ours does; its constructor makes its indexes. */
    private static MongoEventStorageEngine axonEngine(BenchmarkServer server, StorageStrategy strategy) {
        return MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(
                                server.client(), server.freshDatabase("axon").getName())
                        .build())
                .storageStrategy(strategy)
                .eventSerializer(BenchmarkLog.SERIALIZER)
                .snapshotSerializer(BenchmarkLog.SERIALIZER)
                .build();
    }

    /**
     * What our side has stored and their side has not inserted yet; a round's worth in hand, since who begins
     * alternates.
     */
    private static final class Copied {
        private final BenchmarkLog log;
        private final int count;
        private final Deque<List<Document>> waiting = new ArrayDeque<>();

        Copied(BenchmarkLog log, int count) throws Exception {
            this.log = log;
            this.count = count;
            stored(Work.perSecond(CALLERS, count, log::appendToANewLot));
        }

        /** Remembers the last documents and hands the figure on. */
        double stored(double figure) {
            waiting.add(log.last(count));
            return figure;
        }

        List<Document> take() {
            return waiting.remove();
        }
    }
}
