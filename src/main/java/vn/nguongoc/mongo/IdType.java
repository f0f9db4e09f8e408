package vn.nguongoc.mongo;

import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/**
 * Ids of documents, in the file and in order as H2 has them by itself; texts and numbers, which nearly all are, are
 * compared without asking first what they are.
 */
final class IdType extends ObjectDataType {
    @Override
    public int compare(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String text && b instanceof String other) {
            return text.compareTo(other);
        }
        if (a instanceof Long number && b instanceof Long other) {
            return number.compareTo(other);
        }
        return super.compare(a, b);
    }
}
