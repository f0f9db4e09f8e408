package vn.nguongoc.history;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.nguongoc.generations.Views;
import vn.nguongoc.lists.SeasonEntries;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfCyclePart;

/**
 * Writes what is done in crop cycles into their parts. A part is written before the cycle that counts what is in it
 * ({@link Views}): when a cycle has seen an event, its parts have too. Told again what it has not seen, it puts the
 * same into the same part as before, which stays as it is where it has it already.
 */
final class CycleParts {
    private final Views views;
    private final SeasonEntries seasons;

    CycleParts(Views views, SeasonEntries seasons) {
        this.views = views;
        this.seasons = seasons;
    }

    void begin(Milestone.CycleOpened opened) {
        var none = ViewOfCycle.empty(opened.plot(), opened.cycle());
        views.create(
                ViewOfCycle.id(opened.plot(), opened.cycle()),
                opened.fact().position(),
                none.with(opened),
                () -> put(none, opened));
    }

    /** What is measured while no cycle is open can be added from now on. */
    void requireNone(PlotId plot) {
        views.create(ViewOfCycle.id(plot, ViewOfCycle.NONE), -1, ViewOfCycle.empty(plot, ViewOfCycle.NONE));
    }

    void add(Milestone.OfCycle milestone) {
        views.change(
                ViewOfCycle.class,
                ViewOfCycle.id(milestone.plot(), milestone.cycle()),
                milestone.fact().position(),
                cycle -> {
                    put(cycle, milestone);
                    return cycle.with(milestone);
                });
    }

    /**
     * @param number of the activity on its plot
     * @param position of the event
     * @param milestone made of the activity as it was written
     */
    void correct(
            PlotId plot,
            int cycle,
            int number,
            long position,
            Function<Milestone.FieldWork, Milestone.FieldCorrection> milestone) {
        views.change(ViewOfCycle.class, ViewOfCycle.id(plot, cycle), position, before -> {
            var part = partWith(before, number);
            var wrong = part.activity(number).orElseThrow(() -> notThere(number));
            var correction = milestone.apply(wrong);
            if (part.part() != before.next()) {
                change(before.part(part.part()), position, it -> it.corrected(correction));
            }
            put(before, correction);
            return before.with(correction);
        });
    }

    /** How many activities there were on the plot until now, in this cycle and those before it. */
    int activities(PlotId plot, int cycle) {
        return IntStream.rangeClosed(1, cycle)
                .mapToObj(it -> views.current(ViewOfCycle.class, ViewOfCycle.id(plot, it)))
                .flatMap(Optional::stream)
                .mapToInt(ViewOfCycle::activities)
                .sum();
    }

    private void put(ViewOfCycle cycle, Milestone.OfCycle milestone) {
        var id = cycle.part(cycle.next());
        var position = milestone.fact().position();
        if (cycle.isFull()) {
            var part = ViewOfCyclePart.empty(cycle).with(milestone);
            views.create(id, position, part, () -> seasons.changed(id, null, part));
        } else {
            change(id, position, it -> it.with(milestone));
        }
    }

    private void change(String id, long position, UnaryOperator<ViewOfCyclePart> change) {
        views.change(ViewOfCyclePart.class, id, position, before -> {
            var after = change.apply(before);
            seasons.changed(id, before, after);
            return after;
        });
    }

    /** Activities are numbered in the order they are recorded in, so of many parts few are read. */
    private ViewOfCyclePart partWith(ViewOfCycle cycle, int activity) {
        int low = 0;
        int high = cycle.parts() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (part(cycle, middle, activity).lastActivity() < activity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return part(cycle, low, activity);
    }

    private ViewOfCyclePart part(ViewOfCycle cycle, int part, int activity) {
        return views.current(ViewOfCyclePart.class, cycle.part(part)).orElseThrow(() -> notThere(activity));
    }

    private static IllegalStateException notThere(int activity) {
        return new IllegalStateException("activity " + activity + " was corrected before it was there");
    }
}
