package vn.nguongoc.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nguongoc.catalogue.Substance.Use;

/** Everything the rules know as data; immutable. */
public final class Catalogue {
    private final Terms terms;
    private final Thresholds thresholds;
    private final Geometry geometry;
    private final Map<String, Variety> varieties;
    private final Map<String, Product> products;
    private final Map<String, StepKind> steps;
    private final Map<String, ActivityKind> activities;
    private final Map<Use, Map<String, Substance>> substances;
    private final Map<String, WaterParameter> water;
    private final Map<String, Season> seasons;
    private final Map<String, Market> markets;
    private final Map<String, Ward> wards;
    private final Map<String, CertificateScheme> schemes;

    /** @throws Contradiction if a code stands twice, or an entry names one that is not there */
    public Catalogue(Entries entries) {
        this.terms = entries.terms();
        this.thresholds = entries.thresholds();
        this.geometry = entries.geometry();
        this.varieties = byCode("varieties.yml", entries.varieties(), Variety::code);
        this.products = byCode("products.yml", entries.products(), Product::code);
        var families = products.values().stream()
                .collect(Collectors.groupingBy(
                        Product::family, Collectors.mapping(Product::code, Collectors.toUnmodifiableSet())));
        var spelledOut = entries.steps().stream()
                .map(step -> Families.spellOut(step, families))
                .toList();
        this.steps = byCode("steps.yml", spelledOut, StepKind::code);
        this.activities = byCode("activities.yml", entries.activities(), ActivityKind::code);
        this.substances = substances(entries.substances());
        this.water = byCode("water.yml", entries.water(), WaterParameter::code);
        this.seasons = byCode("seasons.yml", entries.seasons(), Season::code);
        this.markets = byCode("markets.yml", entries.markets(), Market::code);
        this.wards = byCode("wards.yml", entries.wards(), Ward::code);
        this.schemes = byCode("schemes.yml", entries.schemes(), CertificateScheme::code);
        new Consistency(this).check();
    }

    private static <T> Map<String, T> byCode(String file, List<T> entries, Function<T, String> code) {
        return entries.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity(), (one, two) -> {
            throw new Contradiction(file, code.apply(two), "stands twice");
        }));
    }

    private static Map<Use, Map<String, Substance>> substances(List<Substance> entries) {
        Map<Use, Map<String, Substance>> all = new HashMap<>();
        for (var use : Use.values()) {
            all.put(use, new HashMap<>());
        }
        for (var substance : entries) {
            var ofUse = Objects.requireNonNull(all.get(substance.use()));
            add(ofUse, substance.active(), substance);
            substance.aliases().forEach(alias -> add(ofUse, alias, substance));
        }
        return all;
    }

    private static void add(Map<String, Substance> all, String name, Substance substance) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new Contradiction("substances.yml", substance.active(), "is to be written in lower case");
        }
        if (all.put(name, substance) != null) {
            throw new Contradiction("substances.yml", substance.active(), "stands twice: " + name);
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

    /** The entry of this active ingredient for this use, however it is written, or the one for what is not listed. */
    public Substance substance(String active, Use use) {
        var ofUse = Objects.requireNonNull(substances.get(use));
        var name = active.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(ofUse.getOrDefault(name, ofUse.get(Substance.ANY)));
    }

    public Optional<Variety> variety(String code) {
        return Optional.ofNullable(varieties.get(code));
    }

    public Optional<WaterParameter> waterParameter(String code) {
        return Optional.ofNullable(water.get(code));
    }

    public Optional<Season> season(String code) {
        return Optional.ofNullable(seasons.get(code));
    }

    public Optional<Market> market(String code) {
        return Optional.ofNullable(markets.get(code));
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

    public Thresholds thresholds() {
        return thresholds;
    }

    public Geometry geometry() {
        return geometry;
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

    public Collection<String> waterCodes() {
        return water.keySet();
    }

    public Collection<String> seasonCodes() {
        return seasons.keySet();
    }

    public Collection<String> marketCodes() {
        return markets.keySet();
    }

    public Collection<String> schemeCodes() {
        return schemes.keySet();
    }

    Collection<Substance> substances(Use use) {
        return Objects.requireNonNull(substances.get(use)).values();
    }

    /** Two entries do not go together. */
    static final class Contradiction extends RuntimeException {
        private final String file;
        private final String code;

        Contradiction(String file, String code, String reason) {
            super(reason);
            this.file = file;
            this.code = code;
        }

        String file() {
            return file;
        }

        String code() {
            return code;
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
