package vn.nguongoc.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.PlotId;

/**
 * Some of what was done in one crop cycle.
 *
 * @param part its number in the cycle, from 0
 * @param milestones in the order of recording, at most {@value #MOST}
 * @param lastActivity number on the plot of the last activity in it or before it; 0 before the first
 * @param corrected of the activities in it, by their numbers: what is known now of those that were written wrong
 */
public record ViewOfCyclePart(
        PlotId plot,
        int cycle,
        int part,
        List<Milestone> milestones,
        int lastActivity,
        Map<Integer, Corrected> corrected)
        implements View {
    public static final int MOST = 32;

    /** @param fields absent if it never happened */
    record Corrected(@Nullable Map<String, String> fields) {}

    /** The part in which the next milestone of a cycle is the first. */
    public static ViewOfCyclePart empty(ViewOfCycle cycle) {
        return new ViewOfCyclePart(
                cycle.plot(), cycle.cycle(), cycle.next(), List.of(), cycle.lastActivity(), Map.of());
    }

    public ViewOfCyclePart with(Milestone milestone) {
        var last = milestone instanceof Milestone.FieldWork work ? work.number() : lastActivity;
        var more = new ViewOfCyclePart(plot, cycle, part, OneMore.after(milestones, milestone), last, corrected);
        return milestone instanceof Milestone.FieldCorrection correction ? more.corrected(correction) : more;
    }

    /** What is corrected in another part changes nothing here. */
    public ViewOfCyclePart corrected(Milestone.FieldCorrection correction) {
        if (activity(correction.number()).isEmpty()) {
            return this;
        }
        var all = new TreeMap<>(corrected);
        all.put(correction.number(), new Corrected(correction.after()));
        return new ViewOfCyclePart(plot, cycle, part, milestones, lastActivity, all);
    }

    /** As it was written. */
    public Optional<Milestone.FieldWork> activity(int number) {
        return activities().filter(it -> it.number() == number).findFirst();
    }

    /** As they were written. */
    public Stream<Milestone.FieldWork> activities() {
        return milestones.stream().filter(Milestone.FieldWork.class::isInstance).map(Milestone.FieldWork.class::cast);
    }

    /** What is known now of an activity in it; absent if it never happened. */
    @Nullable
    public Map<String, String> fields(Milestone.FieldWork activity) {
        var now = corrected.get(activity.number());
        return now == null ? activity.fields() : now.fields();
    }
}
