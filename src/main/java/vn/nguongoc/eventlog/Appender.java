package vn.nguongoc.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nguongoc.eventlog.BatchWriter.Outcome.Outrun;
import vn.nguongoc.eventlog.BatchWriter.Outcome.Stored;
import vn.nguongoc.eventlog.BatchWriter.Outcome.StoredBefore;
import vn.nguongoc.eventlog.BatchWriter.Outcome.Unsettled;
import vn.nguongoc.shared.Refused;

/**
 * The one way into the log. Callers hand in drafts and wait; a single thread stores all that wait as one batch, so that
 * callers share the database's round trip and sync. While the database is away, drafts are tried again until their
 * callers' deadlines; nothing is claimed that was not acknowledged.
 */
final class Appender implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);
    private static final int LARGEST_BATCH = 200;
    private static final Duration LOOK_UP = Duration.ofMillis(200);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final BatchWriter writer;
    private final LogSettings settings;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

    /** For those in the queue and those in the batch at hand: each caller that waits has one. */
    private final Semaphore places;

    private final Thread committer;

    private volatile boolean closed;
    private Duration pause = SHORTEST_PAUSE;

    Appender(Commits commits, LogSettings settings) {
        this.writer = new BatchWriter(commits);
        this.settings = settings;
        this.places = new Semaphore(settings.waiting());
        this.committer = Thread.ofPlatform().name("committer").daemon().start(this::commit);
    }

    /**
     * Stores the draft at the end of the log, whole; returns when it is durable.
     *
     * @throws AlreadyStored if another attempt at the same request is in the log
     * @throws ConcurrencyException if one of its versions is
     * @throws Refused if the database does not answer in time, or too many wait for it
     */
    Commit append(Draft draft) {
        if (closed) {
            throw notStoredInTime();
        }
        if (!places.tryAcquire()) {
            throw new Refused(new LogRefusal.TooManyWaiting(settings.waiting()));
        }
        try {
            return stored(draft);
        } finally {
            places.release();
        }
    }

    private Commit stored(Draft draft) {
        var waiting = new Waiting(draft);
        queue.add(waiting);
        return switch (waiting.outcome(settings.deadline())) {
            case Stored(var commit) -> commit;
            case StoredBefore(var commit) -> throw new AlreadyStored(commit);
            case Outrun(var by) ->
                throw new ConcurrencyException("one of " + draft.versions() + " was stored at " + by.position());
            case Unsettled() -> throw notStoredInTime();
        };
    }

    private Refused notStoredInTime() {
        return new Refused(new LogRefusal.NotStoredInTime(settings.deadline().toSeconds()));
    }

    /** Lets the batch at hand come to its end; whoever waits behind it is sent away. */
    @Override
    public void close() {
        closed = true;
        try {
            committer.join(settings.deadline());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(Waiting::leave);
    }

    private void commit() {
        var batch = new ArrayList<Waiting>();
        while (!closed) {
            if (batch.isEmpty()) {
                fill(batch, LOOK_UP);
            } else {
                attempt(batch);
                fill(batch, Duration.ZERO);
            }
            batch.removeIf(Waiting::hasLeft);
        }
        batch.forEach(Waiting::leave);
    }

    private void fill(List<Waiting> batch, Duration patience) {
        if (batch.size() >= LARGEST_BATCH) {
            return;
        }
        try {
            var first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, LARGEST_BATCH - batch.size());
            }
        } catch (InterruptedException e) {
            closed = true; // only whoever ends this process interrupts its committer
        }
    }

    private void attempt(List<Waiting> batch) {
        var before = batch.size();
        try {
            settle(batch, writer.attempt(batch.stream().map(Waiting::draft).toList()));
        } catch (RuntimeException | Error e) { // whatever it is, the committer goes on
            log.warn("The database gave no answer, asking again: {}", e.toString());
        }
        if (batch.size() < before) {
            pause = SHORTEST_PAUSE;
        } else {
            pause();
        }
    }

    /** Answers those whose outcome is known and leaves the others in the batch. */
    private static void settle(List<Waiting> batch, List<BatchWriter.Outcome> outcomes) {
        var each = outcomes.iterator();
        batch.removeIf(waiting -> waiting.learns(each.next()));
    }

    /** Others are faster, or the database is away. Whoever else waits for it does not come back at the same moment. */
    private void pause() {
        try {
            Thread.sleep(pause.plusNanos(ThreadLocalRandom.current().nextLong(pause.toNanos())));
        } catch (InterruptedException e) {
            closed = true;
        }
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** A caller's draft and, in time, what became of it. */
    private record Waiting(Draft draft, CompletableFuture<BatchWriter.Outcome> answer) {
        Waiting(Draft draft) {
            this(draft, new CompletableFuture<>());
        }

        BatchWriter.Outcome outcome(Duration deadline) {
            try {
                return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                leave();
            } catch (ExecutionException e) {
                throw new IllegalStateException("an outcome is never an exception", e);
            }
            return answer.join(); // it may have come at the last moment
        }

        boolean learns(BatchWriter.Outcome outcome) {
            return !(outcome instanceof Unsettled) && (answer.complete(outcome) || hasLeft());
        }

        void leave() {
            answer.complete(new Unsettled());
        }

        boolean hasLeft() {
            return answer.isDone();
        }
    }

    /** The request is in the log: it was sent again, or its answer was lost. */
    static final class AlreadyStored extends RuntimeException {
        private final transient Commit commit;

        AlreadyStored(Commit commit) {
            super("commit " + commit.commitId() + " is stored at " + commit.position());
            this.commit = commit;
        }

        Commit commit() {
            return commit;
        }
    }
}
