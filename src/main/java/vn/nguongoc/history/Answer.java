package vn.nguongoc.history;

/** An answer as it goes to whoever asked. */
public final class Answer {
    private final byte[] body;
    private final long position;

    Answer(byte[] body, long position) {
        this.body = body;
        this.position = position;
    }

    /** JSON in UTF-8; not to be changed, it may be given to others too. */
    public byte[] body() {
        return body;
    }

    /** Of the last event that any part of it has seen. */
    public long position() {
        return position;
    }
}
