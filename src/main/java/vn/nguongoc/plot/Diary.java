package vn.nguongoc.plot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.plot.CropCycle.Beginning;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;

/**
 * All that was done on a plot, as the log tells it: a cycle remembers only what its rules ask for with every activity.
 * Reading it takes as long as there are events, so it is opened when an activity is corrected and when a cycle ends,
 * never for a new activity.
 */
final class Diary {
    private final Map<Integer, Entry> entries = new HashMap<>();
    private int activities;

    private Diary(int before) {
        activities = before;
    }

    /**
     * An activity as it is known now; those that never happened have none.
     *
     * @param cycle number of the cycle that it belongs to
     */
    record Entry(int cycle, Deed deed) {

        private @Nullable Entry corrected(ActivityCorrected event) {
            var to = event.fields();
            return to == null ? null : new Entry(cycle, deed.corrected(event, to));
        }
    }

    /** What was told of a plot since a cycle began. */
    static Diary since(Beginning beginning, PlotId plot, EventStore log) {
        var diary = new Diary(beginning.activities());
        log.readEvents(plot.value(), beginning.sequence()).forEachRemaining(event -> diary.add(event.getPayload()));
        return diary;
    }

    private void add(Object event) {
        if (event instanceof ActivityRecorded recorded) {
            activities++;
            entries.put(activities, new Entry(recorded.cycle(), Deed.of(recorded, activities)));
        } else if (event instanceof ActivityCorrected corrected) {
            entries.computeIfPresent(corrected.number(), (number, wrong) -> wrong.corrected(corrected));
        }
    }

    Optional<Entry> activity(int number) {
        return Optional.ofNullable(entries.get(number));
    }

    /** All the feed that was given in a cycle. */
    Mass fed(int cycle) {
        return Mass.sum(entries.values().stream()
                .filter(entry -> entry.cycle() == cycle)
                .map(entry -> entry.deed().fed())
                .toList());
    }
}
