package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways to do a piece of work many times and to say how fast it went. */
final class Work {
    private Work() {}

    /** Work that may fail. */
    interface Piece {
        void run() throws Exception;
    }

    /** Pieces a second, done by this many callers at once. */
    static double perSecond(int callers, int pieces, Piece piece) throws Exception {
        var left = new AtomicInteger(pieces);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var start = System.nanoTime();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        piece.run();
                    }
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
            return pieces * 1e9 / (System.nanoTime() - start);
        }
    }

    /** Median time in microseconds of one piece after the other. */
    static double medianMicros(int pieces, Piece piece) throws Exception {
        var micros = new double[pieces];
        for (int i = 0; i < pieces; i++) {
            var start = System.nanoTime();
            piece.run();
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        return Contest.median(micros);
    }
}
