package vn.nguongoc.recall;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.addToSet;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.RecallId;

/**
 * What was made of each lot, and which recalls hold it, as far as the log was read. Told the same again it knows no
 * more than before.
 */
@Component
class Children {
    private static final String CHILDREN = "children";
    private static final String LOT = "lot";
    private static final String AT = "at";
    private static final String RECALLS = "recalls";

    private final MongoCollection<Document> collection;

    Children(MongoDatabase database) {
        // Whatever is lost of these is told again: the processor's token, which is journalled, comes after them.
        collection = database.getCollection("descent").withWriteConcern(WriteConcern.W1);
    }

    /** @param position in the log, of the event that made the children */
    void add(LotId parent, Collection<LotId> children, long position) {
        var documents = children.stream()
                .map(child -> new Document(LOT, child.value()).append(AT, position))
                .toList();
        change(parent, addEachToSet(CHILDREN, documents));
    }

    /** What was made of a lot before this position, oldest first. */
    List<LotId> of(LotId parent, long position) {
        return find(parent).stream()
                .flatMap(it -> it.getList(CHILDREN, Document.class, List.of()).stream())
                .filter(child -> child.getLong(AT) < position)
                .map(child -> new LotId(child.getString(LOT)))
                .toList();
    }

    void addRecall(LotId lot, RecallId recall) {
        change(lot, addToSet(RECALLS, recall.value()));
    }

    List<RecallId> recallsOf(LotId lot) {
        return find(lot).stream()
                .flatMap(it -> it.getList(RECALLS, String.class, List.of()).stream())
                .map(RecallId::new)
                .toList();
    }

    private Optional<Document> find(LotId lot) {
        return Optional.ofNullable(collection.find(eq(lot.value())).first());
    }

    private void change(LotId lot, Bson change) {
        collection.updateOne(eq(lot.value()), change, new UpdateOptions().upsert(true));
    }
}
