package vn.nguongoc.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spells {@code family/rice} out as the products of that family. */
final class Families {
    private static final String FAMILY = "family/";

    private Families() {}

    static StepKind spellOut(StepKind step, Map<String, Set<String>> families) {
        var inputs = spellOut(step, step.inputs(), families);
        var outputs = step.sameProduct() ? inputs : spellOut(step, step.outputs(), families);
        return step.taking(inputs, outputs);
    }

    private static Set<String> spellOut(StepKind step, Set<String> products, Map<String, Set<String>> families) {
        return products.stream()
                .flatMap(code -> code.startsWith(FAMILY) ? members(step, code, families) : Stream.of(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> members(StepKind step, String code, Map<String, Set<String>> families) {
        var members = families.get(code.substring(FAMILY.length()));
        if (members == null) {
            throw new Catalogue.Contradiction("steps.yml", step.code(), "names a family without products: " + code);
        }
        return members.stream();
    }
}
