package vn.nguongoc.step;

import static vn.nguongoc.Farm.CATALOGUE;
import static vn.nguongoc.Farm.LOT;
import static vn.nguongoc.Farm.OTHER_LOT;
import static vn.nguongoc.Farm.kilograms;
import static vn.nguongoc.Farm.on;
import static vn.nguongoc.Farm.percent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;

/** What tests of steps speak of: a step of some kind on 12 May, what goes in, comes out and is lost. */
final class Steps {
    private Steps() {}

    static List<Flag> check(String kind, List<Drawn> in, List<Output> out, List<Loss> lost) {
        return check(kind, in, out, lost, Map.of());
    }

    static List<Flag> check(
            String kind, List<Drawn> in, List<Output> out, List<Loss> lost, Map<String, BigDecimal> measured) {
        return new StepRules(CATALOGUE.step(kind).orElseThrow(), CATALOGUE)
                .check(new Done(in, out, lost, measured, on("12-05"), on("12-05")));
    }

    static Drawn in(String product, Mass quantity, @Nullable String moisture) {
        return in(LOT, product, quantity, moisture, Pedigree.UNKNOWN);
    }

    static Drawn in(String product, long kilograms) {
        return in(product, kilograms(kilograms), null);
    }

    static Drawn in(LotId lot, String product, Mass quantity, @Nullable String moisture, Pedigree pedigree) {
        return new Drawn(
                lot, quantity, new Goods(product, moisture == null ? null : percent(moisture), null, null, pedigree));
    }

    static Drawn other(String product, long kilograms) {
        return in(OTHER_LOT, product, kilograms(kilograms), null, Pedigree.UNKNOWN);
    }

    static Output out(String product, Mass quantity, @Nullable String moisture) {
        return new Output(OTHER_LOT, product, quantity, moisture == null ? null : percent(moisture), null, null, null);
    }

    static Output out(String product, long kilograms) {
        return out(product, kilograms(kilograms), null);
    }

    static Loss loss(String kind, Mass quantity) {
        return new Loss(kind, quantity);
    }

    static Loss loss(String kind, long kilograms) {
        return loss(kind, kilograms(kilograms));
    }

    static Flag flag(String code, @Nullable String subject, String value, String limit, String source) {
        return new Flag(code, subject, percent(value), percent(limit), source);
    }
}
