package vn.nguongoc.mongo;

import org.jspecify.annotations.Nullable;

/** The data cannot be used, and the service does not start; nothing in it was changed. */
public final class StoreUnavailable extends RuntimeException {
    private final String remedy;

    /**
     * @param message what is wrong, in a sentence without credentials
     * @param remedy what whoever starts the service can do
     */
    public StoreUnavailable(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What whoever starts the service can do. */
    public String remedy() {
        return remedy;
    }
}
