package vn.nguongoc.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.catalogue.Variety;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.step.event.StepEvent.Output;

/**
 * What a product's name promises: only what is wholly of a variety may bear its name, and lots are blended under it
 * only if each proved it.
 */
record VarietyRules(StepKind kind, Catalogue catalogue) {

    /** @throws Refused if an output bears a name that an input does not allow */
    void check(Done done) {
        done.outputs().stream()
                .flatMap(output -> variety(output.product()).map(variety -> new Named(output, variety)))
                .forEach(named -> {
                    refuseIfMixed(named, done.inputs());
                    refuseUnlessProved(named, done.inputs(), Vietnam.day(done.startedAt()));
                });
    }

    private record Named(Output output, Variety variety) {}

    private Stream<Variety> variety(String product) {
        return catalogue.product(product).stream()
                .map(Product::variety)
                .filter(Objects::nonNull)
                .flatMap(code -> catalogue.variety(code).stream());
    }

    private void refuseIfMixed(Named named, List<Drawn> inputs) {
        for (var input : inputs) {
            if (variety(input.product()).noneMatch(named.variety()::equals)) {
                throw new Refused(new StepRefusal.NotOfTheVariety(
                        named.output().product(), named.variety().code(), input.lot(), input.product()));
            }
        }
    }

    private void refuseUnlessProved(Named named, List<Drawn> inputs, LocalDate day) {
        var proof = named.variety().proof();
        if (!kind.blends() || proof == null) {
            return;
        }
        var oldest = day.minusMonths(proof.months());
        for (var input : inputs) {
            @Nullable LocalDate passed = input.pedigree().passed().get(proof.test());
            if (passed == null || passed.isBefore(oldest)) {
                throw new Refused(new StepRefusal.VarietyNotProved(
                        input.lot(),
                        named.variety().code(),
                        proof.test(),
                        passed,
                        oldest,
                        proof.months(),
                        proof.source().text()));
            }
        }
    }
}
