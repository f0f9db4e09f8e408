package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.StepKind.DryMatter;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.step.event.StepEvent.Output;

/**
 * A step that takes water away, or nothing, makes no dry matter.
 *
 * @param kind code of the step's kind
 * @param rule what the dry matter that came out can be, as a share of what went in
 */
record DryMatterRules(String kind, DryMatter rule) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @return a doubt about dry matter that can have been so
     * @throws Refused if it cannot, or a moisture is missing
     */
    Optional<Flag> check(Done done) {
        if (!isKnown(done.inputs(), Drawn::moisturePercent) || !isKnown(done.outputs(), Output::moisturePercent)) {
            if (rule.whereKnown()) {
                return Optional.empty();
            }
            throw new Refused(new StepRefusal.MoistureMissing(kind));
        }
        var out = Done.mass(done.outputs(), Output::quantity);
        var before = dryMatter(done.inputs(), Drawn::quantity, Drawn::moisturePercent);
        var after = dryMatter(done.outputs(), Output::quantity, Output::moisturePercent);
        var share = after.divide(before, MathContext.DECIMAL128);
        var passed = rule.factor().impossible(share);
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
                    rule.factor().source().text()));
        }
        return rule.factor().doubt("dry-matter-unusual", null, share, 3);
    }

    /** Whether it was measured on all of it, and there is any. */
    private static <T> boolean isKnown(List<T> parts, Function<T, @Nullable BigDecimal> moisture) {
        return parts.stream().allMatch(part -> moisture.apply(part) != null);
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
