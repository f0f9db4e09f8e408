package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets exactly one of several threads run; who is next is up to the dice, so one seed always gives one history. */
final class Baton {
    private final Dice dice;
    private final Runnable time;
    private final List<Semaphore> runners = new ArrayList<>();
    private final Semaphore finished = new Semaphore(0);
    private Semaphore holder = finished;
    private @Nullable Throwable failure;

    /** @param time what goes on in the world whenever the baton is passed */
    Baton(Dice dice, Runnable time) {
        this.dice = dice;
        this.time = time;
    }

    /** Runs these interleaved and returns when all have ended, or throws what one of them threw. */
    void run(List<Runnable> tasks) {
        for (var task : tasks) {
            var turn = new Semaphore(0);
            runners.add(turn);
            Thread.startVirtualThread(() -> runInTurn(turn, task));
        }
        handOn();
        finished.acquireUninterruptibly();
        if (failure != null) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    private void runInTurn(Semaphore turn, Runnable task) {
        turn.acquireUninterruptibly();
        try {
            if (failure == null) {
                task.run();
            }
        } catch (Throwable thrown) {
            if (failure == null) {
                failure = thrown;
            }
        } finally {
            runners.remove(turn);
            handOn();
        }
    }

    private void handOn() {
        holder = runners.isEmpty() ? finished : dice.pick(runners);
        holder.release();
    }

    /** Lets time go by and others run first, perhaps. Called by whoever holds the baton. */
    void pass() {
        time.run();
        var mine = holder;
        handOn();
        mine.acquireUninterruptibly();
        if (failure != null) {
            throw new Stopped();
        }
    }

    /** Another thread failed, so this one ends too. */
    private static final class Stopped extends Error {}
}
