package vn.nguongoc.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault as the log may tell it: its kind, where it happened, what led to it. What a library says of it may quote
 * whatever was sent, a name or a password, so only words of our own code are told: they name ids, never people.
 */
final class Unquoted extends Throwable {
    private static final String OURS = "vn.nguongoc.";

    private Unquoted(String told, @Nullable Throwable cause) {
        super(told, cause, false, true);
    }

    /** Of a fault and all that caused it. */
    static Throwable of(Throwable fault) {
        return of(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable of(Throwable fault, Set<Throwable> told) {
        told.add(fault);
        var cause = fault.getCause();
        var unquoted = new Unquoted(words(fault), cause == null || told.contains(cause) ? null : of(cause, told));
        unquoted.setStackTrace(fault.getStackTrace());
        return unquoted;
    }

    private static String words(Throwable fault) {
        var trace = fault.getStackTrace();
        var isOurs = trace.length > 0 && trace[0].getClassName().startsWith(OURS);
        return isOurs && fault.getMessage() != null
                ? fault.getClass().getName() + ": " + fault.getMessage()
                : fault.getClass().getName();
    }

    /** Instead of this class's own name, which says nothing. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
