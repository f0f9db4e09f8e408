package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB-speaking server in this process, on loopback only, storing to one file in a directory. For trying the
 * service and for one cooperative on one machine (docs/adr/0002); it has no replication, and whoever can open a socket
 * on this machine can read it.
 */
public final class EmbeddedServer implements StoreServer {
    private static final String FILE = "store.mv";

    /** What the bytes in the file mean: 1 is BSON, in the order of {@link IndexKeyType}. Before there was none. */
    private static final int FORMAT = 1;

    static {
        // Netty would load and instrument the flight recorder at every start, to no use here.
        System.setProperty("io.netty.jfr.enabled", "false");
    }

    private final Path directory;
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedServer(Path directory, MongoServer server) {
        this.directory = directory;
        this.server = server;
        server.bind("127.0.0.1", 0);
        this.address = server.getLocalAddress();
    }

    /**
     * Opens or makes the store in this directory.
     *
     * @throws StoreUnavailable if another process has it open, or it cannot be read or written
     */
    public static EmbeddedServer open(Path directory) {
        return new EmbeddedServer(directory, new MongoServer(new OrderedBackend(openFile(directory))));
    }

    private static MVStore openFile(Path directory) {
        var file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            // Committed by the backend between commands, not by a timer in the midst of one.
            return ofKnownFormat(
                    directory,
                    new MVStore.Builder()
                            .fileName(file.toString())
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .open());
        } catch (MVStoreException e) {
            throw new StoreUnavailable(
                    "The data in " + directory.toAbsolutePath() + " cannot be opened: " + e.getMessage(),
                    "Is another nguongoc running on it? Stop that one, or name another directory with"
                            + " --nguongoc.mongo.directory=…",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory.toAbsolutePath() + " cannot be made", e);
        }
    }

    private static MVStore ofKnownFormat(Path directory, MVStore store) {
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        }
        var format = store.getStoreVersion();
        if (format == FORMAT) {
            return store;
        }
        store.closeImmediately();
        throw new StoreUnavailable(
                "The data in " + directory.toAbsolutePath() + " was written by another version, in format " + format
                        + " instead of " + FORMAT,
                "Start the version that wrote it, or name another directory with --nguongoc.mongo.directory=…",
                null);
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    @Override
    public String toString() {
        return "embedded server, directory " + directory.toAbsolutePath();
    }

    /** The store is there, but not for us. */
    public static final class StoreUnavailable extends RuntimeException {
        private final String remedy;

        StoreUnavailable(String message, String remedy, @Nullable Throwable cause) {
            super(message, cause);
            this.remedy = remedy;
        }

        /** What whoever starts the service can do. */
        String remedy() {
            return remedy;
        }
    }
}
