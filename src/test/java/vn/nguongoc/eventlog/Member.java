package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A member of the simulated replica set: its oplog, what the oplog amounts to, and the part of it that the member knows
 * a majority to hold, which is what majority reads see.
 */
final class Member {
    private final List<OplogEntry> oplog = new ArrayList<>();
    private final UniqueIndexes all = new UniqueIndexes();
    private final UniqueIndexes majority = new UniqueIndexes();
    private int learnt;
    private int term;
    private boolean leads;

    UniqueIndexes majorityView() {
        return majority;
    }

    /** Whether it believes to be primary, in this term. A deposed primary may, until it hears of the next one. */
    boolean leads(int inTerm) {
        return leads && term == inTerm;
    }

    boolean leads() {
        return leads;
    }

    int term() {
        return term;
    }

    /** A primary begins with a line of its own: only with such a line are those of earlier terms decided. */
    void lead(int newTerm) {
        leads = true;
        term = newTerm;
        append(OplogEntry.beginning(newTerm));
    }

    void stepDown() {
        leads = false;
    }

    List<Commit> inTheWayOf(Commit commit) {
        return all.inTheWayOf(commit);
    }

    OplogEntry insert(Commit commit) {
        var entry = OplogEntry.of(term, commit);
        append(entry);
        return entry;
    }

    private void append(OplogEntry entry) {
        entry.addTo(all);
        oplog.add(entry);
    }

    boolean isAtLeastAsRecentAs(Member other) {
        var mine = lastTerm();
        var theirs = other.lastTerm();
        return mine > theirs || (mine == theirs && oplog.size() >= other.oplog.size());
    }

    private int lastTerm() {
        return oplog.isEmpty() ? 0 : oplog.getLast().term();
    }

    /** How many lines, from the first, both have. */
    private int agreementWith(Member other) {
        var length = Math.min(oplog.size(), other.oplog.size());
        while (length > 0 && !oplog.get(length - 1).equals(other.oplog.get(length - 1))) {
            length--;
        }
        return length;
    }

    /**
     * Takes back what the primary does not have and copies some of what it has.
     *
     * @return how many commits were taken back
     */
    int follow(Member primary, int lines) {
        stepDown();
        int before = all.size();
        for (int agreed = agreementWith(primary); oplog.size() > agreed; ) {
            oplog.removeLast().takeBackFrom(all);
        }
        int rolledBack = before - all.size();
        var end = Math.min(primary.oplog.size(), oplog.size() + lines);
        primary.oplog.subList(oplog.size(), end).forEach(this::append);
        return rolledBack;
    }

    /** As primary: marks what is decided, that is held by one of these too, up to a line of this term. */
    void decide(List<Member> others) {
        var held = others.stream().mapToInt(this::agreementWith).max().orElse(0);
        if (held > 0 && oplog.get(held - 1).term() == term) {
            for (int i = held - 1; i >= 0 && !oplog.get(i).isDecided(); i--) {
                oplog.get(i).decide();
            }
        }
    }

    /** Hears of what was decided, at most so many lines. */
    void learn(int lines) {
        for (int end = learnt + Math.min(lines, oplog.size() - learnt); learnt < end; learnt++) {
            if (!oplog.get(learnt).isDecided()) {
                return;
            }
            oplog.get(learnt).addTo(majority);
        }
    }
}
