package vn.nguongoc.history;

import java.util.List;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.Milestone;

/**
 * What was done in one crop cycle.
 *
 * @param cycle its number on the plot; 0 for what was measured while none was open
 * @param milestones in the order of recording
 */
public record CropCycle(PlotId plot, int cycle, List<Milestone> milestones) {}
