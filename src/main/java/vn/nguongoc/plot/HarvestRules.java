package vn.nguongoc.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.plot.CropCycle.Taking;
import vn.nguongoc.plot.PlotCommand.CorrectHarvest;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/** What a harvest must keep to. What was done after it is no matter, whenever it is told. */
record HarvestRules(Ground ground, CropCycle cycle, Crop crop, Catalogue catalogue) {
    private static final BigDecimal MOST_ANIMALS = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** @throws Refused if this cannot have been harvested */
    void check(Harvest command) {
        refuseIfAnotherCrop(command.product());
        refuseIfNothingGrows(command.happenedAt());
        refuseIfIll(command.happenedAt());
        refuseIfUsedTooLately(command.happenedAt());
        refuseIfNotCounted(command.countPerKilogram());
        refuseIfUnknownBlock(command.block());
        refuseIfMoreThanItBears(command.quantity(), cycle.harvested());
        var at = command.happenedAt();
        refuseIfMoreThanLive(command.quantity(), command.countPerKilogram(), cycle.alive(at), at);
    }

    /**
     * @param wrong as it was written
     * @throws Refused if that much cannot have been harvested
     */
    void check(CorrectHarvest command, Taking wrong) {
        refuseIfNotCounted(command.countPerKilogram());
        refuseIfMoreThanItBears(command.quantity(), cycle.harvested().minus(wrong.quantity()));
        refuseIfMoreThanLive(
                command.quantity(), command.countPerKilogram(), cycle.alive(wrong.at()) + wrong.animals(), wrong.at());
    }

    private void refuseIfAnotherCrop(String product) {
        refuseUnless(cycle.product().equals(product), new PlotRefusal.AnotherCrop(product, cycle.product()));
    }

    private void refuseIfNothingGrows(OffsetDateTime at) {
        if (!crop.perennial()) {
            var planted =
                    cycle.lastPlantedAt().orElseThrow(() -> new Refused(new PlotRefusal.NothingSown(cycle.number())));
            Cycles.refuseIfBefore(at, planted);
        }
    }

    private void refuseIfIll(OffsetDateTime at) {
        cycle.illness(at).ifPresent(illness -> refuseIfIll(illness, Vietnam.day(at)));
    }

    private void refuseIfIll(Illness illness, LocalDate day) {
        var wait = catalogue.thresholds().daysAfterDisinfection();
        var source = wait.source().text();
        var disinfected = illness.disinfectedOn();
        if (disinfected == null) {
            throw new Refused(
                    new PlotRefusal.PondIsClosed(illness.activity(), illness.since(), day, wait.whole(), source));
        }
        var from = disinfected.plusDays(wait.whole());
        refuseUnless(
                !day.isBefore(from),
                new PlotRefusal.PondRests(
                        illness.activity(), illness.since(), disinfected, day, from, wait.whole(), source));
    }

    private void refuseIfUsedTooLately(OffsetDateTime at) {
        new Waiting(cycle).forbidding(at).ifPresent(wait -> {
            var substance = catalogue.substance(wait.active(), wait.use());
            throw new Refused(new PlotRefusal.BeforeHarvestIsAllowed(
                    Vietnam.day(at),
                    wait.harvestFrom(),
                    wait.active(),
                    wait.usedOn(),
                    substance.source().text()));
        });
    }

    private void refuseIfNotCounted(@Nullable BigDecimal countPerKilogram) {
        var limits = crop.count();
        if (limits == null) {
            return;
        }
        if (countPerKilogram == null || countPerKilogram.signum() <= 0) {
            throw new Refused(new PlotRefusal.CountMissing(cycle.product()));
        }
        var passed = limits.impossible(countPerKilogram);
        if (passed != null) {
            throw new Refused(new PlotRefusal.CountImpossible(
                    cycle.product(), countPerKilogram, passed, limits.source().text()));
        }
    }

    private void refuseIfUnknownBlock(@Nullable String block) {
        refuseUnless(
                block == null || ground.blocks().contains(block),
                new PlotRefusal.UnknownBlock(
                        String.valueOf(block), ground.blocks().stream().sorted().toList()));
    }

    /** @param already taken off in this cycle beside it */
    private void refuseIfMoreThanItBears(Mass quantity, Mass already) {
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
    private void refuseIfMoreThanLive(
            Mass quantity, @Nullable BigDecimal countPerKilogram, long alive, OffsetDateTime at) {
        var animals = animals(quantity, countPerKilogram);
        refuseUnless(
                animals == null || animals <= alive,
                new PlotRefusal.MoreThanWereStocked(animals == null ? 0 : animals, alive, cycle.stocked(at)));
    }

    /** Animals in a mass, to the nearest one; absent where they are not counted. */
    @Nullable
    Long animals(Mass quantity, @Nullable BigDecimal countPerKilogram) {
        return crop.counted() ? counted(quantity, countPerKilogram) : null;
    }

    /** More than two thousand millions are not told apart. */
    static @Nullable Long counted(Mass quantity, @Nullable BigDecimal countPerKilogram) {
        return countPerKilogram == null || countPerKilogram.signum() <= 0
                ? null
                : Long.valueOf(quantity.inKilograms()
                        .multiply(countPerKilogram)
                        .setScale(0, RoundingMode.HALF_UP)
                        .min(MOST_ANIMALS)
                        .longValueExact());
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }
}
