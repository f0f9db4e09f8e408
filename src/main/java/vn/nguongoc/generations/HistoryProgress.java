package vn.nguongoc.generations;

import java.time.Duration;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.web.WebRefusal;

/** How far the history has followed the log, for readers who must see what they have just written. */
@Component
@NamedInterface("reading")
public class HistoryProgress {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Generations generations;

    HistoryProgress(Generations generations) {
        this.generations = generations;
    }

    /** Position of the last event that every view has seen; −1 before the first. */
    public long position() {
        return generations.served().position();
    }

    /** Position of the last event in the log; −1 if it is empty. */
    public long head() {
        return generations.head();
    }

    /** How many events wait because they, or one before them, could not be told: the history lacks what they say. */
    public long setAside() {
        return generations.served().deadLetters();
    }

    /** Begins to tell the history anew beside the one that is served; if that is being done already, it goes on. */
    public void rebuild() {
        generations.rebuild();
    }

    /** How far a history that is being told anew has come; empty while none is. */
    public Optional<RebuildProgress> rebuilding() {
        return Optional.ofNullable(generations.progress());
    }

    /** @throws Refused if the history has not come this far within two seconds */
    public void awaitSeen(long position) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (position() < position) {
            if (System.nanoTime() > deadline) {
                throw new Refused(new WebRefusal.NotYetThere(position, position()));
            }
            pause(position);
        }
    }

    private void pause(long position) {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(new WebRefusal.NotYetThere(position, position()));
        }
    }
}
