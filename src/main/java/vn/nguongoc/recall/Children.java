package vn.nguongoc.recall;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.addToSet;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.RecallId;

/**
 * What was made of each lot, and which recalls have reached it, as far as the log was read. Told the same again it
 * knows no more than before.
 */
@Component
class Children {
    private static final String BATCH = Children.class.getName();
    private static final String CHILDREN = "children";
    private static final String LOT = "lot";
    private static final String AT = "at";
    private static final String RECALLS = "recalls";

    /** Ids asked for in one question. */
    private static final int ASKED = 1_000;

    private final MongoCollection<Document> collection;

    Children(MongoDatabase database) {
        // Whatever is lost of these is told again: the processor's token comes after them.
        collection = database.getCollection("descent").withWriteConcern(WriteConcern.W1);
    }

    // ---- writing

    /** What a batch of events says is written when it ends, before it counts as read. */
    @Nullable
    Object inBatches(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        if (!(work instanceof BatchingUnitOfWork<?> batch)) {
            return chain.proceed();
        }
        if (batch.isFirstMessage()) {
            batch.resources().put(BATCH, new ArrayList<UpdateOneModel<Document>>());
        }
        var result = chain.proceed();
        if (batch.isLastMessage()) {
            write(batch.getResource(BATCH));
        }
        return result;
    }

    /** @param position in the log, of the event that made the children */
    void add(LotId parent, Collection<LotId> children, long position) {
        var documents = children.stream()
                .map(child -> new Document(LOT, child.value()).append(AT, position))
                .toList();
        change(List.of(parent), addEachToSet(CHILDREN, documents));
    }

    /** This recall has reached them. */
    void addRecall(Collection<LotId> lots, RecallId recall) {
        change(lots, addToSet(RECALLS, recall.value()));
    }

    private void change(Collection<LotId> lots, Bson change) {
        var batch = batch();
        var changes = batch == null ? new ArrayList<UpdateOneModel<Document>>() : batch;
        lots.forEach(
                lot -> changes.add(new UpdateOneModel<>(eq(lot.value()), change, new UpdateOptions().upsert(true))));
        if (batch == null) {
            write(changes);
        }
    }

    /** Of the batch at hand, what is not written yet; absent outside of batches. */
    private static @Nullable List<UpdateOneModel<Document>> batch() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(BATCH) : null;
    }

    private void write(List<UpdateOneModel<Document>> changes) {
        if (!changes.isEmpty()) {
            collection.bulkWrite(changes, new BulkWriteOptions().ordered(false));
            changes.clear();
        }
    }

    // ---- reading

    /** What was made of a lot before this position, oldest first. */
    List<LotId> of(LotId parent, long position) {
        return childrenOf(find(List.of(parent)), position);
    }

    /**
     * Notes that a recall has reached this lot, and tells what else it has to reach: what was made of the lot before
     * this position, and of that, and so on, each once, the nearest first. What it has reached is left out, and what
     * was made of that: that was looked for then.
     */
    List<LotId> reach(LotId lot, RecallId recall, long position) {
        var start = find(List.of(lot));
        if (start.stream().noneMatch(it -> hasReached(recall, it))) {
            addRecall(List.of(lot), recall);
        }
        Set<LotId> found = new LinkedHashSet<>();
        var generation = childrenOf(start, position);
        while (!generation.isEmpty()) {
            var known = find(generation);
            var reached = known.stream()
                    .filter(it -> hasReached(recall, it))
                    .map(Children::lot)
                    .collect(Collectors.toSet());
            generation.stream().filter(it -> !reached.contains(it)).forEach(found::add);
            known.removeIf(it -> reached.contains(lot(it)));
            generation = childrenOf(known, position).stream()
                    .filter(it -> !found.contains(it))
                    .toList();
        }
        return List.copyOf(found);
    }

    private static boolean hasReached(RecallId recall, Document lot) {
        return recalls(lot).anyMatch(recall::equals);
    }

    List<RecallId> recallsOf(LotId lot) {
        return find(List.of(lot)).stream().flatMap(Children::recalls).toList();
    }

    private List<Document> find(List<LotId> lots) {
        var batch = batch();
        if (batch != null) {
            write(batch);
        }
        var found = new ArrayList<Document>();
        for (int i = 0; i < lots.size(); i += ASKED) {
            var some = lots.subList(i, Math.min(i + ASKED, lots.size()));
            collection.find(in("_id", some.stream().map(LotId::value).toList())).into(found);
        }
        return found;
    }

    private static LotId lot(Document document) {
        return new LotId(document.getString("_id"));
    }

    private static List<LotId> childrenOf(List<Document> lots, long position) {
        return lots.stream()
                .flatMap(it -> it.getList(CHILDREN, Document.class, List.of()).stream())
                .filter(child -> child.getLong(AT) < position)
                .map(child -> new LotId(child.getString(LOT)))
                .distinct()
                .toList();
    }

    private static Stream<RecallId> recalls(Document document) {
        return document.getList(RECALLS, String.class, List.of()).stream().map(RecallId::new);
    }
}
