package vn.nguongoc.printing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files of labels lie. One that is being written has another name, until it is whole and on the disk: nobody
 * finds half a file under its own name, not even after a power cut.
 */
final class PrintFolder {
    private static final Logger log = LoggerFactory.getLogger(PrintFolder.class);
    private static final String DRAFT = ".part";
    private static final int BUFFER = 1 << 16;

    private final Path folder;

    PrintFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes into a draft. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes a file: writes a draft, asks whether it may become the file, and puts it there whole.
     *
     * @throws IOException if it cannot be written; no draft is left then
     */
    void make(String name, Content content, Runnable beforeItIsSeen) throws IOException {
        Files.createDirectories(folder);
        var draft = folder.resolve(name + DRAFT);
        try {
            try (var channel = FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            beforeItIsSeen.run();
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The file of this name, if it is there. */
    Optional<Path> find(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    void removeDrafts() {
        remove(file -> file.getFileName().toString().endsWith(DRAFT));
    }

    /** Removes what was made before this time. */
    void removeOlderThan(Instant time) {
        remove(file -> {
            try {
                return Files.getLastModifiedTime(file).toInstant().isBefore(time);
            } catch (NoSuchFileException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What cannot be removed now can be the next time. */
    private void remove(Predicate<Path> which) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(which).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("Old files of labels cannot be removed from {}: {}", folder, e.getMessage());
        }
    }
}
