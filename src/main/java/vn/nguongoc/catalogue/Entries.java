package vn.nguongoc.catalogue;

import java.util.List;

/** All that the catalogue's files say, not yet held against each other. */
public record Entries(
        Terms terms,
        Thresholds thresholds,
        Geometry geometry,
        List<Variety> varieties,
        List<Product> products,
        List<StepKind> steps,
        List<ActivityKind> activities,
        List<Substance> substances,
        List<WaterParameter> water,
        List<Season> seasons,
        List<Market> markets,
        List<Ward> wards,
        List<CertificateScheme> schemes) {

    public Entries {
        varieties = List.copyOf(varieties);
        products = List.copyOf(products);
        steps = List.copyOf(steps);
        activities = List.copyOf(activities);
        substances = List.copyOf(substances);
        water = List.copyOf(water);
        seasons = List.copyOf(seasons);
        markets = List.copyOf(markets);
        wards = List.copyOf(wards);
        schemes = List.copyOf(schemes);
    }
}
