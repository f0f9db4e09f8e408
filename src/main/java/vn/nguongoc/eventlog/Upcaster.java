package vn.nguongoc.eventlog;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the payload of an event that was stored under an older revision to the next one, whenever it is read. What is
 * stored stays as it is: its bytes are hashed.
 *
 * @param name the event's stored name
 * @param fromRevision the revision that it takes; what it makes is of the one after
 * @param change may change the payload it is given, and returns the payload to go on with
 */
public record Upcaster(String name, int fromRevision, UnaryOperator<ObjectNode> change) {

    /** For a field that has another name from the next revision on and means the same. */
    public static Upcaster renaming(String name, int fromRevision, String field, String becomes) {
        return new Upcaster(name, fromRevision, payload -> {
            var value = payload.remove(field);
            return value == null ? payload : payload.set(becomes, value);
        });
    }

    ObjectNode upcast(ObjectNode payload) {
        return change.apply(payload);
    }
}
