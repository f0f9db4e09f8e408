package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;

/** Follows the log by majority reads, as projections do, and insists that what it has seen stays as it was. */
final class Follower {
    private final Commits commits;
    private final Dice dice;
    private final List<Commit> seen = new ArrayList<>();

    Follower(Commits commits, Dice dice) {
        this.commits = commits;
        this.dice = dice;
    }

    void run(int reads) {
        for (int i = 0; i < reads; i++) {
            try {
                read();
            } catch (ReplicaSet.NoAnswer e) {
                // There is a next time.
            }
        }
    }

    /** Reads on, or again from anywhere. */
    private void read() {
        int from = dice.rolls(700) ? seen.size() : dice.between(0, seen.size());
        long position = from == 0 ? 0 : seen.get(from - 1).next();
        for (var commit : commits.readFrom(position, dice.between(1, 50))) {
            if (from == seen.size()) {
                seen.add(commit);
            }
            requireUnchanged(from, commit);
            from++;
        }
        Promises.checkIsDense(seen);
    }

    private void requireUnchanged(int index, Commit commit) {
        Promises.require(
                Promises.isTheSame(seen.get(index), commit), () -> "changed after it was read: " + commit.position());
    }

    void check(List<Commit> log) {
        Promises.require(log.size() >= seen.size(), () -> "what was read is gone");
        for (int i = 0; i < seen.size(); i++) {
            requireUnchanged(i, log.get(i));
        }
    }
}
