package vn.nguongoc.eventlog;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A history of a few processes on a failing replica set, wholly given by its seed, and the check of what was promised.
 */
final class Simulation {
    private static final int ATTEMPTS = 24;
    private static final int READS = 40;

    private final Dice dice;
    private final ReplicaSet database;
    private final Baton baton;
    private final Promises promises;
    private final Follower follower;
    private final List<SimulatedProcess> processes = new ArrayList<>();

    Simulation(long seed) {
        dice = new Dice(seed);
        database = new ReplicaSet(dice);
        baton = new Baton(dice, database::tick);
        promises = new Promises(dice);
        var connection = new Connection(database, baton, dice);
        follower = new Follower(connection, dice);
        var asked = new ArrayList<String>();
        for (int i = dice.between(2, 4); i > 0; i--) {
            var requests = new Requests("process " + i + ", request ", connection, dice, asked);
            processes.add(new SimulatedProcess(connection, requests, promises, dice));
        }
    }

    /**
     * Runs it: first with faults, then without them until everybody has an answer.
     *
     * @return the log and all that happened, as text
     * @throws AssertionError if a promise was broken
     */
    String run() {
        var tasks = new ArrayList<Runnable>(List.of(() -> follower.run(READS)));
        processes.forEach(process -> tasks.add(() -> process.run(ATTEMPTS)));
        baton.run(tasks);
        dice.calm();
        baton.run(List.of(() -> processes.forEach(SimulatedProcess::settle)));
        var log = database.log();
        promises.check(log);
        follower.check(log);
        return log.stream().map(Simulation::text).toList() + " " + tally() + " " + dice.fingerprint();
    }

    private static String text(Commit commit) {
        var leaf = HexFormat.of().formatHex(commit.entries().getFirst().leaf());
        return commit.position() + " " + commit.logTime() + " " + commit.commitId() + " " + leaf + "\n";
    }

    Map<Happening, Long> tally() {
        return dice.tally();
    }
}
