package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.plot.PlotCommand.BannedSubstanceUsed;
import vn.nguongoc.plot.PlotCommand.Doubt;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.TestFailed;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Vietnam;

/**
 * What a harvest takes with it from the field.
 *
 * @param at when it was harvested; what was done afterwards is not in it
 */
record HarvestFindings(Ground ground, CropCycle cycle, Crop crop, Catalogue catalogue, OffsetDateTime at) {
    private static final String PRE_HARVEST_TEST = "pre-harvest-test";

    // ---- tests

    /** Tests of samples from the plot, with the day of the last pass. */
    Map<String, LocalDate> passed() {
        var passed = new TreeMap<String, LocalDate>();
        latestTests().values().stream().filter(Deed::passed).forEach(test -> passed.put(test.test(), test.day()));
        return passed;
    }

    private Map<String, Deed> latestTests() {
        var latest = new TreeMap<String, Deed>();
        cycle.deedsUntil(at)
                .filter(deed -> deed.effect() == Effect.TESTS)
                .sorted(Comparator.comparing(Deed::at))
                .forEach(test -> latest.put(test.test(), test));
        return latest;
    }

    /** Whether a sample was free of residues within the days before the harvest that markets ask for. */
    Optional<String> testedBefore() {
        var family = catalogue.product(cycle.product()).orElseThrow().family();
        var code = Waiting.residueTest(catalogue.terms().family(family).use());
        var oldest = Vietnam.day(at)
                .minusDays(catalogue.thresholds().preHarvestTestDays().whole());
        return Optional.ofNullable(passed().get(code))
                .filter(tested -> !tested.isBefore(oldest))
                .map(tested -> PRE_HARVEST_TEST);
    }

    // ---- substances

    /** Codes of markets that allow less of a substance than there may be, each with the substance. */
    Map<String, String> barredFrom() {
        var barred = new TreeMap<String, String>();
        cycle.deedsUntil(at)
                .filter(deed -> deed.effect() == Effect.SPRAYS || deed.effect() == Effect.MEDICATES)
                .map(deed -> catalogue.substance(deed.active(), deed.use()))
                .forEach(substance ->
                        substance.residueLimits().forEach(limit -> barred.put(limit.market(), substance.active())));
        return barred;
    }

    /** For which the lot is held from the first. */
    List<Doubt> doubts(PlotId plot) {
        var doubts = new ArrayList<Doubt>();
        cycle.banned()
                .filter(deed -> !deed.at().isAfter(at))
                .forEach(deed -> doubts.add(new BannedSubstanceUsed(holdId(plot, deed.number()), deed.active())));
        latestTests().values().stream()
                .filter(test -> !test.passed())
                .forEach(test -> doubts.add(new TestFailed(holdId(plot, test.number()), test.test())));
        return doubts;
    }

    /** What a hold because of an activity is known by on every lot. */
    static String holdId(PlotId plot, int number) {
        return plot + "/" + number;
    }

    // ---- what is unusual

    List<Flag> flags(Harvest harvest) {
        var flags = flags(cycle.harvested().plus(harvest.quantity()), harvest.countPerKilogram());
        moistureDoubt(harvest.moisturePercent()).ifPresent(flags::add);
        daysDoubt().ifPresent(flags::add);
        return flags;
    }

    /**
     * What is told of a harvest anew when it is corrected.
     *
     * @param harvested in the whole cycle
     */
    List<Flag> flags(Mass harvested, @Nullable BigDecimal countPerKilogram) {
        var flags = new ArrayList<Flag>();
        yieldDoubt(harvested).ifPresent(flags::add);
        countDoubt(countPerKilogram).ifPresent(flags::add);
        return flags;
    }

    private Optional<Flag> yieldDoubt(Mass harvested) {
        var tonnesPerHectare = harvested
                .inKilograms()
                .multiply(BigDecimal.TEN)
                .divide(BigDecimal.valueOf(ground.areaSquareMetres()), MathContext.DECIMAL128);
        return crop.yield().doubt("yield-unusual", cycle.product(), tonnesPerHectare, 2);
    }

    private Optional<Flag> moistureDoubt(@Nullable BigDecimal percent) {
        return crop.moisture() == null || percent == null
                ? Optional.empty()
                : crop.moisture().doubt("moisture-unusual", cycle.product(), percent);
    }

    private Optional<Flag> countDoubt(@Nullable BigDecimal countPerKilogram) {
        return crop.count() == null || countPerKilogram == null
                ? Optional.empty()
                : crop.count().doubt("count-unusual", cycle.product(), countPerKilogram);
    }

    private Optional<Flag> daysDoubt() {
        var usual = crop.days();
        return usual == null
                ? Optional.empty()
                : cycle.plantedAt()
                        .map(planted -> ChronoUnit.DAYS.between(Vietnam.day(planted), Vietnam.day(at)))
                        .flatMap(days -> usual.doubt("duration-unusual", cycle.product(), BigDecimal.valueOf(days)));
    }
}
