package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.catalogue.StepKind.DryMatter;
import vn.nguongoc.catalogue.StepKind.Limit;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;

/** What every step must keep to, and what the catalogue adds for its kind. */
record StepRules(StepKind kind) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws Refused if the step cannot have been so */
    void check(List<Drawn> inputs, List<Output> outputs, List<Loss> losses) {
        refuseIfDrawnTwice(inputs);
        refuseStrangers(inputs, outputs, losses);
        refuseIfOutOfBalance(inputs, outputs, losses);
        kind.limits().forEach(limit -> refuseIfPast(limit, inputs, outputs, losses));
        var dryMatter = kind.dryMatterTolerance();
        if (dryMatter != null) {
            refuseIfDryMatterIsGained(dryMatter, inputs, outputs);
        }
    }

    private static void refuseIfDrawnTwice(List<Drawn> inputs) {
        Set<LotId> seen = new HashSet<>();
        inputs.stream()
                .map(Drawn::lot)
                .filter(lot -> !seen.add(lot))
                .findFirst()
                .ifPresent(lot -> {
                    throw new Refused(new StepRefusal.LotDrawnTwice(lot));
                });
    }

    private void refuseStrangers(List<Drawn> inputs, List<Output> outputs, List<Loss> losses) {
        stranger(
                inputs,
                Drawn::product,
                kind.inputs(),
                it -> new StepRefusal.DoesNotTake(kind.code(), it, known(kind.inputs())));
        stranger(
                outputs,
                Output::product,
                kind.outputs(),
                it -> new StepRefusal.DoesNotMake(kind.code(), it, known(kind.outputs())));
        stranger(
                losses,
                Loss::kind,
                kind.losses(),
                it -> new StepRefusal.DoesNotLose(kind.code(), it, known(kind.losses())));
    }

    private static List<String> known(Set<String> codes) {
        return codes.stream().sorted().toList();
    }

    private static <T> void stranger(
            Collection<T> things,
            Function<T, String> code,
            Set<String> allowed,
            Function<String, StepRefusal> refusal) {
        things.stream()
                .map(code)
                .filter(it -> !allowed.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(refusal.apply(it));
                });
    }

    private void refuseIfOutOfBalance(List<Drawn> inputs, List<Output> outputs, List<Loss> losses) {
        var in = mass(inputs, Drawn::quantity);
        var out = mass(outputs, Output::quantity);
        var lost = mass(losses, Loss::quantity);
        var apart = BigDecimal.valueOf(Math.abs(in.grams() - out.plus(lost).grams()));
        var tolerance = share(in, kind.balancePercent());
        if (apart.compareTo(tolerance) > 0) {
            throw new Refused(new StepRefusal.DoesNotBalance(in, out, lost, kind.balancePercent()));
        }
    }

    private void refuseIfPast(Limit limit, List<Drawn> inputs, List<Output> outputs, List<Loss> losses) {
        var products = Objects.requireNonNullElse(limit.products(), Set.<String>of());
        var requested = mass(outputs, it -> products.contains(it.product()) ? it.quantity() : Mass.ZERO)
                .plus(mass(losses, it -> it.kind().equals(limit.loss()) ? it.quantity() : Mass.ZERO));
        var in = mass(inputs, Drawn::quantity);
        var most = new Mass(share(in, limit.maxPercent()).longValue());
        if (requested.isMoreThan(most)) {
            var of = limit.loss() == null ? known(products) : List.of(limit.loss());
            throw new Refused(new StepRefusal.MoreThanItYields(
                    kind.code(), of, requested, most, limit.maxPercent(), limit.source()));
        }
    }

    private void refuseIfDryMatterIsGained(DryMatter rule, List<Drawn> inputs, List<Output> outputs) {
        if (inputs.stream().anyMatch(it -> it.moisturePercent() == null)
                || outputs.stream().anyMatch(it -> it.moisturePercent() == null)) {
            throw new Refused(new StepRefusal.MoistureMissing(kind.code()));
        }
        var in = mass(inputs, Drawn::quantity);
        var out = mass(outputs, Output::quantity);
        var before = dryMatter(inputs, Drawn::quantity, it -> Objects.requireNonNull(it.moisturePercent()));
        var after = dryMatter(outputs, Output::quantity, it -> Objects.requireNonNull(it.moisturePercent()));
        // The limit on the output that has this moisture: what the dry matter that went in can weigh.
        var limit = before.multiply(rule.factor())
                .multiply(BigDecimal.valueOf(out.grams()))
                .divide(after, MathContext.DECIMAL64);
        if (BigDecimal.valueOf(out.grams()).compareTo(limit) > 0) {
            throw new Refused(new StepRefusal.GainsDryMatter(
                    out, new Mass(limit.longValue()), moisture(before, in), moisture(after, out), rule.source()));
        }
    }

    private static <T> BigDecimal dryMatter(List<T> parts, Function<T, Mass> mass, Function<T, BigDecimal> moisture) {
        return parts.stream()
                .map(part -> BigDecimal.valueOf(mass.apply(part).grams())
                        .multiply(HUNDRED.subtract(moisture.apply(part)))
                        .movePointLeft(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal moisture(BigDecimal dryMatter, Mass whole) {
        return HUNDRED.subtract(dryMatter
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole.grams()), 1, java.math.RoundingMode.HALF_UP));
    }

    private static BigDecimal share(Mass whole, BigDecimal percent) {
        return BigDecimal.valueOf(whole.grams()).multiply(percent).movePointLeft(2);
    }

    private static <T> Mass mass(List<T> parts, Function<T, Mass> mass) {
        return Mass.sum(parts.stream().map(mass).toList());
    }
}
