package vn.nguongoc.evidence;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;

/**
 * Makes of what was sent what is kept, one file after the other on a thread of its own, so that those who record wait
 * for no photograph and no more than one is in memory.
 */
@Component
class Cleaning {
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("evidence").daemon().factory());

    /** @throws Refused if it is nothing that is kept */
    byte[] clean(FileType type, byte[] file) {
        try {
            return one.submit(() -> cleaned(type, file)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IllegalStateException("a file of type " + type + " could not be cleaned", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a file was cleaned", e);
        }
    }

    static byte[] cleaned(FileType type, byte[] file) {
        return switch (type) {
            case JPEG -> Drawing.anew(type, JpegFile.read(file));
            case PNG -> Drawing.anew(type, PngFile.read(file));
            case PDF -> {
                PdfFile.require(file);
                yield file;
            }
        };
    }

    @PreDestroy
    void stop() {
        one.shutdownNow();
    }
}
