package vn.nguongoc.eventlog;

import org.jspecify.annotations.Nullable;

/** A line of the oplog. Two members hold the same line if it is the same object. */
final class OplogEntry {
    private final int term;
    private final @Nullable Commit commit;
    private boolean decided;

    private OplogEntry(int term, @Nullable Commit commit) {
        this.term = term;
        this.commit = commit;
    }

    static OplogEntry beginning(int term) {
        return new OplogEntry(term, null);
    }

    static OplogEntry of(int term, Commit commit) {
        return new OplogEntry(term, commit);
    }

    int term() {
        return term;
    }

    void addTo(UniqueIndexes indexes) {
        if (commit != null) {
            indexes.add(commit);
        }
    }

    void takeBackFrom(UniqueIndexes indexes) {
        if (decided) {
            throw new IllegalStateException("the simulator rolled back what a majority held");
        }
        if (commit != null) {
            indexes.remove(commit);
        }
    }

    void decide() {
        decided = true;
    }

    /** Whether a majority holds it, so that it stays. */
    boolean isDecided() {
        return decided;
    }
}
