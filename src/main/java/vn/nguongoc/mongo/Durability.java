package vn.nguongoc.mongo;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a write durable before it is answered: committed to the file and synced to the disk. Writers that wait at the
 * same time share one sync. The file is committed only between commands, never within one, so that after a crash every
 * command is there whole, indexes included, or not at all.
 */
final class Durability {
    private static final Logger log = LoggerFactory.getLogger(Durability.class);

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
    private final Runnable before;
    private final LongConsumer witness;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();

    /** How many writes were applied, and how many of them are on the disk; both under {@link #lock}. */
    private long applied;

    private long durable;
    private boolean syncing;

    /** Why nothing can be made durable any more. */
    private @Nullable RuntimeException failure;

    /** Of the one thread that is {@link #syncing}. */
    private long commits;

    /** @param witness is told each version of the store that has been synced */
    Durability(MVStore store, LongConsumer witness) {
        this(store, () -> {}, witness);
    }

    /** @param before brings to the disk what must be there before anything of this store is */
    Durability(MVStore store, Runnable before, LongConsumer witness) {
        this.store = store;
        this.before = before;
        this.witness = witness;
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
     * Returns when all that this thread has applied is on the disk. After a failure nothing is written any more: what a
     * disk once failed to take may be missing though a later sync succeeds, so only opening the file again can tell.
     *
     * @throws IllegalStateException if it cannot be brought there, or something before it could not
     */
    void await() {
        lock.lock();
        try {
            long mine = ++applied;
            while (durable < mine) {
                if (failure != null) {
                    throw new IllegalStateException("the store was closed after a failed write", failure);
                }
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
        RuntimeException failed = null;
        try {
            var version = cut();
            store.executeFilestoreOperation(store::sync); // after what the store still writes by itself
            witness.accept(version);
        } catch (RuntimeException e) {
            failed = e;
        } finally {
            lock.lock();
            syncing = false;
            synced.signalAll();
        }
        if (failed == null) {
            durable = Math.max(durable, covered);
        } else {
            failure = failed;
            log.error("The disk took no more; the data stays as last synced. Restart when the disk is well", failed);
            store.closeImmediately();
        }
    }

    /** What was applied so far is one version from now on, written now or soon: writers wait for the cut alone. */
    private long cut() {
        gate.writeLock().lock();
        try {
            if (++commits % COMMITS_TO_A_COMPACTION == 0) {
                store.compact(LIVE_PERCENT, COMPACTED_BYTES);
            }
            before.run();
            if (store.tryCommit() < 0 && store.hasUnsavedChanges()) {
                store.commit(); // somebody else was at the file
            }
            return store.getCurrentVersion();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
