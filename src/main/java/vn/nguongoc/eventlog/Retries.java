package vn.nguongoc.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.SetAside.Sequence;
import vn.nguongoc.eventlog.SetAsideEvents.Waiting;

/**
 * Tries what was set aside once more, by the same handlers, in the thread of whoever asks: followers and writers go on
 * meanwhile. Of two who try the same sequence at once, one does.
 */
@Component
public class Retries {
    /** Nobody waits much longer for an answer; what was not reached by then can be asked for again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventProcessingConfiguration processing;
    private final DeadLetters letters;
    private final SetAsideEvents events;

    Retries(EventProcessingConfiguration processing, DeadLetters letters, SetAsideEvents events) {
        this.processing = processing;
        this.letters = letters;
        this.events = events;
    }

    /** Tries one sequence, by its {@link SetAside#id()}; empty if nothing waits there. */
    public Optional<Retried> one(String id) {
        return events.sequence(id).flatMap(this::retry);
    }

    /** Tries all sequences of this follower, or of all followers where none is named, for about 20 s at most. */
    public All all(@Nullable String group) {
        var sequences = events.sequences().keySet().stream()
                .filter(it -> group == null || it.group().equals(group))
                .toList();
        var end = System.nanoTime() + PATIENCE.toNanos();
        var retried = new ArrayList<Retried>();
        var reached = 0;
        while (reached < sequences.size() && System.nanoTime() < end) {
            retry(sequences.get(reached++)).ifPresent(retried::add);
        }
        return new All(retried, sequences.size() - reached);
    }

    private Optional<Retried> retry(Sequence sequence) {
        var before = events.first(sequence);
        var waiting = events.all(sequence);
        if (before.isEmpty() || waiting.isEmpty()) {
            return Optional.empty();
        }
        letters.retry(processing, sequence.group(), sequence.aggregate());
        var left = events.first(sequence).orElse(null);
        return Optional.of(new Retried(
                sequence.id(),
                sequence.group(),
                sequence.aggregate(),
                outcome(before.get(), left),
                handled(waiting, left),
                left));
    }

    private static Outcome outcome(SetAside before, @Nullable SetAside left) {
        if (left == null) {
            return Outcome.HANDLED;
        }
        return left.position() == before.position() && left.tries() == before.tries()
                ? Outcome.NOT_TRIED
                : Outcome.FAILED;
    }

    private static List<Handled> handled(List<Waiting> before, @Nullable SetAside left) {
        return before.stream()
                .filter(it -> left == null || it.position() < left.position())
                .map(it -> new Handled(it.event(), it.position()))
                .toList();
    }

    /** How a retry ended. */
    public enum Outcome {
        /** Nothing waits any more. */
        @JsonProperty("handled")
        HANDLED,
        /** One could not be handled, and waits with those behind it. */
        @JsonProperty("failed")
        FAILED,
        /**
         * Somebody else is trying them, or was within the last 30 s and did not end; or another process follows the
         * log; or the database was away.
         */
        @JsonProperty("not-tried")
        NOT_TRIED
    }

    /**
     * What became of one follower's events of one aggregate.
     *
     * @param handled in this order
     * @param left the first of those that still wait; absent if none does
     */
    public record Retried(
            String id,
            String group,
            String aggregate,
            Outcome outcome,
            List<Handled> handled,
            @Nullable SetAside left) {}

    /** An event that could be handled this time: its stored name and its place in the log. */
    public record Handled(String event, long position) {}

    /** @param unreached how many sequences there was no time for */
    public record All(List<Retried> retried, int unreached) {

        /** How many events could be handled. */
        public int handled() {
            return retried.stream().mapToInt(it -> it.handled().size()).sum();
        }

        /** How many sequences still wait. */
        public long left() {
            return unreached + retried.stream().filter(it -> it.left() != null).count();
        }
    }
}
