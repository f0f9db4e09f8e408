package vn.nguongoc.history;

/** An answer as it goes to whoever asked. */
public final class Answer {
    private final byte[] body;
    private final long version;

    public Answer(byte[] body, long version) {
        this.body = body;
        this.version = version;
    }

    /** JSON in UTF-8; not to be changed, it may be given to others too. */
    public byte[] body() {
        return body;
    }

    /** Grows whenever any part of it changes. */
    public long version() {
        return version;
    }
}
