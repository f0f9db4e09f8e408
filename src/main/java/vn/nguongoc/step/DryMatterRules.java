package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.step.event.StepEvent.Output;

/**
 * A step that only takes water away makes no dry matter.
 *
 * @param kind code of the step's kind
 * @param factor dry matter that came out, as a share of what went in
 */
record DryMatterRules(String kind, Limits factor) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @return a doubt about dry matter that can have been so
     * @throws Refused if it cannot, or a moisture is missing
     */
    Optional<Flag> check(Done done) {
        refuseIfMissing(done.inputs(), Drawn::moisturePercent);
        refuseIfMissing(done.outputs(), Output::moisturePercent);
        var out = Done.mass(done.outputs(), Output::quantity);
        var before = dryMatter(done.inputs(), Drawn::quantity, Drawn::moisturePercent);
        var after = dryMatter(done.outputs(), Output::quantity, Output::moisturePercent);
        var share = after.divide(before, MathContext.DECIMAL128);
        var passed = factor.impossible(share);
        if (passed != null) {
            // The limit on the output that has this moisture: what the dry matter that went in can weigh.
            var limit = before.multiply(passed)
                    .multiply(BigDecimal.valueOf(out.grams()))
                    .divide(after, MathContext.DECIMAL64);
            throw new Refused(new StepRefusal.GainsDryMatter(
                    out,
                    new Mass(limit.longValue()),
                    moisture(before, Done.mass(done.inputs(), Drawn::quantity)),
                    moisture(after, out),
                    factor.source().text()));
        }
        return Doubt.about(factor, "dry-matter-unusual", null, share, 3);
    }

    private <T> void refuseIfMissing(List<T> parts, Function<T, @Nullable BigDecimal> moisture) {
        if (parts.stream().anyMatch(part -> moisture.apply(part) == null)) {
            throw new Refused(new StepRefusal.MoistureMissing(kind));
        }
    }

    private static <T> BigDecimal dryMatter(
            List<T> parts, Function<T, Mass> mass, Function<T, @Nullable BigDecimal> moisture) {
        return parts.stream()
                .map(part -> BigDecimal.valueOf(mass.apply(part).grams())
                        .multiply(HUNDRED.subtract(Objects.requireNonNull(moisture.apply(part))))
                        .movePointLeft(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal moisture(BigDecimal dryMatter, Mass whole) {
        return HUNDRED.subtract(
                dryMatter.movePointRight(2).divide(BigDecimal.valueOf(whole.grams()), 1, RoundingMode.HALF_UP));
    }
}
