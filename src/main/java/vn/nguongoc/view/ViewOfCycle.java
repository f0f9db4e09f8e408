package vn.nguongoc.view;

import vn.nguongoc.history.CropCycles;
import vn.nguongoc.shared.PlotId;

/**
 * How much was done in one crop cycle. What it was lies in parts, so that an event writes little, however much was done
 * before it; {@link CropCycles} puts them together.
 *
 * @param cycle its number on the plot; {@link #NONE} for what was measured while none was open
 * @param milestones how many there are in all its parts
 * @param activities how many of these are activities
 * @param lastActivity number on the plot of the last of them; 0 before the first
 */
public record ViewOfCycle(PlotId plot, int cycle, int milestones, int activities, int lastActivity) implements View {
    public static final int NONE = 0;

    public static ViewOfCycle empty(PlotId plot, int cycle) {
        return new ViewOfCycle(plot, cycle, 0, 0, 0);
    }

    /** What it is known by: cycles have no id of their own. */
    public static String id(PlotId plot, int cycle) {
        return plot + "/" + cycle;
    }

    public ViewOfCycle with(Milestone milestone) {
        return milestone instanceof Milestone.FieldWork work
                ? new ViewOfCycle(plot, cycle, milestones + 1, activities + 1, work.number())
                : new ViewOfCycle(plot, cycle, milestones + 1, activities, lastActivity);
    }

    /** How many parts it has; all but the last are full. */
    public int parts() {
        return Math.ceilDiv(milestones, ViewOfCyclePart.MOST);
    }

    /** Whether the next milestone begins a part. */
    public boolean isFull() {
        return milestones % ViewOfCyclePart.MOST == 0;
    }

    /** Number of the part that the next milestone goes into. */
    public int next() {
        return milestones / ViewOfCyclePart.MOST;
    }

    /** What a part is known by. */
    public String part(int part) {
        return "%s/%06d".formatted(id(plot, cycle), part);
    }
}
