package vn.nguongoc.eventlog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waiting for what must come about, and for no longer than it may take. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    /** Returns when it has come about; fails if it does not within twenty seconds. */
    public static void until(String what, BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not after " + PATIENCE + ": " + what);
            }
            Thread.sleep(5);
        }
    }

    /** What the task came to. */
    static <T extends @Nullable Object> T done(CompletableFuture<T> task) {
        return task.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
