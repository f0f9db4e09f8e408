package vn.nguongoc.province;

import java.nio.charset.StandardCharsets;
import vn.nguongoc.shared.Receipt;
import vn.nguongoc.shared.Stamp;

/**
 * Records what one organisation does, one command after the other, each under a key of its own: the same every time, so
 * that ids are the same too, and a province that was interrupted goes on where it stopped. Not for several threads.
 */
final class Clerk {
    private static final String ACTOR = "province";

    private final Books books;
    private final String name;
    private long number;

    Clerk(Books books, String name) {
        this.books = books;
        this.name = name;
    }

    /** For the next command. */
    Stamp stamp() {
        var key = name + "/" + number++;
        return Stamp.of(books.tenant(), key, key.getBytes(StandardCharsets.UTF_8), ACTOR);
    }

    Receipt record(Stamp stamp, Object command) {
        return books.record(stamp, command);
    }

    Receipt record(Object command) {
        return record(stamp(), command);
    }

    void count(int moreLots) {
        books.count(moreLots);
    }
}
