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
    private final MVStore store;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();

    /** How many writes were applied, and how many of them are on the disk; both under {@link #lock}. */
    private long applied;

    private long durable;
    private boolean syncing;

    Durability(MVStore store) {
        this.store = store;
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
            store.commit();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
