package vn.nguongoc.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Remembers beside the store how far it was synced. A store whose end is damaged opens as it was a little earlier and
 * looks whole; only somebody else can tell that its end is missing. Written after each sync and not synced itself:
 * after a power cut it may know too little, never too much.
 */
final class Witness implements AutoCloseable {
    static final String NAME = "store.version";

    private final FileChannel file;

    private Witness(FileChannel file) {
        this.file = file;
    }

    static Witness in(Path directory) {
        try {
            return new Witness(FileChannel.open(
                    directory.resolve(NAME),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last version that is known to have been synced; 0 if nobody noted one. */
    long version() {
        var bytes = ByteBuffer.allocate(Long.BYTES);
        try {
            return file.read(bytes, 0) == Long.BYTES ? bytes.getLong(0) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(long version) {
        try {
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(0, version), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
