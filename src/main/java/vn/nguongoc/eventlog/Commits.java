package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The narrow port to the database that keeps the log: everything the log needs of one, and nothing else. Reads return
 * only what a majority of the database's members holds, which is never taken back; they may lag behind. Any method may
 * throw a {@link RuntimeException} when the database cannot be reached; a batch may then have been stored, or its
 * beginning, or it may still arrive.
 */
interface Commits {

    /**
     * Inserts in order and stops at the first that collides; what stands before it is stored. Returns when a majority
     * has all of it on disk.
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

    /** The commits with any of these ids, in no order. */
    List<Commit> withIds(Collection<String> commitIds);

    /** The commits that hold any of these events, by position, each once. */
    List<Commit> holding(Collection<Commit.Version> versions);

    /**
     * Returns when everything that could be read until now is there for good. A server that does not replicate may show
     * what it has not synced yet; whoever is told that a commit is stored must not lose it to a crash.
     */
    void confirm();

    default Optional<Commit> withId(String commitId) {
        return withIds(List.of(commitId)).stream().findFirst();
    }

    /** Something that must be unique was there already. */
    final class Collision extends RuntimeException {
        Collision(Throwable cause) {
            super(cause);
        }
    }
}
