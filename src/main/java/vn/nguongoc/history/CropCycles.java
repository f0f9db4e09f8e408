package vn.nguongoc.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Reading;
import vn.nguongoc.generations.Views.Seen;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfCyclePart;

/** What was done in crop cycles, put together from their parts. */
@Component
public class CropCycles {
    private final Generations generations;

    CropCycles(Generations generations) {
        this.generations = generations;
    }

    /** @param cycle its number on the plot; 0 for what was measured while none was open */
    public Optional<CropCycle> of(PlotId plot, int cycle) {
        var found = read(new Reading(generations.views()), List.of(ViewOfCycle.id(plot, cycle)));
        return generations.found(found.stream().findFirst());
    }

    /** Those of these that there are. */
    static List<CropCycle> read(Reading reading, Collection<String> ids) {
        var cycles =
                reading.findAll(ViewOfCycle.class, ids).stream().map(Seen::view).toList();
        var parts = reading
                .findAll(
                        ViewOfCyclePart.class,
                        cycles.stream().flatMap(CropCycles::parts).toList())
                .stream()
                .map(Seen::view)
                .collect(Collectors.groupingBy(it -> ViewOfCycle.id(it.plot(), it.cycle())));
        return cycles.stream()
                .map(it -> together(it, parts.getOrDefault(ViewOfCycle.id(it.plot(), it.cycle()), List.of())))
                .toList();
    }

    private static Stream<String> parts(ViewOfCycle cycle) {
        return IntStream.range(0, cycle.parts()).mapToObj(cycle::part);
    }

    /** Parts are written before the cycle that counts what is in them: what it has not counted yet is left out. */
    private static CropCycle together(ViewOfCycle cycle, List<ViewOfCyclePart> parts) {
        var milestones = parts.stream()
                .sorted(Comparator.comparingInt(ViewOfCyclePart::part))
                .map(ViewOfCyclePart::milestones)
                .flatMap(List::stream)
                .limit(cycle.milestones())
                .toList();
        return new CropCycle(cycle.plot(), cycle.cycle(), milestones);
    }
}
