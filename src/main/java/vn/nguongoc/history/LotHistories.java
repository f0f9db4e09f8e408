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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Memory;
import vn.nguongoc.generations.Reading;
import vn.nguongoc.generations.Views.Seen;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfCycle;
import vn.nguongoc.view.ViewOfLot;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfPlot;
import vn.nguongoc.view.ViewOfShipment;
import vn.nguongoc.view.ViewOfStep;

/** Puts a lot's history together, walking from the lot to its sources one generation of lots at a time. */
@Component
public class LotHistories {
    private static final long REMEMBERED_BYTES = 64L << 20;

    /** Histories that were put together, by lot and by address. */
    static final Memory<LotHistory> HISTORIES = new Memory<>(REMEMBERED_BYTES, LotHistory::weight);

    private static final Memory<Answer> WRITTEN = new Memory<>(REMEMBERED_BYTES, it -> it.body().length);

    private static final Comparator<Milestone> OLDEST_FIRST = Comparator.<Milestone, java.time.Instant>comparing(
                    it -> it.fact().happenedAt().toInstant())
            .thenComparingLong(it -> it.fact().position());

    private final Generations generations;
    private final Gaps gaps;
    private final JsonMapper json;

    /** @param json as the API writes it */
    LotHistories(Generations generations, Gaps gaps, JsonMapper json) {
        this.generations = generations;
        this.gaps = gaps;
        this.json = json;
    }

    /** The lot's; what was put together before is given again while it is true. */
    public Optional<LotHistory> of(LotId lot) {
        return remembered(lot, reading -> history(lot, reading));
    }

    /**
     * The same of the lot at an address.
     *
     * @param address {@code 01/…/10/…} or {@code t/…}, as in the lot's QR code
     */
    public Optional<LotHistory> at(String address) {
        return remembered(address, reading -> reading.lotAt(address).map(lot -> history(lot, reading)));
    }

    private Optional<LotHistory> remembered(Object of, Function<Reading, Optional<LotHistory>> gather) {
        var served = generations.served();
        return generations.found(served.answers(HISTORIES).of(of, read -> {
            var reading = new Reading(served.views());
            var history = gather.apply(reading);
            read.addAll(reading.keys());
            return history;
        }));
    }

    /** The same as {@link #of}, written as JSON; what was written before is given again while it is true. */
    public Optional<Answer> written(LotId lot) {
        var served = generations.served();
        return generations.found(served.answers(WRITTEN).of(lot, read -> {
            var reading = new Reading(served.views());
            var history = history(lot, reading);
            read.addAll(reading.keys());
            return history.map(it -> new Answer(json.writeValueAsBytes(it), it.version()));
        }));
    }

    private Optional<LotHistory> history(LotId lot, Reading reading) {
        return reading.find(ViewOfLot.class, lot).map(it -> history(it, reading));
    }

    private LotHistory history(Seen<ViewOfLot> start, Reading reading) {
        var found = new Gathering(reading);
        found.add(start);
        for (var generation = List.of(start.view()); !generation.isEmpty(); ) {
            var steps = found.newSteps(generation);
            generation = found.newLots(generation, steps);
        }
        var plots = found.plots().stream().map(Place::of).toList();
        var cooperative = reading.find(ViewOfOrganisation.class, start.view().organisation());
        reading.findAll(ViewOfShipment.class, start.view().shipments()).stream()
                .flatMap(shipment -> shipment.view().milestones().stream())
                .filter(dispatch -> dispatch.lot().equals(start.view().id()))
                .forEach(found.milestones::add);
        var growers = reading.findAll(ViewOfOrganisation.class, found.growers());
        var holders = reading.findAll(ViewOfOrganisation.class, found.holders());
        var milestones = found.milestones.stream().sorted(OLDEST_FIRST).toList();
        return new LotHistory(
                start.view(),
                cooperative.map(Seen::view).orElse(null),
                growers.stream().map(Seen::view).toList(),
                holders.stream().map(Seen::view).toList(),
                found.farmers(),
                plots,
                List.copyOf(found.lots.values()),
                milestones,
                gaps.missing(start.view(), found.lots.values(), milestones),
                gaps.unknown(start.view(), milestones, plots),
                reading.position(),
                reading.version());
    }

    /** What was gathered on the way up; nothing twice, however often lots were blended and split. */
    private static final class Gathering {
        private final Map<LotId, ViewOfLot> lots = new LinkedHashMap<>();
        private final Set<StepId> steps = new LinkedHashSet<>();
        private final List<Milestone> milestones = new ArrayList<>();
        private final Reading reading;

        Gathering(Reading reading) {
            this.reading = reading;
        }

        void add(Seen<ViewOfLot> lot) {
            lots.put(lot.view().id(), lot.view());
            milestones.addAll(lot.view().milestones());
        }

        List<ViewOfStep> newSteps(Collection<ViewOfLot> generation) {
            var ids = generation.stream()
                    .map(ViewOfLot::step)
                    .filter(Objects::nonNull)
                    .filter(steps::add)
                    .toList();
            var found = reading.findAll(ViewOfStep.class, ids);
            found.forEach(step -> {
                milestones.add(step.view().milestone());
                milestones.addAll(step.view().corrections());
            });
            return found.stream().map(Seen::view).toList();
        }

        /** What these lots were before, and what the steps took. */
        List<ViewOfLot> newLots(Collection<ViewOfLot> generation, Collection<ViewOfStep> from) {
            var inputs = from.stream()
                    .flatMap(step -> step.milestone().inputs().stream())
                    .map(Input::lot);
            var before = generation.stream().map(ViewOfLot::from).filter(Objects::nonNull);
            var ids = Stream.concat(before, inputs)
                    .filter(lot -> !lots.containsKey(lot))
                    .distinct()
                    .toList();
            var found = reading.findAll(ViewOfLot.class, ids);
            found.forEach(this::add);
            return found.stream().map(Seen::view).toList();
        }

        Set<OrganisationId> holders() {
            return lots.values().stream()
                    .map(ViewOfLot::organisation)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Who harvested what it was made of. */
        Set<OrganisationId> growers() {
            return lots.values().stream()
                    .filter(lot -> lot.plot() != null)
                    .map(ViewOfLot::organisation)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Those on whose behalf they were harvested. */
        List<FarmerKey> farmers() {
            return lots.values().stream()
                    .flatMap(lot -> lot.milestones().stream()
                            .filter(Milestone.Harvest.class::isInstance)
                            .flatMap(it -> Stream.ofNullable(((Milestone.Harvest) it).onBehalfOf()))
                            .map(code -> new FarmerKey(lot.organisation(), code)))
                    .distinct()
                    .toList();
        }

        /** The plots of the harvests; and the milestones of those cycles on them that were harvested. */
        List<ViewOfPlot> plots() {
            var origins = lots.values().stream()
                    .flatMap(Gathering::origin)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            var plots = origins.stream().map(Origin::plot).distinct().toList();
            var cycles = origins.stream()
                    .map(it -> ViewOfCycle.id(it.plot(), it.cycle()))
                    .toList();
            CropCycles.read(reading, cycles).forEach(cycle -> milestones.addAll(cycle.milestones()));
            return reading.findAll(ViewOfPlot.class, plots).stream()
                    .map(Seen::view)
                    .toList();
        }

        private static Stream<Origin> origin(ViewOfLot lot) {
            var plot = lot.plot();
            var cycle = lot.cycle();
            return plot == null || cycle == null ? Stream.empty() : Stream.of(new Origin(plot, cycle));
        }

        private record Origin(PlotId plot, int cycle) {}
    }
}
