package vn.nguongoc.eventlog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB replica set of three, simulated as far as the log can tell: oplogs that lag, elections that never lose what
 * a majority holds and roll back what only a deposed primary had, and batches that arrive when nobody waits for them
 * any more. Elections and the majority point follow Raft (Ongaro and Ousterhout 2014, section 5.4), as MongoDB's do.
 */
final class ReplicaSet {
    private static final int ALL = 1_000_000;

    private final Dice dice;
    private final List<Member> members = Stream.generate(Member::new).limit(3).toList();
    private final LateBatches late;
    private @Nullable Member primary;
    private int term;

    ReplicaSet(Dice dice) {
        this.dice = dice;
        this.late = new LateBatches(dice);
        elect();
    }

    /** A little time goes by. */
    void tick() {
        if (dice.isCalm()) {
            heal();
            return;
        }
        replicate(dice.pick(members), dice.between(0, 4));
        dice.pick(members).learn(dice.between(0, 6));
        if (primary == null && dice.rolls(150)) {
            elect();
        }
        if (dice.strikes(15)) {
            failOver();
        }
        if (primary != null) {
            late.arriveAtTimes(primary);
        }
    }

    private void heal() {
        if (primary == null) {
            elect();
        }
        members.forEach(member -> replicate(member, ALL));
        members.forEach(member -> member.learn(ALL));
    }

    private void replicate(Member member, int lines) {
        if (primary == null) {
            return;
        }
        if (!member.equals(primary)) {
            for (int rolledBack = member.follow(primary, lines); rolledBack > 0; rolledBack--) {
                dice.count(Happening.COMMIT_ROLLED_BACK);
            }
        }
        primary.decide(othersThan(primary));
    }

    private List<Member> othersThan(Member one) {
        return members.stream().filter(member -> !member.equals(one)).toList();
    }

    /** Any member for which a majority, itself included, may vote: those whose oplog is no more recent. */
    private void elect() {
        var eligible = members.stream()
                .filter(member -> othersThan(member).stream().anyMatch(member::isAtLeastAsRecentAs))
                .toList();
        term++;
        primary = dice.pick(eligible);
        primary.lead(term);
    }

    /** The primary is gone, for a while or for good; perhaps without knowing it. */
    void failOver() {
        if (primary == null) {
            return;
        }
        dice.count(Happening.FAILOVER);
        if (dice.rolls(500)) {
            primary.stepDown();
        }
        primary = null;
    }

    /** One that takes writes: the primary, or one that still believes to be. */
    Member writable() {
        var leaders = members.stream().filter(Member::leads).toList();
        if (leaders.isEmpty()) {
            dice.count(Happening.NO_PRIMARY_TO_WRITE_TO);
            throw new NoAnswer();
        }
        var leader = dice.pick(leaders);
        if (!leader.equals(primary)) {
            dice.count(Happening.WRITTEN_TO_A_DEPOSED_PRIMARY);
        }
        return leader;
    }

    /** What the primary, or any member, knows a majority to hold. */
    UniqueIndexes read() {
        if (dice.strikes(primary == null ? 300 : 20)) {
            dice.count(Happening.READ_NOT_ANSWERED);
            throw new NoAnswer();
        }
        var asked = primary == null || dice.strikes(300) ? dice.pick(members) : primary;
        if (!dice.strikes(300)) {
            asked.learn(ALL);
        }
        var view = asked.majorityView();
        if (members.stream().anyMatch(member -> member.majorityView().size() > view.size())) {
            dice.count(Happening.STALE_READ);
        }
        return view;
    }

    /** Whether any member would show this to a majority read. */
    boolean shows(Commit commit) {
        return members.stream()
                .map(member -> member.majorityView().containing(commit.position()))
                .anyMatch(Optional.of(commit)::equals);
    }

    /** Its sender gave up; it may arrive, or arrive again. */
    void leaveAdrift(List<Commit> batch) {
        late.add(batch);
    }

    /** After calm has set in: the whole log, which all members agree on. */
    List<Commit> log() {
        heal();
        var logs = members.stream()
                .map(member -> member.majorityView().readFrom(0, Integer.MAX_VALUE))
                .distinct()
                .toList();
        if (logs.size() != 1) {
            throw new IllegalStateException("the members differ");
        }
        return logs.getFirst();
    }

    /** Nobody knows what became of the call. */
    static final class NoAnswer extends RuntimeException {}
}
