package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.shared.Flag;
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
        switch (deed.effect()) {
            case SOWS -> {
                var others = cycle.without(deed.number()).sown();
                refuseUnless(
                        !cycle.sown().isMoreThan(cycle.seed().mass()),
                        new PlotRefusal.MoreSownThanSeed(
                                deed.sown(), cycle.seed().mass().minus(others)));
            }
            case STOCKS ->
                refuseUnless(
                        cycle.piecesLeft() >= 0,
                        new PlotRefusal.MoreStockedThanMeant(deed.stocked(), cycle.piecesLeft() + deed.stocked()));
            case KILLS -> {
                var alive = cycle.alive(deed.at());
                refuseUnless(
                        alive >= 0,
                        new PlotRefusal.MoreThanWereStocked(
                                deed.died(), alive + deed.died(), cycle.stocked(deed.at())));
            }
            case NONE, SPRAYS, MEDICATES, FERTILISES, FEEDS, SICKENS, DESTROYS, DISINFECTS, TESTS -> {}
        }
    }

    /**
     * @param wrong as it was written
     * @throws Refused if what followed from it cannot be so after the correction
     */
    void checkWithout(Deed wrong) {
        switch (wrong.effect()) {
            case SOWS -> refuseIfHarvestedBeforeSown();
            case STOCKS, DESTROYS -> {
                refuseIfHarvestedBeforeSown();
                refuseIfMoreThanLived();
            }
            case NONE, SPRAYS, MEDICATES, FERTILISES, FEEDS, KILLS, SICKENS, DISINFECTS, TESTS -> {}
        }
    }

    private void refuseIfHarvestedBeforeSown() {
        var planted = cycle.plantedAt();
        refuseUnless(
                crop.perennial()
                        || cycle.takings().stream()
                                .allMatch(taking ->
                                        planted.isPresent() && !taking.at().isBefore(planted.get())),
                new PlotRefusal.NothingSown(cycle.number()));
    }

    private void refuseIfMoreThanLived() {
        Stream.concat(Stream.of(cycle.openedAt()), stocks())
                .forEach(begins -> refuseUnless(
                        cycle.alive(begins) >= 0,
                        new PlotRefusal.MoreThanWereStocked(
                                cycle.gone(begins), cycle.stocked(begins), cycle.stocked(begins))));
    }

    /** When each further stock began. */
    private Stream<OffsetDateTime> stocks() {
        return cycle.deeds().stream()
                .filter(deed -> deed.effect() == Effect.DESTROYS)
                .map(Deed::at);
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
        var usual = crop.stocking();
        if (usual == null) {
            return List.of();
        }
        var flags = new ArrayList<Flag>();
        var perSquareMetre = BigDecimal.valueOf(cycle.stocked())
                .divide(BigDecimal.valueOf(ground.areaSquareMetres()), MathContext.DECIMAL128);
        usual.doubt("stocking-unusual", cycle.product(), perSquareMetre, 1).ifPresent(flags::add);
        var calendar = crop.calendar();
        if (calendar != null && !calendar.begins().holds(deed.day())) {
            flags.add(new Flag(
                    "stocked-out-of-season",
                    cycle.product(),
                    null,
                    null,
                    calendar.source().text()));
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
