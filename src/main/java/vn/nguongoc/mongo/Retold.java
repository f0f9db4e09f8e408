package vn.nguongoc.mongo;

import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Collections whose content is told again from the log wherever it is missing: the read models, how far each follower
 * has read, what it set aside, snapshots. They have a file of their own, which is brought to the disk from time to
 * time, and not with every record.
 */
final class Retold {
    private static final String HISTORY = "history-";
    private static final Set<String> OTHERS =
            Set.of("readModels", "descent", "trackingtokens", "deadletters", "snapshots");

    private static final String TOLD_FROM = "told.from";
    private static final String VERSION = "version";

    private Retold() {}

    /** Notes the version of the records that it is told from. */
    static void note(MVStore retold, long version) {
        retold.<String, Long>openMap(TOLD_FROM).put(VERSION, version);
    }

    /** The version of the records that it was told from, or a later one; 0 where nothing was told. */
    static long toldFrom(MVStore retold) {
        return retold.<String, Long>openMap(TOLD_FROM).getOrDefault(VERSION, 0L);
    }

    static boolean is(String collection) {
        return collection.startsWith(HISTORY) || OTHERS.contains(collection);
    }

    /** @param map one of the store's: documents, what is said of them, or an index */
    static boolean isKeptIn(String map) {
        var name = map.replaceFirst("^(databases|meta)\\.", "").replaceFirst("\\._index_.*$", "");
        return is(name.substring(name.indexOf('.') + 1));
    }
}
