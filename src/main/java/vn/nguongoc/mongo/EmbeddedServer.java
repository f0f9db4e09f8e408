package vn.nguongoc.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB-speaking server in this process, on loopback only, storing to files in a directory. For trying the service
 * and for one cooperative on one machine (docs/adr/0002); it has no replication, and whoever can open a socket on this
 * machine can read it.
 */
public final class EmbeddedServer implements StoreServer {
    static {
        // Netty would load and instrument the flight recorder at every start, to no use here.
        System.setProperty("io.netty.jfr.enabled", "false");
    }

    private final Path directory;
    private final Witness witness;
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedServer(Path directory, MVStore store, MVStore retold, Witness witness) {
        this.directory = directory;
        this.witness = witness;
        this.server = new MongoServer(new OrderedBackend(store, retold, new DiskSpace(directory), witness::note));
        server.bind("127.0.0.1", 0);
        this.address = server.getLocalAddress();
    }

    /**
     * Opens or makes the store in this directory.
     *
     * @throws StoreUnavailable if another process has it open, it is not ours, or it cannot be read or written
     */
    public static EmbeddedServer open(Path directory) {
        var store = StoreFile.open(directory);
        MVStore retold;
        try {
            retold = StoreFile.openRetold(directory);
        } catch (StoreUnavailable e) {
            store.closeImmediately();
            throw e;
        }
        try {
            var witness = Witness.in(directory);
            if (store.getCurrentVersion() < witness.version()) {
                throw new IllegalStateException("it ends at version " + store.getCurrentVersion()
                        + ", but was synced up to " + witness.version() + " as " + Witness.NAME + " says");
            }
            Namespaces.requireWhole(store);
            if (store.getCurrentVersion() < Retold.toldFrom(retold)) {
                throw StoreFile.aheadOfTheRecords(directory);
            }
            return new EmbeddedServer(directory, store, retold, witness);
        } catch (StoreUnavailable e) {
            store.closeImmediately();
            retold.closeImmediately();
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) { // H2 believes every length, also a damaged one
            store.closeImmediately();
            retold.closeImmediately();
            throw StoreFile.damaged(directory, e);
        }
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
    public Optional<Path> directory() {
        return Optional.of(directory);
    }

    @Override
    public void close() {
        server.shutdownNow();
        witness.close();
    }

    @Override
    public String toString() {
        return "embedded server, directory " + directory.toAbsolutePath();
    }
}
