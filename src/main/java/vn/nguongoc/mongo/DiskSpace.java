package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;

/**
 * Keeps the disk under the store from filling up to the last byte: a file that could be written only in part would have
 * to be closed, and readers with it. Below the reserve writes are refused, as MongoDB does, and reads go on.
 *
 * @param directory where the store is
 * @param reserveBytes what must stay free
 */
record DiskSpace(Path directory, long reserveBytes) {
    private static final long RESERVE_BYTES = 32L << 20;
    private static final int OUT_OF_DISK_SPACE = 14031;

    DiskSpace(Path directory) {
        this(directory, RESERVE_BYTES);
    }

    void refuseToStartIfLow() {
        if (isLow()) {
            throw new StoreUnavailable(
                    "The disk is full: less than " + megabytes() + " MB are free at " + directory,
                    "Make room, or name another directory with --nguongoc.mongo.directory=…",
                    null);
        }
    }

    void refuseIfLow() {
        if (isLow()) {
            throw new MongoServerError(
                    OUT_OF_DISK_SPACE,
                    "OutOfDiskSpace",
                    "less than " + megabytes() + " MB are free at " + directory + ": nothing is written");
        }
    }

    private boolean isLow() {
        return directory.toFile().getUsableSpace() < reserveBytes; // one system call, asked before every write
    }

    private long megabytes() {
        return reserveBytes >> 20;
    }
}
