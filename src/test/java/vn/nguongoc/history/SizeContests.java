package vn.nguongoc.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.nguongoc.Api;
import vn.nguongoc.eventlog.Contest;
import vn.nguongoc.eventlog.Contest.Goal;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.province.Shapes;
import vn.nguongoc.shared.LotId;

/** Histories and traces of lots of one shape in a large province against those in a small one. */
final class SizeContests {
    /** So many lots in turn, that not always the same pages of the store are read. */
    private static final int LOTS = 20;

    private static final int READS = 100;

    private final MeasuredService large;
    private final MeasuredService small;
    private final String atLarge;
    private final String atSmall;

    SizeContests(MeasuredService large, String atLarge, MeasuredService small, String atSmall) {
        this.large = large;
        this.atLarge = atLarge;
        this.small = small;
        this.atSmall = atSmall;
    }

    private interface Read {
        void of(LotId lot);
    }

    List<String> rows() throws Exception {
        var largeLots = lots(large);
        var smallLots = lots(small);
        var rows = new ArrayList<String>();
        rows.add(contest(
                "history of 20 steps, put together anew",
                largeLots,
                lot -> putTogether(large, lot),
                smallLots,
                lot -> putTogether(small, lot)));
        var largeApi = large.api();
        var smallApi = small.api();
        if (TraceFigures.isThere(largeApi, largeLots.getFirst())) {
            rows.add(contest(
                    "its trace in both directions, over HTTP",
                    largeLots,
                    lot -> trace(largeApi, lot),
                    smallLots,
                    lot -> trace(smallApi, lot)));
        }
        return rows;
    }

    /** What was put together before would be given again, so it is forgotten first. */
    private static void putTogether(MeasuredService service, LotId lot) {
        service.bean(Generations.class).served().answers(LotHistories.HISTORIES).forgetAll();
        service.bean(LotHistories.class).of(lot);
    }

    private static void trace(Api api, LotId lot) {
        TraceFigures.get(api, lot);
    }

    private static List<LotId> lots(MeasuredService service) throws InterruptedException {
        var lots = IntStream.range(0, LOTS)
                .mapToObj(i -> new Shapes(service.recorder(), "twenty-" + i).ofTwentySteps())
                .toList();
        service.rest();
        return lots;
    }

    private String contest(String work, List<LotId> ofLarge, Read inLarge, List<LotId> ofSmall, Read inSmall)
            throws Exception {
        return new Contest(
                        work + ", " + atLarge + ", median",
                        "the same, " + atSmall,
                        Goal.atMost(1.3),
                        "µs",
                        () -> medianMicros(ofLarge, inLarge),
                        () -> medianMicros(ofSmall, inSmall))
                .row();
    }

    private static double medianMicros(List<LotId> lots, Read read) {
        var micros = new double[READS];
        for (int i = 0; i < READS; i++) {
            var begun = System.nanoTime();
            read.of(lots.get(i % lots.size()));
            micros[i] = (System.nanoTime() - begun) / 1e3;
        }
        return Contest.median(micros);
    }
}
