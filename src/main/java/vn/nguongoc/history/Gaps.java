package vn.nguongoc.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;

/** What a record does not say: steps that such a product cannot do without, and things nobody told. */
@Component
class Gaps {
    private final Catalogue catalogue;

    Gaps(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Of the milestones that the catalogue expects of this product, those that are not there. */
    List<String> missing(View.OfLot lot, List<Milestone> milestones) {
        var there = milestones.stream().flatMap(Gaps::code).collect(Collectors.toSet());
        return catalogue.product(lot.product()).stream()
                .flatMap(product -> product.expects().stream())
                .filter(code -> !there.contains(code))
                .toList();
    }

    private static Stream<String> code(Milestone milestone) {
        return switch (milestone) {
            case Milestone.FieldWork it -> Stream.of("activity/" + it.kind());
            case Milestone.Processing it -> Stream.of("step/" + it.kind());
            case Milestone.Harvest _ -> Stream.of("harvest");
            case Milestone.CycleOpened _, Milestone.LabResult _, Milestone.Dispatch _ -> Stream.empty();
        };
    }

    /** Until other organisations can sign in and confirm, every record is the cooperative's own word. */
    List<String> unknown(List<Milestone> milestones) {
        Set<String> tested = milestones.stream()
                .filter(Milestone.LabResult.class::isInstance)
                .map(it -> ((Milestone.LabResult) it).test())
                .collect(Collectors.toSet());
        var unknown = new ArrayList<>(List.of("confirmed-by-others"));
        catalogue.terms().labTests().stream()
                .sorted()
                .filter(test -> !tested.contains(test))
                .forEach(test -> unknown.add("lab-" + test));
        return List.copyOf(unknown);
    }
}
