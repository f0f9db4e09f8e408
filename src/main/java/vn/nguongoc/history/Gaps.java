package vn.nguongoc.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.Terms;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;

/** What a record does not say: steps that such a product cannot do without, and things nobody told. */
@Component
class Gaps {
    private final Catalogue catalogue;

    Gaps(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What the catalogue expects of this product and what is not on every way from a harvest to the lot: a blend is
     * only as complete as its least complete part.
     *
     * @param lots the lot and all upstream of it
     */
    List<String> missing(ViewOfLot lot, Collection<ViewOfLot> lots, List<Milestone> milestones) {
        var there = new Ways(lots, milestones).to(lot.id());
        return catalogue.product(lot.product()).stream()
                .flatMap(product -> product.expects().stream())
                .filter(code -> !there.contains(code))
                .toList();
    }

    /** What lies on every way from the harvests to a lot; each lot is looked at once. */
    private static final class Ways {
        private final Map<LotId, ViewOfLot> lots;
        private final Map<StepId, Milestone.Processing> steps = new HashMap<>();
        private final Map<LotId, Set<String>> known = new HashMap<>();
        private final List<Milestone> milestones;

        Ways(Collection<ViewOfLot> lots, List<Milestone> milestones) {
            this.lots = lots.stream().collect(Collectors.toMap(ViewOfLot::id, Function.identity()));
            this.milestones = milestones;
            milestones.forEach(it -> {
                if (it instanceof Milestone.Processing step) {
                    steps.put(step.step(), step);
                }
            });
        }

        Set<String> to(LotId id) {
            var done = known.get(id);
            if (done == null) {
                done = find(id);
                known.put(id, done);
            }
            return done;
        }

        private Set<String> find(LotId id) {
            var lot = lots.get(id);
            if (lot == null) {
                return Set.of();
            }
            if (lot.from() != null) {
                return to(lot.from());
            }
            var step = lot.step() == null ? null : steps.get(lot.step());
            return step == null ? onTheField(lot) : through(step);
        }

        private Set<String> through(Milestone.Processing step) {
            var onAll = step.inputs().stream()
                    .map(input -> to(input.lot()))
                    .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                    .orElse(Set.of());
            var here = new HashSet<>(onAll);
            here.add("step/" + step.kind());
            return here;
        }

        private Set<String> onTheField(ViewOfLot lot) {
            var here = new HashSet<String>();
            for (var milestone : milestones) {
                switch (milestone) {
                    case Milestone.FieldWork it
                    when isOf(lot, it.plot(), it.cycle()) -> here.add("activity/" + it.kind());
                    case Milestone.Harvest it when it.lot().equals(lot.id()) -> here.add("harvest");
                    default -> {}
                }
            }
            return here;
        }

        private static boolean isOf(ViewOfLot lot, PlotId plot, int cycle) {
            return plot.equals(lot.plot()) && Objects.equals(lot.cycle(), cycle);
        }
    }

    /**
     * Until other organisations can sign in and confirm, every record is the cooperative's own word; and where a plot
     * has neither outline nor point, nobody can go and see it.
     */
    List<String> unknown(ViewOfLot lot, List<Milestone> milestones, List<Place> plots) {
        Set<String> tested = milestones.stream()
                .filter(Milestone.LabResult.class::isInstance)
                .map(it -> ((Milestone.LabResult) it).test())
                .collect(Collectors.toCollection(HashSet::new));
        Optional.ofNullable(lot.pedigree())
                .ifPresent(pedigree -> tested.addAll(pedigree.passed().keySet()));
        var unknown = new ArrayList<>(List.of("confirmed-by-others"));
        var family = catalogue.product(lot.product()).map(Product::family).orElse("");
        catalogue.terms().labTests().stream()
                .filter(test -> test.expectedOf().contains(family))
                .map(Terms.LabTest::code)
                .sorted()
                .filter(test -> !tested.contains(test))
                .forEach(test -> unknown.add("lab-" + test));
        if (plots.stream().anyMatch(it -> it.centre() == null)) {
            unknown.add("place");
        }
        return List.copyOf(unknown);
    }
}
