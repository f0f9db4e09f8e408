package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;

/** Batches whose senders gave up: each may arrive, or arrive again, when nobody waits for it any more. */
final class LateBatches {
    private final Dice dice;
    private final List<List<Commit>> adrift = new ArrayList<>();

    LateBatches(Dice dice) {
        this.dice = dice;
    }

    void add(List<Commit> batch) {
        adrift.add(batch);
    }

    void arriveAtTimes(Member primary) {
        if (adrift.isEmpty() || !dice.strikes(60)) {
            return;
        }
        var batch = dice.pick(adrift);
        if (dice.rolls(500)) {
            adrift.remove(batch);
        }
        for (var commit : batch) {
            if (!primary.inTheWayOf(commit).isEmpty()) {
                dice.count(Happening.LATE_BATCH_COLLIDED);
                return;
            }
            primary.insert(commit);
            dice.count(Happening.LATE_BATCH_STORED);
        }
    }
}
