package vn.nguongoc.mongo;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes a write durable before it is answered: committed to the file and synced to the disk. Writers that wait at the
 * same time share one sync. The file is committed only between commands, never within one, so that after a crash every
 * command is there whole, indexes included, or not at all.
 */
final class Durability {
    /**
     * Every so many commits, where less of the file than this is live, about this much of it is written anew together
     * with the commit, so that the room it took before can be used again. Without it each commit of a few hundred bytes
     * would make the file larger by the pages around them, some 25 KB.
     */
    private static final int COMMITS_TO_A_COMPACTION = 64;

    private static final int LIVE_PERCENT = 60;
    private static final int COMPACTED_BYTES = 1 << 20;

    /**
     * How long room that holds nothing live is left alone. H2's default of 45 s allows for disks that are never synced;
     * here what replaced it is synced before anything else is written.
     */
    private static final int RETENTION_MILLISECONDS = 1_000;

    private final MVStore store;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();

    /** How many writes were applied, and how many of them are on the disk; both under {@link #lock}. */
    private long applied;

    private long durable;
    private boolean syncing;

    /** Of the one thread that is {@link #syncing}. */
    private long commits;

    Durability(MVStore store) {
        this.store = store;
        store.setRetentionTime(RETENTION_MILLISECONDS);
    }

    /** Applies a command's changes; the file is not committed in the meantime. */
    <T> T apply(Supplier<T> command) {
        gate.readLock().lock();
        try {
            return command.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Returns when all that this thread has applied is on the disk.
     *
     * @throws org.h2.mvstore.MVStoreException if it cannot be brought there
     */
    void await() {
        lock.lock();
        try {
            long mine = ++applied;
            while (durable < mine) {
                if (syncing) {
                    synced.awaitUninterruptibly();
                } else {
                    syncForAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void syncForAll() {
        syncing = true;
        long covered = applied;
        lock.unlock();
        try {
            commit();
            store.sync();
        } finally {
            lock.lock();
            syncing = false;
            synced.signalAll();
        }
        durable = Math.max(durable, covered);
    }

    private void commit() {
        gate.writeLock().lock();
        try {
            if (++commits % COMMITS_TO_A_COMPACTION == 0) {
                store.compact(LIVE_PERCENT, COMPACTED_BYTES);
            }
            store.commit();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
