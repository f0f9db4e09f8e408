package vn.nguongoc.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A process's way to the simulated replica set. At every call others may come first, and anything may be lost. */
final class Connection implements Commits {
    private final ReplicaSet database;
    private final Baton baton;
    private final Dice dice;

    Connection(ReplicaSet database, Baton baton, Dice dice) {
        this.database = database;
        this.baton = baton;
        this.dice = dice;
    }

    @Override
    public void confirm() {
        // majority reads show nothing that goes away
    }

    @Override
    public void insertBatch(List<Commit> batch) {
        baton.pass();
        try {
            send(batch);
        } catch (ReplicaSet.NoAnswer e) {
            if (dice.rolls(600)) {
                database.leaveAdrift(batch);
            }
            throw e;
        }
    }

    private void send(List<Commit> batch) {
        loseAtTimes(Happening.REQUEST_LOST);
        var member = database.writable();
        var term = member.term();
        for (var commit : batch) {
            var entry = insert(member, commit);
            if (commit.equals(batch.getLast())) {
                awaitMajority(member, term, entry);
            } else {
                breakOffAtTimes(member, term);
            }
        }
        loseAtTimes(Happening.REPLY_LOST_AFTER_ALL_WAS_STORED);
    }

    private void loseAtTimes(Happening what) {
        if (dice.strikes(40)) {
            dice.count(what);
            throw new ReplicaSet.NoAnswer();
        }
    }

    private OplogEntry insert(Member member, Commit commit) {
        var inTheWay = member.inTheWayOf(commit);
        if (!inTheWay.isEmpty()) {
            if (!database.shows(inTheWay.getFirst())) {
                dice.count(Happening.COLLISION_WITH_WHAT_NOBODY_CAN_READ_YET);
            }
            throw new Collision(new IllegalStateException("duplicate key"));
        }
        return member.insert(commit);
    }

    private void breakOffAtTimes(Member member, int term) {
        if (dice.strikes(10)) {
            database.failOver();
            member.stepDown(); // and it knows, for the batch must end here
        } else if (dice.rolls(200)) {
            baton.pass();
        }
        if (!member.leads(term)) {
            dice.count(Happening.BATCH_CUT_SHORT);
            throw new ReplicaSet.NoAnswer();
        }
    }

    private void awaitMajority(Member member, int term, OplogEntry entry) {
        while (!entry.isDecided()) {
            if (!member.leads(term) || dice.strikes(20)) {
                throw new ReplicaSet.NoAnswer();
            }
            baton.pass();
        }
    }

    private UniqueIndexes read() {
        baton.pass();
        return database.read();
    }

    @Override
    public Optional<Commit> tail() {
        return read().tail();
    }

    @Override
    public List<Commit> readFrom(long position, int limit) {
        return read().readFrom(position, limit);
    }

    @Override
    public Optional<Commit> containing(long position) {
        return read().containing(position);
    }

    @Override
    public List<Commit> withIds(Collection<String> commitIds) {
        return read().withIds(commitIds);
    }

    @Override
    public List<Commit> holding(Collection<Commit.Version> versions) {
        return read().holding(versions);
    }
}
