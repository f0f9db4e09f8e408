package vn.nguongoc.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Substance.Use;

/** Holds the catalogue's entries against each other: whatever one names must be there. */
record Consistency(Catalogue catalogue) {
    /** The fields that the rules read, by what an activity means for the cycle. */
    private static final Map<Effect, Map<String, ActivityKind.Type>> READ = Map.ofEntries(
            Map.entry(Effect.NONE, Map.of()),
            Map.entry(Effect.SOWS, Map.of("seed", ActivityKind.Type.MASS)),
            Map.entry(Effect.STOCKS, Map.of("pieces", ActivityKind.Type.PIECES)),
            Map.entry(
                    Effect.SPRAYS,
                    Map.of("active", ActivityKind.Type.SUBSTANCE, "preHarvestDays", ActivityKind.Type.DAYS)),
            Map.entry(
                    Effect.MEDICATES,
                    Map.of(
                            "active",
                            ActivityKind.Type.SUBSTANCE,
                            "withdrawalDays",
                            ActivityKind.Type.DAYS,
                            "until",
                            ActivityKind.Type.DATE)),
            Map.entry(Effect.FERTILISES, Map.of("nitrogenKgPerHectare", ActivityKind.Type.DECIMAL)),
            Map.entry(Effect.FEEDS, Map.of("feed", ActivityKind.Type.MASS)),
            Map.entry(Effect.KILLS, Map.of("pieces", ActivityKind.Type.PIECES)),
            Map.entry(Effect.SICKENS, Map.of("agent", ActivityKind.Type.TEXT)),
            Map.entry(Effect.DESTROYS, Map.of()),
            Map.entry(Effect.DISINFECTS, Map.of()),
            Map.entry(
                    Effect.TESTS,
                    Map.of(
                            "test",
                            ActivityKind.Type.TEST,
                            "verdict",
                            ActivityKind.Type.VERDICT,
                            "laboratory",
                            ActivityKind.Type.LABORATORY)));

    /** @throws Catalogue.Contradiction at the first entry that names what is not there */
    void check() {
        catalogue.productCodes().forEach(code -> check(catalogue.product(code).orElseThrow()));
        catalogue.stepCodes().forEach(code -> check(catalogue.step(code).orElseThrow()));
        catalogue.activityCodes().forEach(code -> check(catalogue.activity(code).orElseThrow()));
        catalogue.schemeCodes().forEach(code -> check(catalogue.scheme(code).orElseThrow()));
        catalogue.marketCodes().forEach(code -> check(catalogue.market(code).orElseThrow()));
        new Entry("geometry.yml", "pointOnly")
                .requireAll(
                        catalogue.terms().plotKinds(),
                        catalogue.geometry().pointOnly(),
                        "names an unknown kind of plot");
        for (var use : Use.values()) {
            check(catalogue.substances(use), use);
        }
    }

    private void check(Product product) {
        var it = new Entry("products.yml", product.code());
        it.require(familyCodes().contains(product.family()), "is of an unknown family " + product.family());
        var variety = product.variety();
        it.require(variety == null || catalogue.variety(variety).isPresent(), "is of an unknown variety " + variety);
        product.expects().forEach(code -> it.require(isKnownExpectation(code), "expects an unknown " + code));
        for (var crop : product.crops()) {
            it.requireAll(catalogue.terms().plotKinds(), crop.plotKinds(), "grows on an unknown kind of plot");
            it.requireAll(catalogue.terms().pathogens(), crop.pathogens(), "is tested for an unknown pathogen");
        }
    }

    private List<String> familyCodes() {
        return catalogue.terms().families().stream().map(Terms.Family::code).toList();
    }

    private boolean isKnownExpectation(String code) {
        var parts = code.split("/", 2);
        return switch (parts[0]) {
            case "harvest" -> parts.length == 1;
            case "step" -> parts.length == 2 && catalogue.step(parts[1]).isPresent();
            case "activity" -> parts.length == 2 && catalogue.activity(parts[1]).isPresent();
            default -> false;
        };
    }

    private void check(StepKind step) {
        var it = new Entry("steps.yml", step.code());
        it.require(catalogue.terms().groups().contains(step.group()), "is in an unknown group " + step.group());
        var limited = step.limits().stream().flatMap(limit -> Stream.of(limit.of(), limit.products()));
        Stream.concat(Stream.of(step.inputs(), step.outputs()), limited)
                .forEach(products -> it.requireAll(catalogue.productCodes(), products, "names an unknown product"));
        step.limits().stream()
                .filter(limit -> limit.loss() != null)
                .forEach(limit -> it.require(
                        step.losses().contains(limit.loss()), "limits a loss it does not have: " + limit.loss()));
    }

    private void check(ActivityKind activity) {
        var it = new Entry("activities.yml", activity.code());
        it.require(catalogue.terms().groups().contains(activity.group()), "is in an unknown group " + activity.group());
        it.requireAll(catalogue.terms().plotKinds(), activity.plotKinds(), "is done on an unknown kind of plot");
        new TreeMap<>(READ.getOrDefault(activity.effect(), Map.of())).forEach((name, type) -> {
            var field = activity.fields().get(name);
            it.require(
                    field != null && field.type() == type,
                    "has the effect " + activity.effect() + ", which reads a field " + name + " of type " + type);
        });
    }

    private void check(CertificateScheme scheme) {
        new Entry("schemes.yml", scheme.code())
                .requireAll(familyCodes(), scheme.families(), "is for an unknown family");
    }

    private void check(Market market) {
        var it = new Entry("markets.yml", market.code());
        it.requireAll(familyCodes(), market.needs().keySet(), "needs something of an unknown family");
        it.require(
                market.sources().keySet().containsAll(market.needs().keySet()),
                "needs something without naming a source");
    }

    private void check(Collection<Substance> substances, Use use) {
        new Entry("substances.yml", Substance.ANY)
                .require(substances.stream().anyMatch(Substance::isUnlisted), "is missing for " + use);
        for (var substance : substances) {
            var it = new Entry("substances.yml", substance.active());
            it.require(!substance.banned() || substance.days() == null, "is banned and has an interval");
            substance
                    .residueLimits()
                    .forEach(limit -> it.require(
                            catalogue.market(limit.market()).isPresent(),
                            "is limited in an unknown market " + limit.market()));
        }
    }

    private record Entry(String file, String code) {
        void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new Catalogue.Contradiction(file, code, otherwise);
            }
        }

        void requireAll(Collection<String> known, Set<String> named, String otherwise) {
            named.forEach(each -> require(known.contains(each), otherwise + " " + each));
        }
    }
}
