package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.catalogue.StepKind.DryMatter;
import vn.nguongoc.catalogue.StepKind.Limit;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;

/** What every step must keep to, and what the catalogue adds for its kind. */
record StepRules(StepKind kind, Catalogue catalogue) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @return doubts about a step that can have been so
     * @throws Refused if it cannot
     */
    List<Flag> check(Done done) {
        refuseIfDrawnTwice(done.inputs());
        refuseStrangers(done.inputs(), done.outputs(), done.losses());
        refuseIfNothingCameOut(done.outputs());
        new VarietyRules(kind, catalogue).check(done);
        var flags = new ArrayList<>(checkMasses(done));
        done.measurements().forEach((name, value) -> judge(name, value).ifPresent(flags::add));
        var moisture = kind.inputMoisture();
        if (moisture != null) {
            done.inputs().forEach(input -> judgeMoisture(moisture, input).ifPresent(flags::add));
        }
        flags.addAll(delay(done));
        return flags;
    }

    /**
     * @return doubts about what such masses would mean
     * @throws Refused if they cannot be
     */
    List<Flag> checkMasses(Done done) {
        refuseIfOutOfBalance(done.inputs(), done.outputs(), done.losses());
        var flags = new ArrayList<Flag>();
        kind.limits()
                .forEach(limit -> judge(limit, done.inputs(), done.outputs(), done.losses())
                        .ifPresent(flags::add));
        var dryMatter = kind.dryMatter();
        if (dryMatter != null) {
            judge(dryMatter, done.inputs(), done.outputs()).ifPresent(flags::add);
        }
        return flags;
    }

    private void refuseIfNothingCameOut(List<Output> outputs) {
        if (outputs.isEmpty() && !kind.outputs().isEmpty()) {
            throw new Refused(new StepRefusal.NothingCameOut(kind.code()));
        }
    }

    /** What must not wait after the harvest. */
    private List<Flag> delay(Done done) {
        var limits = kind.hoursSinceHarvest();
        var harvested = Pedigree.ofAll(
                        done.inputs().stream().map(Drawn::pedigree).toList())
                .harvestedAt();
        if (limits == null || harvested == null) {
            return List.of();
        }
        var hours = BigDecimal.valueOf(
                        Duration.between(harvested, done.startedAt()).toMinutes())
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
        return limits.doubt("late-after-harvest", kind.code(), hours).stream().toList();
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
        var makes =
                kind.sameProduct() ? inputs.stream().map(Drawn::product).collect(Collectors.toSet()) : kind.outputs();
        stranger(outputs, Output::product, makes, it -> new StepRefusal.DoesNotMake(kind.code(), it, known(makes)));
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
        var tolerance = kind.balance().percent();
        if (apart.compareTo(share(in, tolerance)) > 0) {
            throw new Refused(new StepRefusal.DoesNotBalance(
                    in, out, lost, tolerance, kind.balance().source().text()));
        }
    }

    private Optional<Flag> judge(Limit limit, List<Drawn> inputs, List<Output> outputs, List<Loss> losses) {
        if (!limit.of().isEmpty() && !inputs.stream().map(Drawn::product).allMatch(limit.of()::contains)) {
            return Optional.empty();
        }
        var amount = mass(outputs, it -> limit.products().contains(it.product()) ? it.quantity() : Mass.ZERO)
                .plus(mass(losses, it -> it.kind().equals(limit.loss()) ? it.quantity() : Mass.ZERO));
        if (amount.isZero()) {
            return Optional.empty();
        }
        var in = mass(inputs, Drawn::quantity);
        var percent = BigDecimal.valueOf(amount.grams())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(in.grams()), MathContext.DECIMAL128);
        var passed = limit.share().impossible(percent);
        var of = limit.loss() == null ? known(limit.products()) : List.of(limit.loss());
        if (passed != null) {
            throw new Refused(new StepRefusal.ShareImpossible(
                    kind.code(),
                    of,
                    amount,
                    new Mass(share(in, passed).longValue()),
                    passed,
                    limit.share().source().text()));
        }
        return limit.share().doubt("share-unusual", String.join(", ", of), percent.setScale(1, RoundingMode.HALF_UP));
    }

    private Optional<Flag> judge(String name, BigDecimal value) {
        var limits = kind.measurements().get(name);
        if (limits == null) {
            return Optional.empty();
        }
        var passed = limits.impossible(value);
        if (passed != null) {
            throw new Refused(new StepRefusal.MeasurementImpossible(
                    name, value, passed, limits.source().text()));
        }
        return limits.doubt("measurement-unusual", name, value);
    }

    private Optional<Flag> judgeMoisture(Limits limits, Drawn input) {
        var moisture = input.moisturePercent();
        if (moisture == null) {
            throw new Refused(new StepRefusal.MoistureMissing(kind.code()));
        }
        var passed = limits.impossible(moisture);
        if (passed != null) {
            throw new Refused(new StepRefusal.MoistureImpossible(
                    kind.code(), input.lot(), moisture, passed, limits.source().text()));
        }
        return limits.doubt("moisture-unusual", null, moisture);
    }

    private Optional<Flag> judge(DryMatter rule, List<Drawn> inputs, List<Output> outputs) {
        if (inputs.stream().anyMatch(it -> it.moisturePercent() == null)
                || outputs.stream().anyMatch(it -> it.moisturePercent() == null)) {
            throw new Refused(new StepRefusal.MoistureMissing(kind.code()));
        }
        var out = mass(outputs, Output::quantity);
        var before = dryMatter(inputs, Drawn::quantity, it -> Objects.requireNonNull(it.moisturePercent()));
        var after = dryMatter(outputs, Output::quantity, it -> Objects.requireNonNull(it.moisturePercent()));
        var factor = after.divide(before, MathContext.DECIMAL128);
        var passed = rule.factor().impossible(factor);
        if (passed != null) {
            // The limit on the output that has this moisture: what the dry matter that went in can weigh.
            var limit = before.multiply(passed)
                    .multiply(BigDecimal.valueOf(out.grams()))
                    .divide(after, MathContext.DECIMAL64);
            throw new Refused(new StepRefusal.GainsDryMatter(
                    out,
                    new Mass(limit.longValue()),
                    moisture(before, mass(inputs, Drawn::quantity)),
                    moisture(after, out),
                    rule.factor().source().text()));
        }
        return rule.factor().doubt("dry-matter-unusual", null, factor.setScale(3, RoundingMode.HALF_UP));
    }

    private static <T> BigDecimal dryMatter(List<T> parts, Function<T, Mass> mass, Function<T, BigDecimal> moisture) {
        return parts.stream()
                .map(part -> BigDecimal.valueOf(mass.apply(part).grams())
                        .multiply(HUNDRED.subtract(moisture.apply(part)))
                        .movePointLeft(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal moisture(BigDecimal dryMatter, Mass whole) {
        return HUNDRED.subtract(
                dryMatter.movePointRight(2).divide(BigDecimal.valueOf(whole.grams()), 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal share(Mass whole, BigDecimal percent) {
        return BigDecimal.valueOf(whole.grams()).multiply(percent).movePointLeft(2);
    }

    private static <T> Mass mass(List<T> parts, Function<T, Mass> mass) {
        return Mass.sum(parts.stream().map(mass).toList());
    }
}
