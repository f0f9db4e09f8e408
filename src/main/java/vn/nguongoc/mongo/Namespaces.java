package vn.nguongoc.mongo;

import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The list of collections that each database keeps, and the collections that are there. A damaged list would make
 * records look as if they had never been: the server opens what is listed and takes the rest for nothing.
 */
final class Namespaces {
    private static final String DOCUMENTS = "databases.";
    private static final String LIST = ".system.namespaces";

    private Namespaces() {}

    /** @throws IllegalStateException if one is listed and not there, or there and not listed */
    static void requireWhole(MVStore records) {
        var there = records.getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> map.substring(DOCUMENTS.length()))
                .collect(Collectors.toSet());
        var databases = there.stream().map(Namespaces::database).collect(Collectors.toSet());
        for (var database : databases) {
            var kept = there.stream()
                    .filter(name -> database(name).equals(database) && isRecorded(name))
                    .collect(Collectors.toSet());
            var listed = listed(records, database);
            if (!listed.equals(kept)) {
                throw new IllegalStateException("it lists the collections " + listed + " but has " + kept);
            }
        }
    }

    private static Set<String> listed(MVStore records, String database) {
        var list = DOCUMENTS + database + LIST;
        if (!records.hasMap(list)) {
            return Set.of();
        }
        MVMap<Object, byte[]> documents = records.openMap(
                list, new MVMap.Builder<Object, byte[]>().keyType(new IdType()).valueType(new DocumentType()));
        return documents.values().stream()
                .map(it -> String.valueOf(DocumentType.decoded(it).get("name")))
                .filter(Namespaces::isRecorded)
                .collect(Collectors.toSet());
    }

    private static String database(String namespace) {
        return namespace.substring(0, namespace.indexOf('.'));
    }

    /** Neither the server's own nor told again from the records. */
    private static boolean isRecorded(String namespace) {
        var collection = namespace.substring(namespace.indexOf('.') + 1);
        return !collection.startsWith("system.") && !Retold.is(collection);
    }
}
