package vn.nguongoc.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.history.Views.Seen;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Input;

/** Puts a lot's history together, walking from the lot to its sources one generation at a time. */
@Component
public class LotHistories {
    private static final Comparator<Milestone> OLDEST_FIRST = Comparator.<Milestone, java.time.Instant>comparing(
                    it -> it.fact().happenedAt().toInstant())
            .thenComparingLong(it -> it.fact().position());

    private final Views views;
    private final Gaps gaps;

    LotHistories(Views views, Gaps gaps) {
        this.views = views;
        this.gaps = gaps;
    }

    public Optional<LotHistory> of(LotId lot) {
        return views.find(View.OfLot.class, lot).map(this::history);
    }

    /** @param address {@code 01/…/10/…} or {@code t/…}, as in the lot's QR code */
    public Optional<LotHistory> at(String address) {
        return views.lotAt(address).map(this::history);
    }

    private LotHistory history(Seen<View.OfLot> start) {
        var found = new Gathering();
        found.add(start);
        for (var generation = List.of(start.view()); !generation.isEmpty(); ) {
            var steps = found.newSteps(views, generation);
            generation = found.newLots(views, generation, steps);
        }
        var plots = found.plots(views);
        var cooperative = views.find(View.OfOrganisation.class, start.view().organisation());
        cooperative.ifPresent(found::see);
        views.findAll(View.OfShipment.class, start.view().shipments()).forEach(shipment -> {
            found.see(shipment);
            shipment.view().milestones().stream()
                    .filter(dispatch -> dispatch.lot().equals(start.view().id()))
                    .forEach(found.milestones::add);
        });
        var growers = views.findAll(View.OfOrganisation.class, found.growers());
        growers.forEach(found::see);
        var milestones = found.milestones.stream().sorted(OLDEST_FIRST).toList();
        return new LotHistory(
                start.view(),
                cooperative.map(Seen::view).orElse(null),
                growers.stream().map(Seen::view).toList(),
                plots.stream().map(Place::of).toList(),
                List.copyOf(found.lots.values()),
                milestones,
                gaps.missing(start.view(), found.lots.values(), milestones),
                gaps.unknown(start.view(), milestones),
                found.position);
    }

    /** What was gathered on the way up; nothing twice, however often lots were blended and split. */
    private static final class Gathering {
        private final Map<LotId, View.OfLot> lots = new LinkedHashMap<>();
        private final Set<StepId> steps = new LinkedHashSet<>();
        private final List<Milestone> milestones = new ArrayList<>();
        private long position;

        void see(Seen<?> seen) {
            position = Math.max(position, seen.position());
        }

        void add(Seen<View.OfLot> lot) {
            see(lot);
            lots.put(lot.view().id(), lot.view());
            milestones.addAll(lot.view().milestones());
        }

        List<View.OfStep> newSteps(Views views, Collection<View.OfLot> generation) {
            var ids = generation.stream()
                    .map(View.OfLot::step)
                    .filter(Objects::nonNull)
                    .filter(steps::add)
                    .toList();
            var found = views.findAll(View.OfStep.class, ids);
            found.forEach(step -> {
                see(step);
                milestones.add(step.view().milestone());
                milestones.addAll(step.view().corrections());
            });
            return found.stream().map(Seen::view).toList();
        }

        /** What these lots were before, and what the steps took. */
        List<View.OfLot> newLots(Views views, Collection<View.OfLot> generation, Collection<View.OfStep> from) {
            var inputs = from.stream()
                    .flatMap(step -> step.milestone().inputs().stream())
                    .map(Input::lot);
            var before = generation.stream().map(View.OfLot::from).filter(Objects::nonNull);
            var ids = Stream.concat(before, inputs)
                    .filter(lot -> !lots.containsKey(lot))
                    .distinct()
                    .toList();
            var found = views.findAll(View.OfLot.class, ids);
            found.forEach(this::add);
            return found.stream().map(Seen::view).toList();
        }

        /** Who harvested what it was made of. */
        Set<OrganisationId> growers() {
            return lots.values().stream()
                    .filter(lot -> lot.plot() != null)
                    .map(View.OfLot::organisation)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** The plots of the harvests, and of their milestones those of the cycles that were harvested. */
        List<View.OfPlot> plots(Views views) {
            Map<PlotId, Set<Integer>> cycles = lots.values().stream()
                    .flatMap(Gathering::origin)
                    .collect(Collectors.groupingBy(
                            Origin::plot, LinkedHashMap::new, Collectors.mapping(Origin::cycle, Collectors.toSet())));
            var found = views.findAll(View.OfPlot.class, cycles.keySet());
            for (var plot : found) {
                see(plot);
                plot.view().milestones().stream()
                        .filter(it ->
                                cycles.getOrDefault(plot.view().id(), Set.of()).contains(cycle(it)))
                        .forEach(milestones::add);
            }
            return found.stream().map(Seen::view).toList();
        }

        private static Stream<Origin> origin(View.OfLot lot) {
            var plot = lot.plot();
            var cycle = lot.cycle();
            return plot == null || cycle == null ? Stream.empty() : Stream.of(new Origin(plot, cycle));
        }

        private static int cycle(Milestone milestone) {
            return milestone instanceof Milestone.OfCycle it ? it.cycle() : 0;
        }

        private record Origin(PlotId plot, int cycle) {}
    }
}
