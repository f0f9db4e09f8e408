package vn.nguongoc.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.lot.event.LotEvent.Begun;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.Portion;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.StepCorrected;
import vn.nguongoc.step.event.StepEvent.StepRecorded;
import vn.nguongoc.step.event.StepEvent.Weighed;

/** What an auditor works out from events alone, in grams: where all that was harvested is. */
public final class Ledger {
    private static final BigDecimal SCALES = new BigDecimal("0.005");

    /** @param left as the lot's last event says */
    record Stock(boolean harvested, long quantity, long taken, long left) {}

    private record Run(long in, Map<LotId, Long> out, long lost) {
        long apart() {
            return in - sum(out.values()) - lost;
        }
    }

    private final Map<LotId, Stock> stocks = new LinkedHashMap<>();
    private final Map<StepId, Run> steps = new LinkedHashMap<>();
    private long aboard;
    private long lostOnTheWay;

    public void enter(Object event) {
        switch (event) {
            case Begun it -> stocks.put(it.lot(), begun(it));
            case LotDrawn it -> {
                take(it.lot(), it.quantity().grams(), it.left());
                aboard += it.by().startsWith("ship-") ? it.quantity().grams() : 0;
            }
            case LotSplit it -> take(it.lot(), sum(it.portions(), Portion::quantity), it.left());
            case LotHandedOver it -> {
                aboard -= it.sent().grams();
                lostOnTheWay += it.sent().grams() - it.received().grams();
            }
            case LotCorrected it when it.field().equals("quantity") -> correct(it);
            case LotEvent it -> {}
            case StepRecorded it -> steps.put(it.step(), process(it));
            case StepCorrected it -> steps.computeIfPresent(it.step(), (id, was) -> corrected(was, it));
            default -> {}
        }
    }

    private static Stock begun(Begun event) {
        var grams = event.quantity().grams();
        return new Stock(event instanceof LotHarvested, grams, 0, grams);
    }

    private void take(LotId lot, long grams, Mass left) {
        stocks.computeIfPresent(
                lot, (id, it) -> new Stock(it.harvested(), it.quantity(), it.taken() + grams, left.grams()));
    }

    private void correct(LotCorrected event) {
        var grams = new BigDecimal(event.after()).movePointRight(3).longValueExact();
        stocks.computeIfPresent(
                event.lot(),
                (id, it) -> new Stock(
                        it.harvested(), grams, it.taken(), event.left().grams()));
    }

    private static Run process(StepRecorded event) {
        var out = new LinkedHashMap<LotId, Long>();
        event.outputs().forEach(it -> out.put(it.lot(), it.quantity().grams()));
        return new Run(sum(event.inputs(), Input::quantity), out, sum(event.losses(), Loss::quantity));
    }

    private static Run corrected(Run was, StepCorrected event) {
        var out = new LinkedHashMap<>(was.out());
        for (Weighed it : event.outputs()) {
            out.put(it.lot(), it.quantity().grams());
        }
        return new Run(was.in(), out, sum(event.losses(), Loss::quantity));
    }

    private static <T> long sum(Collection<T> things, Function<T, Mass> mass) {
        return things.stream().mapToLong(it -> mass.apply(it).grams()).sum();
    }

    private static long sum(Collection<Long> grams) {
        return grams.stream().mapToLong(Long::longValue).sum();
    }

    // ---- what it shows

    long left(LotId lot) {
        var stock = stocks.get(lot);
        return stock == null ? 0 : stock.left();
    }

    /** @throws AssertionError if something came from nowhere or was lost sight of */
    public void isBalanced() {
        stocks.forEach((lot, it) ->
                assertThat(it.left()).as("left of %s", lot).isNotNegative().isEqualTo(it.quantity() - it.taken()));
        steps.forEach((step, it) -> {
            assertThat(BigDecimal.valueOf(Math.abs(it.apart())))
                    .as("scales apart in %s", step)
                    .isLessThanOrEqualTo(BigDecimal.valueOf(it.in()).multiply(SCALES));
            it.out()
                    .forEach((lot, grams) -> assertThat(grams)
                            .as("what %s says of %s", step, lot)
                            .isEqualTo(quantity(lot)));
        });
        var harvested = stocks.values().stream()
                .filter(Stock::harvested)
                .mapToLong(Stock::quantity)
                .sum();
        var left = stocks.values().stream().mapToLong(Stock::left).sum();
        var lost = steps.values().stream().mapToLong(Run::lost).sum();
        var apart = steps.values().stream().mapToLong(Run::apart).sum();
        assertThat(harvested).as("all that was harvested").isEqualTo(left + aboard + lostOnTheWay + lost + apart);
    }

    private long quantity(LotId lot) {
        var stock = stocks.get(lot);
        return stock == null ? 0 : stock.quantity();
    }
}
