package vn.nguongoc.mongo;

import java.util.Set;

/**
 * Collections whose content is told again from the log wherever it is missing: the read models, how far each follower
 * has read, what it set aside, snapshots. They have a file of their own, which is brought to the disk from time to
 * time, and not with every record.
 */
final class Retold {
    private static final String HISTORY = "history-";
    private static final Set<String> OTHERS =
            Set.of("readModels", "descent", "trackingtokens", "deadletters", "snapshots");

    private Retold() {}

    static boolean is(String collection) {
        return collection.startsWith(HISTORY) || OTHERS.contains(collection);
    }

    /** @param map one of the store's: documents, what is said of them, or an index */
    static boolean isKeptIn(String map) {
        var name = map.replaceFirst("^(databases|meta)\\.", "").replaceFirst("\\._index_.*$", "");
        return is(name.substring(name.indexOf('.') + 1));
    }
}
