package vn.nguongoc.scan;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;

/** What documents of scans have in common. */
final class ScanDocuments {
    private ScanDocuments() {}

    static MongoCollection<Document> collection(MongoDatabase database, String name) {
        return database.withWriteConcern(WriteConcern.W1).getCollection(name);
    }

    static Map<String, Integer> numbers(Document document) {
        return document.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> ((Number) it.getValue()).intValue(), Integer::sum, TreeMap::new));
    }

    static Document fields(Document document, String name) {
        return Optional.ofNullable(document.get(name, Document.class)).orElseGet(Document::new);
    }

    /** What is there already stays as it is. */
    static void insertNew(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(it -> it.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }
}
