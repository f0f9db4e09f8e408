package vn.nguongoc.generations;

import java.io.PrintStream;
import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The command {@code rebuild}: tells the history anew from the log, says how far it is, and goes on to serve it. */
@Component
public class Rebuild implements ApplicationRunner {
    private static final String COMMAND = "rebuild";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);

    private final Generations generations;
    private final PrintStream terminal = System.out;

    public Rebuild(Generations generations) {
        this.generations = generations;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (arguments.getNonOptionArgs().contains(COMMAND)) {
            rebuild();
        }
    }

    /** Returns when the history that was told anew is served. */
    public void rebuild() throws InterruptedException {
        generations.rebuild();
        var tellAt = System.nanoTime();
        for (var now = generations.progress(); now != null; now = generations.progress()) {
            if (now.failure() != null) {
                throw new IllegalStateException("The history cannot be told anew", now.failure());
            }
            if (System.nanoTime() >= tellAt) {
                terminal.printf("history: %d / %d%n", now.position() + 1, now.head() + 1);
                tellAt = System.nanoTime() + TELL_EVERY.toNanos();
            }
            Thread.sleep(LOOK_AGAIN);
        }
        terminal.printf("history: %d / %1$d%n", generations.head() + 1);
    }
}
