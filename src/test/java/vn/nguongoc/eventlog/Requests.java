package vn.nguongoc.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What the callers of one process ask for: commits of one to three events for a few barns that everybody fills, decided
 * on what the process read last. Some repeat a request that this or another process was asked before.
 */
final class Requests {
    private static final Instant NOON = Instant.parse("2026-05-18T05:00:00Z");
    private static final List<String> BARNS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final int PAGE = 16;

    private final String process;
    private final Commits commits;
    private final Dice dice;
    private final List<String> askedAnywhere;
    private final Map<String, Long> next = new HashMap<>();
    private Instant clock;
    private int drafted;

    /** @param askedAnywhere ids of all requests so far, shared by the processes */
    Requests(String process, Commits commits, Dice dice, List<String> askedAnywhere) {
        this.process = process;
        this.commits = commits;
        this.dice = dice;
        this.askedAnywhere = askedAnywhere;
        this.clock = NOON.plus(Duration.ofMinutes(dice.pick(List.of(-60, 0, 0, 60))));
    }

    Draft draft() {
        if (dice.rolls(850)) {
            read();
        }
        drafted++;
        var id = id();
        Map<String, Long> versions = new HashMap<>(next);
        var entries = new ArrayList<Commit.Entry>();
        for (int events = dice.between(1, 3); events > 0; events--) {
            var barn = dice.pick(BARNS);
            var sequence = versions.merge(barn, 1L, Long::sum) - 1;
            entries.add(entry(id, new Commit.Version(barn, sequence)));
        }
        return new Draft(id, null, now(), entries);
    }

    /** Each attempt's bytes are its own, even where the id is not. */
    private Commit.Entry entry(String id, Commit.Version version) {
        var bytes = (id + " by " + process + drafted + ": " + version).getBytes(StandardCharsets.UTF_8);
        return new Commit.Entry(version, bytes, Leaf.hash(bytes));
    }

    private String id() {
        if (!askedAnywhere.isEmpty() && dice.rolls(150)) {
            dice.count(Happening.REQUEST_REPEATED);
            return dice.pick(askedAnywhere);
        }
        var id = process + drafted;
        askedAnywhere.add(id);
        return id;
    }

    private Instant now() {
        if (dice.strikes(20)) {
            clock = clock.minusSeconds(3600);
            dice.count(Happening.CLOCK_JUMPED_BACK);
        }
        clock = clock.plusMillis(dice.between(0, 50));
        return clock;
    }

    private void read() {
        var wanted =
                BARNS.stream().flatMap(barn -> versionsAfter(barn).stream()).toList();
        for (var commit : commits.holding(wanted)) {
            for (var version : commit.draft().versions()) {
                next.merge(version.aggregate(), version.sequence() + 1, Long::max);
            }
        }
    }

    private List<Commit.Version> versionsAfter(String barn) {
        var first = next.getOrDefault(barn, 0L);
        return LongStream.range(first, first + PAGE)
                .mapToObj(sequence -> new Commit.Version(barn, sequence))
                .toList();
    }
}
