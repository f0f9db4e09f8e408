package vn.nguongoc.plot;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.plot.CropCycle.Beginning;
import vn.nguongoc.plot.CropCycle.Taking;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * The cycles of a plot: the open one and the one before it, whose record may still be completed and corrected; of older
 * ones only how many there were.
 */
record Cycles(int count, @Nullable CropCycle open, @Nullable CropCycle last) {
    static final Cycles NONE = new Cycles(0, null, null);

    // ---- what has happened

    Cycles opened(CycleOpened event, Beginning begins) {
        return new Cycles(event.cycle(), CropCycle.of(event, begins, last), last);
    }

    Cycles closed(OffsetDateTime at) {
        return open == null ? this : new Cycles(count, null, open.closed(at));
    }

    /** What is told late of the last cycle is also news to the open one. Of older ones nothing is remembered. */
    Cycles changed(int number, UnaryOperator<CropCycle> change) {
        if (open != null && open.number() == number) {
            return new Cycles(count, change.apply(open), last);
        }
        if (last != null && last.number() == number) {
            var before = change.apply(last);
            return new Cycles(count, open == null ? null : open.after(before), before);
        }
        return this;
    }

    // ---- which one

    /** @throws Refused if none is open */
    CropCycle openOf(PlotId plot) {
        if (open == null) {
            throw new Refused(new PlotRefusal.NoOpenCycle(plot));
        }
        return open;
    }

    /**
     * The open cycle, or by the date the one before it: what happened then may be told late, and a pond is disinfected
     * when its cycle is over.
     *
     * @throws Refused if it happened between them, before both, or while none was open
     */
    CropCycle at(OffsetDateTime happenedAt, Effect effect, PlotId plot) {
        if (last != null && (open == null || happenedAt.isBefore(open.openedAt()))) {
            refuseIfBefore(happenedAt, last.openedAt());
            if (effect == Effect.DISINFECTS || !happenedAt.isAfter(Objects.requireNonNull(last.closedAt()))) {
                return last;
            }
        }
        var cycle = openOf(plot);
        refuseIfBefore(happenedAt, cycle.openedAt());
        return cycle;
    }

    /** The number of the cycle that was open then, if it is one of those remembered. */
    @Nullable
    Integer numberAt(OffsetDateTime then) {
        return remembered()
                .filter(cycle -> !then.isBefore(cycle.openedAt()))
                .filter(cycle -> cycle.closedAt() == null || !then.isAfter(cycle.closedAt()))
                .map(CropCycle::number)
                .findFirst()
                .orElse(null);
    }

    /** Where the log begins to tell of what is remembered; none before the first cycle. */
    Optional<Beginning> begin() {
        return Stream.of(Optional.ofNullable(last), Optional.ofNullable(open))
                .flatMap(Optional::stream)
                .map(CropCycle::begins)
                .findFirst();
    }

    /** The cycle of this number; none if that was too long ago. */
    Optional<CropCycle> numbered(int number) {
        return remembered().filter(cycle -> cycle.number() == number).findFirst();
    }

    /** The cycle of this number that has this harvest; none if that was too long ago. */
    Optional<CropCycle> ofHarvest(int number, LotId lot) {
        return numbered(number).filter(cycle -> cycle.taking(lot).isPresent());
    }

    /** Lots of harvests that should not have been, as is now known from this activity. */
    List<LotId> harvestsDoubtedBy(Deed deed) {
        return remembered()
                .flatMap(cycle -> cycle.takings().stream()
                        .filter(taking -> isDoubted(cycle, taking, deed))
                        .map(Taking::lot))
                .toList();
    }

    private static boolean isDoubted(CropCycle cycle, Taking taking, Deed deed) {
        var waiting = new Waiting(cycle);
        return deed.banned()
                ? !taking.at().isBefore(deed.at()) && cycle.banned().anyMatch(it -> it.number() == deed.number())
                : Wait.after(deed)
                        .anyMatch(wait ->
                                wait.forbids(taking.at()) && !waiting.isOverruled(wait, Vietnam.day(taking.at())));
    }

    /** The open one first. */
    Stream<CropCycle> remembered() {
        return Stream.of(Optional.ofNullable(open), Optional.ofNullable(last)).flatMap(Optional::stream);
    }

    static void refuseIfBefore(OffsetDateTime happened, OffsetDateTime predecessor) {
        if (happened.isBefore(predecessor)) {
            throw new Refused(new PlotRefusal.BeforeItsPredecessor(happened, predecessor));
        }
    }
}
