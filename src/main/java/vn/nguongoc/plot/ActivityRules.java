package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.plot.PlotRefusal.MoreSownThanSeed;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/**
 * What an activity, or its correction, must leave true of the cycle.
 *
 * @param cycle as it would be with it
 */
record ActivityRules(Ground ground, CropCycle cycle, Crop crop, Catalogue catalogue) {
    private static final String RICE_SHRIMP = "rice-shrimp";

    /** @throws Refused if the cycle cannot be so with this activity */
    void check(Deed deed) {
        var sown = Mass.sum(cycle.deeds().stream().map(Deed::sown).toList());
        refuseUnless(
                !sown.isMoreThan(cycle.seed()),
                new MoreSownThanSeed(deed.sown(), left(cycle.seed().plus(deed.sown()), sown)));
        refuseUnless(
                cycle.piecesLeft() >= 0,
                new PlotRefusal.MoreStockedThanMeant(deed.stocked(), cycle.piecesLeft() + deed.stocked()));
        refuseUnless(
                cycle.alive() >= 0,
                new PlotRefusal.MoreThanWereStocked(deed.died(), cycle.alive() + deed.died(), cycle.stocked()));
    }

    private static Mass left(Mass whole, Mass part) {
        return part.isMoreThan(whole) ? Mass.ZERO : whole.minus(part);
    }

    /** @throws Refused if the cycle cannot be so after a correction */
    void check() {
        var sown = Mass.sum(cycle.deeds().stream().map(Deed::sown).toList());
        refuseUnless(!sown.isMoreThan(cycle.seed()), new MoreSownThanSeed(sown, cycle.seed()));
        refuseUnless(cycle.piecesLeft() >= 0, new PlotRefusal.MoreStockedThanMeant(cycle.stocked(), cycle.pieces()));
        refuseUnless(
                cycle.alive() >= 0,
                new PlotRefusal.MoreThanWereStocked(cycle.stocked() - cycle.alive(), cycle.stocked(), cycle.stocked()));
        refuseUnless(
                crop.perennial()
                        || cycle.takings().isEmpty()
                        || cycle.plantedAt().isPresent(),
                new PlotRefusal.NothingSown(cycle.number()));
    }

    /** @param salinity last measured in the water here, in ‰ */
    List<Flag> flags(Deed deed, @Nullable BigDecimal salinity) {
        return switch (deed.effect()) {
            case SOWS -> sowingDoubts(salinity);
            case STOCKS -> stockingDoubts(deed);
            case FERTILISES -> nitrogenDoubt().stream().toList();
            case NONE, SPRAYS, MEDICATES, FEEDS, KILLS, SICKENS, DESTROYS, DISINFECTS, TESTS -> List.of();
        };
    }

    private List<Flag> sowingDoubts(@Nullable BigDecimal salinity) {
        var least = catalogue.thresholds().salinityAtSowing();
        return ground.kind().equals(RICE_SHRIMP) && salinity != null && salinity.compareTo(least.value()) >= 0
                ? List.of(new Flag(
                        "sown-in-salt",
                        null,
                        salinity,
                        least.value(),
                        least.source().text()))
                : List.of();
    }

    private List<Flag> stockingDoubts(Deed deed) {
        var flags = new ArrayList<Flag>();
        if (crop.stocking() != null) {
            var perSquareMetre = BigDecimal.valueOf(cycle.stocked())
                    .divide(BigDecimal.valueOf(ground.areaSquareMetres()), 1, RoundingMode.HALF_UP);
            crop.stocking()
                    .doubt("stocking-unusual", cycle.product(), perSquareMetre)
                    .ifPresent(flags::add);
        }
        var window = crop.begins();
        if (window != null && !window.holds(deed.day())) {
            flags.add(new Flag(
                    "stocked-out-of-season",
                    cycle.product(),
                    null,
                    null,
                    crop.yield().source().text()));
        }
        return flags;
    }

    private Optional<Flag> nitrogenDoubt() {
        return crop.nitrogen() == null
                ? Optional.empty()
                : crop.nitrogen().doubt("nitrogen-unusual", cycle.product(), cycle.nitrogen());
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }
}
