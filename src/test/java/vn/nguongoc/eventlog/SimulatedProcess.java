package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;
import vn.nguongoc.eventlog.BatchWriter.Outcome;

/** Tries batches again and again as {@link Appender} does, but in one thread; dies at times. */
final class SimulatedProcess {
    private static final int LARGEST_BATCH = 5;
    private static final int PATIENCE = 6;

    private final Commits commits;
    private final Requests requests;
    private final Promises promises;
    private final Dice dice;
    private final List<Waiting> batch = new ArrayList<>();
    private BatchWriter writer;

    SimulatedProcess(Commits commits, Requests requests, Promises promises, Dice dice) {
        this.commits = commits;
        this.requests = requests;
        this.promises = promises;
        this.dice = dice;
        this.writer = new BatchWriter(commits);
    }

    private static final class Waiting {
        private final Draft draft;
        private int attempts;

        Waiting(Draft draft) {
            this.draft = draft;
        }
    }

    void run(int attempts) {
        for (int i = 0; i < attempts; i++) {
            try {
                fill();
                attempt();
            } catch (ReplicaSet.NoAnswer e) {
                // Asked again: what is in doubt stays in the batch.
            }
            leaveAtTimes();
            dieAtTimes();
        }
    }

    /** Once calm has set in every attempt answers somebody, after one that finds the tail moved. */
    void settle() {
        for (int left = batch.size() + 1; !batch.isEmpty(); left--) {
            if (left == 0) {
                throw new AssertionError("nothing is wrong any more, but " + batch.size() + " drafts do not settle");
            }
            attempt();
        }
    }

    private void fill() {
        for (int drafts = dice.between(1, LARGEST_BATCH); batch.size() < drafts; ) {
            batch.add(new Waiting(requests.draft()));
        }
    }

    private void attempt() {
        batch.forEach(waiting -> waiting.attempts++);
        var outcomes = writer.attempt(batch.stream().map(it -> it.draft).toList());
        var each = outcomes.iterator();
        batch.removeIf(waiting -> learns(waiting.draft, each.next()));
    }

    private boolean learns(Draft draft, Outcome outcome) {
        promises.made(draft, outcome);
        return !(outcome instanceof Outcome.Unsettled);
    }

    private void leaveAtTimes() {
        if (batch.removeIf(waiting -> waiting.attempts >= PATIENCE)) {
            dice.count(Happening.CALLER_LEFT_IN_DOUBT);
        }
    }

    private void dieAtTimes() {
        if (dice.strikes(30)) {
            dice.count(Happening.PROCESS_DIED);
            batch.clear();
            writer = new BatchWriter(commits);
        }
    }
}
