package vn.nguongoc.lists;

/**
 * A part of a list: places from {@code from} on and below {@code below}.
 *
 * @param from a place, or a text that begins one
 */
record Span(String from, String below) {
    private static final String BEFORE_ALL = "";

    /** Comes after every character of a key. */
    private static final String AFTER_ALL = "~";

    static final Span ALL = new Span(BEFORE_ALL, AFTER_ALL);

    /** What is left of it behind this place. */
    Span after(String place) {
        return new Span(place + AFTER_ALL, below);
    }

    /** Only places that begin with this text or come after those that do. */
    Span startingAt(String beginning) {
        return from.compareTo(beginning) < 0 ? new Span(beginning, below) : this;
    }

    /** Only places that begin with this text or come before those that do. */
    Span endingWith(String beginning) {
        return new Span(from, beginning + AFTER_ALL);
    }
}
