package vn.nguongoc.seed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.SeedCommand.RecordSeedTest;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;

/** What the catalogue says of seed: what grows from any, how it is measured, how much of it germinates. */
record SeedRules(Catalogue catalogue) {
    /**
     * What was received, in the measure of its product.
     *
     * @throws Refused if nothing grows from it, or it is not measured so
     */
    SeedQuantity received(ReceiveSeed command) {
        var product = command.product();
        if (catalogue.product(product).isEmpty()) {
            throw new Refused(new SeedRefusal.UnknownProduct(product, grown()));
        }
        if (!isGrown(product)) {
            throw new Refused(new SeedRefusal.NotFromSeed(product, grown()));
        }
        return quantity(product, command.mass(), command.pieces(), isSown(product));
    }

    /** @throws Refused if it is not this one of both */
    static SeedQuantity quantity(String product, @Nullable Mass mass, @Nullable Long pieces, boolean weighed) {
        if (weighed && (mass == null || pieces != null)) {
            throw new Refused(new SeedRefusal.ComesInKilograms(product));
        }
        if (!weighed && (pieces == null || mass != null)) {
            throw new Refused(new SeedRefusal.ComesInPieces(product));
        }
        return new SeedQuantity(mass, pieces);
    }

    /**
     * @return a doubt about a germination that can be
     * @throws Refused if it cannot
     */
    Optional<Flag> judgeGermination(String product, @Nullable BigDecimal percent) {
        if (percent == null) {
            return Optional.empty();
        }
        if (!isSown(product)) {
            throw new Refused(new SeedRefusal.DoesNotGerminate(product));
        }
        var limits = catalogue.thresholds().germination();
        var passed = limits.impossible(percent);
        if (passed != null) {
            throw new Refused(new SeedRefusal.GerminationImpossible(
                    percent, passed, limits.source().text()));
        }
        return limits.doubt("germination-unusual", null, percent);
    }

    /** @throws Refused at the first pathogen that the catalogue does not know */
    void refuseUnknownPathogens(RecordSeedTest command) {
        var known = catalogue.terms().pathogens();
        command.pathogens().stream()
                .filter(it -> !known.contains(it))
                .sorted()
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(new SeedRefusal.UnknownPathogen(
                            it, known.stream().sorted().toList()));
                });
    }

    private boolean isGrown(String product) {
        return isSown(product) || grows(product, Crop::stocking);
    }

    private boolean isSown(String product) {
        return grows(product, Crop::seed);
    }

    private boolean grows(String product, Function<Crop, @Nullable Limits> from) {
        return catalogue.product(product).stream()
                .flatMap(it -> it.crops().stream())
                .anyMatch(crop -> !crop.perennial() && from.apply(crop) != null);
    }

    private List<String> grown() {
        return catalogue.productCodes().stream().filter(this::isGrown).sorted().toList();
    }
}
