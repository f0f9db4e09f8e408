package vn.nguongoc.province;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a cooperative will do on which day: on all its fields one day after the other, not one field after the other.
 */
final class Calendar {
    private final List<Entry> entries = new ArrayList<>();

    /** Something to be done at that time. */
    interface Work {
        void on(OffsetDateTime at);
    }

    private record Entry(OffsetDateTime at, Work work) {}

    void note(OffsetDateTime at, Work work) {
        entries.add(new Entry(at, work));
    }

    /** In the order of time, and what is at one time as it was noted. */
    void live() {
        entries.sort(Comparator.comparing(entry -> entry.at().toInstant()));
        entries.forEach(entry -> entry.work().on(entry.at()));
    }
}
