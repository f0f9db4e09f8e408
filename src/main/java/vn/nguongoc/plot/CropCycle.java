package vn.nguongoc.plot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CropHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.shared.Mass;

/**
 * What a plot must remember of its open cycle to judge what comes next.
 *
 * @param seedLeft of the cycle's seed, what is not yet sown
 * @param lastSownAt latest sowing; absent until something is in the ground
 * @param latest when the latest of all that was recorded of it happened
 * @param spray the one that keeps the harvest waiting longest
 */
record CropCycle(
        int number,
        String product,
        OffsetDateTime openedAt,
        Mass seedLeft,
        @Nullable OffsetDateTime lastSownAt,
        @Nullable Wait spray,
        Mass harvested,
        OffsetDateTime latest) {

    /** No harvest before this day, because of this active ingredient. */
    record Wait(LocalDate harvestFrom, String active) {}

    /** @param sprayed what was sprayed in the cycle before does not leave the soil because a new cycle is opened */
    static CropCycle of(CycleOpened event, @Nullable Wait sprayed) {
        return new CropCycle(
                event.cycle(),
                event.product(),
                event.happenedAt(),
                event.seed(),
                null,
                sprayed,
                Mass.ZERO,
                event.happenedAt());
    }

    CropCycle after(ActivityRecorded event) {
        var sown = Activity.sown(event);
        return new CropCycle(
                number,
                product,
                openedAt,
                sown == null ? seedLeft : seedLeft.minus(sown),
                sown == null ? lastSownAt : later(lastSownAt, event.happenedAt()),
                longer(spray, event),
                harvested,
                later(latest, event.happenedAt()));
    }

    private static OffsetDateTime later(@Nullable OffsetDateTime one, OffsetDateTime other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static @Nullable Wait longer(@Nullable Wait wait, ActivityRecorded event) {
        var from = event.harvestFrom();
        if (from == null || (wait != null && !from.isAfter(wait.harvestFrom()))) {
            return wait;
        }
        return new Wait(from, event.fields().getOrDefault(Activity.ACTIVE, ""));
    }

    CropCycle after(CropHarvested event) {
        return new CropCycle(
                number,
                product,
                openedAt,
                seedLeft,
                lastSownAt,
                spray,
                harvested.plus(event.quantity()),
                later(latest, event.happenedAt()));
    }
}
