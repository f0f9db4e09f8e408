package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/** What the opening of a crop cycle must keep to. */
record OpeningRules(Ground ground, Crop crop, Catalogue catalogue) {
    private static final String ROTATION = "rice-shrimp";

    /** @throws Refused if such a cycle cannot be opened here */
    void check(OpenCycle command) {
        if (catalogue.season(command.season()).isEmpty()) {
            throw new Refused(new PlotRefusal.UnknownSeason(
                    command.season(), catalogue.seasonCodes().stream().sorted().toList()));
        }
        refuseIfSeedDoesNotFit(command);
        var seed = command.seed();
        if (seed != null) {
            refuseIfTooMuch(seed);
        }
    }

    private void refuseIfSeedDoesNotFit(OpenCycle command) {
        var sown = crop.seed() != null;
        var stocked = crop.stocking() != null;
        var fits = (command.seedLot() != null) == (sown || stocked)
                && (command.seed() != null) == sown
                && (command.pieces() != null) == stocked;
        if (!fits) {
            var expected = sown ? "by-mass" : stocked ? "by-pieces" : "no-seed";
            throw new Refused(new PlotRefusal.SeedDoesNotFit(command.product(), expected));
        }
    }

    private void refuseIfTooMuch(Mass seed) {
        var limits = crop.seed();
        if (limits == null || limits.possible() == null || limits.possible().max() == null) {
            return;
        }
        var most = Product.kilogramsPerHectare(limits.possible().max(), ground.areaSquareMetres());
        if (seed.isMoreThan(most)) {
            throw new Refused(new PlotRefusal.TooMuchSeed(
                    seed, most, ground.areaSquareMetres(), limits.source().text()));
        }
    }

    /** @param last the cycle before this one */
    List<Flag> flags(OpenCycle command, @Nullable CropCycle last) {
        var flags = new ArrayList<Flag>();
        seedDoubt(command).ifPresent(flags::add);
        seasonDoubt(command).ifPresent(flags::add);
        rotationDoubt(command, last).ifPresent(flags::add);
        return flags;
    }

    private Optional<Flag> seedDoubt(OpenCycle command) {
        return crop.seed() == null || command.seed() == null
                ? Optional.empty()
                : crop.seed().doubt("seed-unusual", command.product(), perHectare(command.seed()), 1);
    }

    private BigDecimal perHectare(Mass seed) {
        return seed.inKilograms()
                .multiply(BigDecimal.valueOf(10_000))
                .divide(BigDecimal.valueOf(ground.areaSquareMetres()), MathContext.DECIMAL128);
    }

    private Optional<Flag> seasonDoubt(OpenCycle command) {
        var season = catalogue.season(command.season()).orElseThrow();
        var usual = season.begins();
        // What was in the ground a while may be opened a month ahead of its sowing: land is prepared first.
        var day = Vietnam.day(command.happenedAt());
        return usual == null || usual.holds(day) || usual.holds(day.plusMonths(1))
                ? Optional.empty()
                : Optional.of(new Flag(
                        "season-unusual",
                        command.season(),
                        null,
                        null,
                        season.source().text()));
    }

    /** On rice–shrimp land rice and shrimp take turns. */
    private Optional<Flag> rotationDoubt(OpenCycle command, @Nullable CropCycle last) {
        if (!ground.kind().equals(ROTATION) || last == null) {
            return Optional.empty();
        }
        var same = family(last.product()).equals(family(command.product()));
        return same
                ? Optional.of(new Flag(
                        "rotation-broken",
                        family(command.product()),
                        null,
                        null,
                        catalogue.thresholds().salinityAtSowing().source().text()))
                : Optional.empty();
    }

    private String family(String product) {
        return catalogue.product(product).orElseThrow().family();
    }
}
