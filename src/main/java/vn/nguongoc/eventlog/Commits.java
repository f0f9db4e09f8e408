package vn.nguongoc.eventlog;

import java.util.List;
import java.util.Optional;

/** The narrow port to the database that keeps the log: everything the log needs of one, and nothing else. */
interface Commits {

    /**
     * Inserts in order and stops at the first that collides; what stands before it is stored.
     *
     * @throws Collision if a position, a version or a commit id is taken
     */
    void insertBatch(List<Commit> batch);

    /** The commit with the highest position. */
    Optional<Commit> tail();

    /** At most {@code limit} commits from the first whose position is at or after this, in order. */
    List<Commit> readFrom(long position, int limit);

    /** The commit that holds the event at this position. */
    Optional<Commit> containing(long position);

    Optional<Commit> byCommitId(String commitId);

    /** The commits that hold any of these events, by position, each once. */
    List<Commit> holding(List<Commit.Version> versions);

    /** Something that must be unique was there already. */
    final class Collision extends RuntimeException {
        Collision(Throwable cause) {
            super(cause);
        }
    }
}
