package vn.nguongoc.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.nguongoc.eventlog.BatchWriter.Outcome;

/** What callers were told, kept to be held against the log. */
final class Promises {
    private final Dice dice;
    private final List<Commit> acknowledged = new ArrayList<>();
    private final List<Draft> outrun = new ArrayList<>();

    Promises(Dice dice) {
        this.dice = dice;
    }

    void made(Draft draft, Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored(var commit) -> {
                require(commit.draft().isTheSameAttemptAs(draft), () -> "stored as another: " + draft.commitId());
                acknowledged.add(commit);
                dice.count(Happening.STORED);
            }
            case Outcome.StoredBefore(var commit) -> {
                require(commit.commitId().equals(draft.commitId()), () -> "not this request: " + draft.commitId());
                acknowledged.add(commit);
                dice.count(Happening.STORED_BEFORE);
            }
            case Outcome.Outrun(var by) -> {
                outrun.add(draft);
                acknowledged.add(by); // it is said to be there
                dice.count(Happening.OUTRUN);
            }
            case Outcome.Unsettled() -> dice.count(Happening.UNSETTLED);
        }
    }

    /** Holds them all against the log as it came to be. */
    void check(List<Commit> log) {
        checkIsDense(log);
        Map<String, Commit> byId = new HashMap<>();
        log.forEach(commit -> byId.put(commit.commitId(), commit));
        for (var commit : acknowledged) {
            var stored = byId.get(commit.commitId());
            require(
                    stored != null && isTheSame(stored, commit),
                    () -> (stored == null ? "lost: " : "moved or changed: ") + commit.commitId());
        }
        for (var draft : outrun) {
            var stored = byId.get(draft.commitId());
            require(
                    stored == null || !stored.draft().isTheSameAttemptAs(draft),
                    () -> "refused and stored: " + draft.commitId());
        }
    }

    /** Positions, sequences and log times are in order, without a gap; ids are there once. */
    static void checkIsDense(List<Commit> log) {
        var ids = new HashSet<String>();
        Map<String, Long> sequences = new HashMap<>();
        long position = 0;
        var time = Instant.MIN;
        for (var commit : log) {
            var expected = position;
            require(commit.position() == expected, () -> "at " + commit.position() + " instead of " + expected);
            require(!commit.logTime().isBefore(time), () -> "log time goes back at " + commit.position());
            require(ids.add(commit.commitId()), () -> "twice: " + commit.commitId());
            for (var version : commit.draft().versions()) {
                var sequence = sequences.merge(version.aggregate(), 1L, Long::sum) - 1;
                require(version.sequence() == sequence, () -> version + " instead of @" + sequence);
            }
            position = commit.next();
            time = commit.logTime();
        }
    }

    static boolean isTheSame(Commit one, Commit other) {
        return one.position() == other.position()
                && one.logTime().equals(other.logTime())
                && one.commitId().equals(other.commitId())
                && one.draft().versions().equals(other.draft().versions())
                && Arrays.equals(
                        one.entries().getFirst().leaf(),
                        other.entries().getFirst().leaf());
    }

    static void require(boolean kept, Supplier<String> otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise.get());
        }
    }
}
