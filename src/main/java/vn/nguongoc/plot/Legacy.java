package vn.nguongoc.plot;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Vietnam;

/**
 * What one cycle leaves to the next: a new cycle does not wash it away.
 *
 * @param waits that are not over when the next one begins
 * @param banned uses of banned substances since the last harvest, where the next one grows from what stood there
 */
record Legacy(List<Wait> waits, @Nullable Illness illness, List<Deed> banned) {
    static final Legacy NONE = new Legacy(List.of(), null, List.of());

    Legacy {
        waits = List.copyOf(waits);
        banned = List.copyOf(banned);
    }

    /** @param next when the next cycle began, and whether anything was sown or stocked for it */
    static Legacy of(@Nullable CropCycle cycle, OffsetDateTime next, boolean planted) {
        if (cycle == null) {
            return NONE;
        }
        var begins = Vietnam.day(next);
        return new Legacy(
                cycle.waits().filter(wait -> wait.harvestFrom().isAfter(begins)).toList(),
                cycle.illness().orElse(null),
                planted ? List.of() : unharvested(cycle));
    }

    private static List<Deed> unharvested(CropCycle cycle) {
        return cycle.banned()
                .filter(deed ->
                        cycle.takings().stream().noneMatch(taking -> taking.at().isAfter(deed.at())))
                .toList();
    }
}
