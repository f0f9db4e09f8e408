package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.catalogue.Substance.Use;
import vn.nguongoc.plot.PlotCommand.BannedSubstanceUsed;
import vn.nguongoc.plot.PlotCommand.Doubt;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.TestFailed;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** What a harvest must keep to, and what it takes with it from the field. */
record HarvestRules(Ground ground, CropCycle cycle, Crop crop, Catalogue catalogue) {
    private static final String PRE_HARVEST_TEST = "pre-harvest-test";

    /** @throws Refused if this cannot have been harvested */
    void check(Harvest command) {
        refuseIfAnotherCrop(command.product());
        refuseIfNothingGrows(command);
        refuseIfIll(command.happenedAt().toLocalDate());
        refuseIfUsedTooLately(command.happenedAt().toLocalDate());
        refuseIfNotCounted(command);
        refuseIfUnknownBlock(command.block());
        refuseIfMoreThanItBears(command.quantity(), cycle.harvested());
        refuseIfMoreThanLive(animals(command.quantity(), command.countPerKilogram()), cycle.alive());
    }

    private void refuseIfAnotherCrop(String product) {
        refuseUnless(cycle.product().equals(product), new PlotRefusal.AnotherCrop(product, cycle.product()));
    }

    private void refuseIfNothingGrows(Harvest command) {
        if (!crop.perennial()) {
            var planted =
                    cycle.lastPlantedAt().orElseThrow(() -> new Refused(new PlotRefusal.NothingSown(cycle.number())));
            refuseUnless(
                    !command.happenedAt().isBefore(planted),
                    new PlotRefusal.BeforeItsPredecessor(command.happenedAt(), planted));
        }
    }

    private void refuseIfIll(LocalDate day) {
        var wait = catalogue.thresholds().daysAfterDisinfection();
        cycle.ill().ifPresent(ill -> {
            var from = ill.disinfectedOn() == null ? null : ill.disinfectedOn().plusDays(wait.whole());
            if (from == null || day.isBefore(from)) {
                throw new Refused(new PlotRefusal.PondIsClosed(
                        ill.because(),
                        ill.since(),
                        day,
                        from,
                        wait.whole(),
                        wait.source().text()));
            }
        });
    }

    private void refuseIfUsedTooLately(LocalDate day) {
        cycle.waiting()
                .filter(wait -> day.isBefore(wait.harvestFrom()))
                .filter(wait -> !cycle.isAuthorisedSince(wait.usedOn()))
                .ifPresent(wait -> {
                    throw new Refused(new PlotRefusal.BeforeHarvestIsAllowed(
                            day, wait.harvestFrom(), wait.active(), wait.usedOn(), source(wait.active())));
                });
    }

    private String source(String active) {
        var use = catalogue.terms().family(product().family()).use();
        return catalogue.substance(active, use).source().text();
    }

    private void refuseIfNotCounted(Harvest command) {
        refuseUnless(
                !crop.counted() || command.countPerKilogram() != null, new PlotRefusal.CountMissing(command.product()));
    }

    private void refuseIfUnknownBlock(@Nullable String block) {
        refuseUnless(
                block == null || ground.blocks().contains(block),
                new PlotRefusal.UnknownBlock(
                        String.valueOf(block), ground.blocks().stream().sorted().toList()));
    }

    /** @param already taken off in this cycle beside it */
    void refuseIfMoreThanItBears(Mass quantity, Mass already) {
        var possible = crop.yield().possible();
        if (possible == null || possible.max() == null) {
            return;
        }
        var limit = Product.tonnesPerHectare(possible.max(), ground.areaSquareMetres());
        refuseUnless(
                !already.plus(quantity).isMoreThan(limit),
                new PlotRefusal.MoreThanTheFieldBears(
                        quantity,
                        already,
                        limit,
                        ground.areaSquareMetres(),
                        crop.yield().source().text()));
    }

    /** @param alive that there are beside those that were taken before */
    void refuseIfMoreThanLive(long animals, long alive) {
        refuseUnless(
                !crop.counted() || animals <= alive,
                new PlotRefusal.MoreThanWereStocked(animals, alive, cycle.stocked()));
    }

    /** Animals in a mass, to the nearest one. */
    static long animals(Mass quantity, @Nullable BigDecimal countPerKilogram) {
        return countPerKilogram == null
                ? 0
                : quantity.inKilograms()
                        .multiply(countPerKilogram)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    // ---- doubts

    List<Flag> flags(Harvest command) {
        var flags = new ArrayList<Flag>();
        var tonnesPerHectare = cycle.harvested()
                .plus(command.quantity())
                .inKilograms()
                .multiply(BigDecimal.TEN)
                .divide(BigDecimal.valueOf(ground.areaSquareMetres()), 2, RoundingMode.HALF_UP);
        crop.yield().doubt("yield-unusual", command.product(), tonnesPerHectare).ifPresent(flags::add);
        moistureDoubt(command).ifPresent(flags::add);
        daysDoubt(command).ifPresent(flags::add);
        return flags;
    }

    private Optional<Flag> moistureDoubt(Harvest command) {
        return crop.moisture() == null || command.moisturePercent() == null
                ? Optional.empty()
                : crop.moisture().doubt("moisture-unusual", command.product(), command.moisturePercent());
    }

    private Optional<Flag> daysDoubt(Harvest command) {
        var usual = crop.days();
        return usual == null
                ? Optional.empty()
                : cycle.plantedAt()
                        .map(planted -> ChronoUnit.DAYS.between(
                                planted.toLocalDate(), command.happenedAt().toLocalDate()))
                        .flatMap(days -> usual.doubt("duration-unusual", command.product(), BigDecimal.valueOf(days)));
    }

    // ---- what it takes with it

    /** Tests of samples from the plot, with the day of the last pass. */
    Map<String, LocalDate> passed() {
        var passed = new HashMap<String, LocalDate>();
        latestTests().values().stream().filter(Deed::passed).forEach(test -> passed.put(test.test(), test.day()));
        return passed;
    }

    private Map<String, Deed> latestTests() {
        var latest = new TreeMap<String, Deed>();
        cycle.tests().sorted(Comparator.comparing(Deed::at)).forEach(test -> latest.put(test.test(), test));
        return latest;
    }

    /** Whether a sample was passed within the days before the harvest that markets ask for. */
    Optional<String> testedBefore(LocalDate day) {
        var oldest = day.minusDays(catalogue.thresholds().preHarvestTestDays().whole());
        return passed().values().stream().anyMatch(tested -> !tested.isBefore(oldest) && !tested.isAfter(day))
                ? Optional.of(PRE_HARVEST_TEST)
                : Optional.empty();
    }

    Map<String, String> barredFrom() {
        var barred = new TreeMap<String, String>();
        cycle.deeds().stream()
                .filter(deed -> deed.effect() == Effect.SPRAYS || deed.effect() == Effect.MEDICATES)
                .map(deed ->
                        catalogue.substance(deed.active(), deed.effect() == Effect.SPRAYS ? Use.CROP : Use.AQUACULTURE))
                .forEach(substance ->
                        substance.residueLimits().forEach(limit -> barred.put(limit.market(), substance.active())));
        return barred;
    }

    /** For which the lot is held from the first. */
    List<Doubt> doubts(PlotId plot) {
        var doubts = new ArrayList<Doubt>();
        cycle.deeds().stream()
                .filter(Deed::banned)
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

    private Product product() {
        return catalogue.product(cycle.product()).orElseThrow();
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }
}
