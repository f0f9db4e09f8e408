package vn.nguongoc.recall;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import vn.nguongoc.Api;
import vn.nguongoc.Api.Answer;

/**
 * Eight who keep making lots of lots, at a cooperative and at a trader: they split, store, blend and hand over,
 * whatever they get hold of. What is refused they forget.
 */
final class Makers implements AutoCloseable {
    private static final int MAKERS = 8;
    private static final String THEN = "2026-05-20T08:00:00+07:00";

    private final Api api;
    private final String cooperative;
    private final String trader;
    private final ExecutorService threads = Executors.newFixedThreadPool(MAKERS);
    private final List<Future<?>> running;
    private final List<Lot> ofOne = new CopyOnWriteArrayList<>();
    private final List<Lot> ofOther = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    /** @param one from which most is made; what is blended from it and another is made of it */
    Makers(Api api, String cooperative, String trader, String one, String other, long seed) {
        this.api = api;
        this.cooperative = cooperative;
        this.trader = trader;
        add(one, cooperative, true);
        add(other, cooperative, false);
        running = IntStream.range(0, MAKERS)
                .<Future<?>>mapToObj(i -> threads.submit(() -> make(new Random(seed + i))))
                .toList();
    }

    /** @param ofOne whether some of it comes of the one that most is made from */
    private record Lot(String id, String holder, boolean ofOne) {}

    private void add(String lot, String holder, boolean isOfOne) {
        (isOfOne ? ofOne : ofOther).add(new Lot(lot, holder, isOfOne));
    }

    /** How many lots there are of the one that most is made from. */
    int made() {
        return ofOne.size();
    }

    private void make(Random dice) {
        while (!stopped) {
            var lot = any(dice);
            switch (dice.nextInt(4)) {
                case 0 -> split(lot);
                case 1 -> store(lot, lot);
                case 2 -> store(lot, any(dice));
                default -> handOver(lot, lot.holder().equals(trader) ? cooperative : trader);
            }
        }
    }

    private Lot any(Random dice) {
        var lots = dice.nextInt(4) > 0 ? ofOne : ofOther;
        return lots.get(dice.nextInt(lots.size()));
    }

    private void split(Lot lot) {
        keep(lot.holder(), lot.ofOne(), api.post("/api/lots/" + lot.id() + "/splits", """
                {'organisation':'%s','portions':[{'quantity':{'value':'2','unit':'kg'}},{'quantity':{'value':'3','unit':'kg'}}],
                 'happenedAt':'%s'}""".formatted(
                        lot.holder(), THEN)));
    }

    private void store(Lot lot, Lot other) {
        var alone = lot.equals(other);
        var inputs = alone ? part(lot) : part(lot) + "," + part(other);
        keep(lot.holder(), lot.ofOne() || other.ofOne(), api.post("/api/steps", """
                {'organisation':'%s','kind':'storage','inputs':[%s],
                 'outputs':[{'product':'paddy-st25','quantity':{'value':'%s','unit':'kg'}}],'happenedAt':'%s'}""".formatted(
                        lot.holder(), inputs, alone ? "1" : "2", THEN)));
    }

    private static String part(Lot lot) {
        return "{'lot':'%s','quantity':{'value':'1','unit':'kg'}}".formatted(lot.id());
    }

    private void handOver(Lot lot, String to) {
        var sent = api.post("/api/shipments", """
                {'organisation':'%s','receiver':'%s','lines':[%s],'happenedAt':'%s'}""".formatted(lot.holder(), to, part(lot), THEN));
        if (sent.status() != 201) {
            return;
        }
        var received = api.post("/api/shipments/" + sent.created() + "/receipts", """
                {'organisation':'%s','lines':[%s],'by':'kho-1','happenedAt':'%s'}""".formatted(to, part(lot), THEN));
        received.created();
        add(received.json().at("/lots/0/as").stringValue(), to, lot.ofOne());
    }

    private void keep(String holder, boolean isOfOne, Answer answer) {
        if (answer.status() == 201) {
            StreamSupport.stream(answer.json().get("lots").spliterator(), false)
                    .map(JsonNode::stringValue)
                    .forEach(lot -> add(lot, holder, isOfOne));
        }
    }

    /** @throws AssertionError if one of them met something else than a yes or a no */
    @Override
    public void close() {
        stopped = true;
        threads.close();
        for (var maker : running) {
            if (maker.state() == Future.State.FAILED) {
                throw new AssertionError(maker.exceptionNow());
            }
        }
    }
}
