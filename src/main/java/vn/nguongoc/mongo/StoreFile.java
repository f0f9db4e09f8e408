package vn.nguongoc.mongo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The files in which the embedded server keeps its data. Whatever stands against opening them is said in a sentence.
 */
final class StoreFile {
    static final String NAME = "store.mv";

    /** Beside it, what is told again from it where it is missing. */
    static final String RETOLD = "views.mv";

    /**
     * What the bytes in the files mean: BSON, in the order of {@link IndexKeyType}. Up when a version reads them
     * otherwise.
     */
    private static final int FORMAT = 2;

    /** Had everything in one file, and ids once more in an index of their own. */
    private static final int ALL_IN_ONE = 1;

    /** Of pages read, at most; H2 would keep 16 MB, too little for the indexes of a million events. */
    private static final int CACHE_MEGABYTES = 64;

    /**
     * A page is written whole when anything on it changes. H2 would make them 16 KB; in indexes whose next key may be
     * anywhere, a quarter of that is a quarter of what is written with each commit.
     */
    private static final int PAGE_BYTES = 4 << 10;

    /**
     * Milliseconds until H2 would commit by itself, which it is not to do. With any delay at all it has threads of its
     * own that write what was committed, while others already change the next version.
     */
    private static final int NEVER_BY_ITSELF = Integer.MAX_VALUE;

    private static final String TAKE_AWAY =
            "Records are in another file. Take " + RETOLD + " away: what was in it is told again from them.";

    private static final String ELSEWHERE = "Name another directory with --nguongoc.mongo.directory=…";

    private final Path directory;

    private StoreFile(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Opens the store in this directory, or makes one where there is nothing.
     *
     * @throws StoreUnavailable if that cannot be done; nothing is changed then
     */
    static MVStore open(Path directory) {
        return new StoreFile(directory).open();
    }

    /**
     * Opens what is told again from the store, or makes it where it is missing.
     *
     * @throws StoreUnavailable if that cannot be done; nothing is changed then
     */
    static MVStore openRetold(Path directory) {
        return new StoreFile(directory).openRetold();
    }

    /** @throws StoreUnavailable if no store was ever made in this directory */
    static void requireIn(Path directory) {
        if (!Files.exists(directory.resolve(NAME))) {
            throw unavailable(
                    "There is no store in " + directory.toAbsolutePath().normalize(), ELSEWHERE, null);
        }
    }

    private MVStore open() {
        try {
            Files.createDirectories(directory);
            refuseIfNotOurs();
        } catch (AccessDeniedException e) {
            throw notAllowed(e);
        } catch (IOException e) {
            throw unavailable("The directory " + directory + " cannot be made: " + e.getMessage(), ELSEWHERE, e);
        }
        new DiskSpace(directory).refuseToStartIfLow();
        var store = openFile(NAME);
        var format = store.getMapNames().isEmpty() ? FORMAT : store.getStoreVersion();
        if (format == ALL_IN_ONE) {
            store.getMapNames().stream()
                    .filter(map -> map.endsWith("._index__id_") || Retold.isKeptIn(map))
                    .forEach(store::removeMap);
        } else if (format != FORMAT) {
            store.closeImmediately();
            throw format > FORMAT ? newer(null) : notAStore(null);
        }
        store.setStoreVersion(FORMAT);
        return store;
    }

    private MVStore openRetold() {
        try {
            var store = openFile(RETOLD);
            store.setStoreVersion(FORMAT);
            store.setAutoCommitDelay(NEVER_BY_ITSELF);
            return store;
        } catch (StoreUnavailable e) {
            throw unavailable(directory.resolve(RETOLD) + " cannot be opened", TAKE_AWAY, e);
        }
    }

    /** As after the records were brought back from a backup. */
    static StoreUnavailable aheadOfTheRecords(Path directory) {
        return unavailable(
                directory.resolve(RETOLD) + " was told from records that " + NAME + " does not have", TAKE_AWAY, null);
    }

    private void refuseIfNotOurs() throws IOException {
        var file = directory.resolve(NAME);
        if (Files.exists(file)) {
            if (!Files.isReadable(file) || !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            return;
        }
        if (!Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
        try (Stream<Path> entries = Files.list(directory)) {
            var other = entries.map(it -> it.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("lost+found"))
                    .findAny();
            if (other.isPresent()) {
                throw unavailable(
                        "The directory " + directory + " holds something else than nguongoc's data: " + other.get(),
                        "Name an empty directory, or one that nguongoc made, with --nguongoc.mongo.directory=…",
                        null);
            }
        }
    }

    private MVStore openFile(String name) {
        try {
            // Committed by the backend between commands, not by a timer in the midst of one.
            return new MVStore.Builder()
                    .fileName(directory.resolve(name).toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
        } catch (MVStoreException e) {
            throw notOpened(e);
        } catch (RuntimeException | AssertionError | OutOfMemoryError e) {
            throw notAStore(e); // H2 does not foresee every damage, and believes every length
        }
    }

    private StoreUnavailable notOpened(MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                unavailable(
                        "The data in " + directory + " is in use",
                        "Is another nguongoc running on it? Stop that one, or name another directory with"
                                + " --nguongoc.mongo.directory=…",
                        e);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT -> newer(e);
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
                unavailable("The data in " + directory + " cannot be read: " + e.getMessage(), "Is the disk well?", e);
            default -> notAStore(e);
        };
    }

    private StoreUnavailable newer(@Nullable Throwable cause) {
        return unavailable(
                "The data in " + directory + " was written by a newer version",
                "Start the version that wrote it, or a later one.",
                cause);
    }

    private StoreUnavailable notAStore(@Nullable Throwable cause) {
        return damaged(directory, cause);
    }

    static StoreUnavailable damaged(Path directory, @Nullable Throwable cause) {
        return unavailable(
                directory.resolve(NAME) + " is not a store of nguongoc, or it is damaged"
                        + (cause == null ? "" : ": " + cause.getMessage()),
                "Bring it back from a backup, or name another directory with --nguongoc.mongo.directory=…",
                cause);
    }

    private StoreUnavailable notAllowed(AccessDeniedException e) {
        return unavailable(
                "This user may not write to " + e.getFile(),
                "Give the directory to the user that runs nguongoc, or name another with --nguongoc.mongo.directory=…",
                e);
    }

    private static StoreUnavailable unavailable(String message, String remedy, @Nullable Throwable cause) {
        return new StoreUnavailable(message, remedy, cause);
    }
}
