package vn.nguongoc.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything the rules know as data; immutable. */
public final class Catalogue {
    private static final String ANY = "*";

    private final Map<String, Product> products;
    private final Map<String, StepKind> steps;
    private final Map<String, ActivityKind> activities;
    private final Map<String, Substance> substances;
    private final Map<String, Ward> wards;
    private final Map<String, CertificateScheme> schemes;
    private final Terms terms;
    private final Substance unknown;

    /** @throws IllegalArgumentException if a code stands twice, or an entry names one that is not there */
    public Catalogue(
            List<Product> products,
            List<StepKind> steps,
            List<ActivityKind> activities,
            List<Substance> substances,
            List<Ward> wards,
            List<CertificateScheme> schemes,
            Terms terms) {
        this.products = byCode(products, Product::code);
        this.steps = byCode(steps, StepKind::code);
        this.activities = byCode(activities, ActivityKind::code);
        this.substances = byCode(substances, Substance::active);
        this.wards = byCode(wards, Ward::code);
        this.schemes = byCode(schemes, CertificateScheme::code);
        this.terms = terms;
        this.unknown = Optional.ofNullable(this.substances.get(ANY))
                .orElseThrow(() -> new IllegalArgumentException("substances.yml needs an entry \"*\" for the unknown"));
        steps.forEach(this::requireKnownProducts);
        steps.forEach(step -> requireGroup(step.code(), step.group()));
        activities.forEach(activity -> requireGroup(activity.code(), activity.group()));
        products.forEach(this::requireKnownExpectations);
    }

    private static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
        return entries.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity(), (one, two) -> {
            throw new IllegalArgumentException(code.apply(one) + " stands twice");
        }));
    }

    private void requireKnownProducts(StepKind step) {
        var limited = step.limits().stream().flatMap(limit -> Stream.ofNullable(limit.products()));
        Stream.concat(Stream.of(step.inputs(), step.outputs()), limited)
                .flatMap(Collection::stream)
                .filter(code -> !products.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("step " + step.code() + " names an unknown product " + code);
                });
    }

    private void requireGroup(String code, String group) {
        require(terms.groups().contains(group), code + " is in an unknown group " + group);
    }

    private void requireKnownExpectations(Product product) {
        for (var code : product.expects()) {
            var parts = code.split("/", 2);
            var known = switch (parts[0]) {
                case "harvest" -> parts.length == 1;
                case "step" -> parts.length == 2 && steps.containsKey(parts[1]);
                case "activity" -> parts.length == 2 && activities.containsKey(parts[1]);
                default -> false;
            };
            require(known, product.code() + " expects an unknown " + code);
        }
        var crop = product.crop();
        require(
                crop == null || terms.plotKinds().containsAll(crop.plotKinds()),
                product.code() + " grows on an unknown kind of plot");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public Optional<Product> product(String code) {
        return Optional.ofNullable(products.get(code));
    }

    public Optional<StepKind> step(String code) {
        return Optional.ofNullable(steps.get(code));
    }

    public Optional<ActivityKind> activity(String code) {
        return Optional.ofNullable(activities.get(code));
    }

    /** The entry of this active ingredient, or the one for what is unknown. */
    public Substance substance(String active) {
        return substances.getOrDefault(active, unknown);
    }

    public Optional<Ward> ward(String code) {
        return Optional.ofNullable(wards.get(code));
    }

    public Optional<CertificateScheme> scheme(String code) {
        return Optional.ofNullable(schemes.get(code));
    }

    public Terms terms() {
        return terms;
    }

    /** The codes people may use, for answers that list them. */
    public Collection<String> productCodes() {
        return products.keySet();
    }

    public Collection<String> stepCodes() {
        return steps.keySet();
    }

    public Collection<String> activityCodes() {
        return activities.keySet();
    }

    public Collection<String> schemeCodes() {
        return schemes.keySet();
    }
}
