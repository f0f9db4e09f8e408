package vn.nguongoc.step;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Limits;
import vn.nguongoc.catalogue.StepKind;
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
    private static final BigDecimal SECONDS_IN_AN_HOUR = BigDecimal.valueOf(3600);

    /**
     * @return doubts about a step that can have been so
     * @throws Refused if it cannot
     */
    List<Flag> check(Done done) {
        refuseIfDrawnTwice(done.inputs());
        refuseStrangers(done.inputs(), done.outputs());
        refuseIfNothingCameOut(done.outputs());
        new VarietyRules(kind, catalogue).check(done);
        var flags = new ArrayList<>(checkMasses(done));
        done.measurements().forEach((name, value) -> judge(name, value).ifPresent(flags::add));
        var moisture = kind.inputMoisture();
        if (moisture != null) {
            done.inputs().forEach(input -> judgeMoisture(moisture, input).ifPresent(flags::add));
        }
        delay(done).ifPresent(flags::add);
        return flags;
    }

    /**
     * @return doubts about what such masses would mean
     * @throws Refused if they cannot be
     */
    List<Flag> checkMasses(Done done) {
        stranger(
                done.losses(),
                Loss::kind,
                kind.losses(),
                it -> new StepRefusal.DoesNotLose(kind.code(), it, known(kind.losses())));
        refuseIfOutOfBalance(done);
        if (kind.sameProduct()) {
            done.outputs().stream().map(Output::product).distinct().forEach(it -> refuseIfItGrew(it, done));
        }
        var flags = new ArrayList<>(new ShareRules(kind).check(done));
        var dryMatter = kind.dryMatter();
        if (dryMatter != null) {
            new DryMatterRules(kind.code(), dryMatter).check(done).ifPresent(flags::add);
        }
        return flags;
    }

    private void refuseIfNothingCameOut(List<Output> outputs) {
        if (outputs.isEmpty() && !kind.outputs().isEmpty()) {
            throw new Refused(new StepRefusal.NothingCameOut(kind.code()));
        }
    }

    /** What must not wait after the harvest: a doubt in hours. */
    private Optional<Flag> delay(Done done) {
        var limits = kind.hoursSinceHarvest();
        var harvested = Pedigree.ofAll(
                        done.inputs().stream().map(Drawn::pedigree).toList())
                .harvestedAt();
        if (limits == null || harvested == null) {
            return Optional.empty();
        }
        var hours = BigDecimal.valueOf(
                        Duration.between(harvested, done.startedAt()).toSeconds())
                .divide(SECONDS_IN_AN_HOUR, MathContext.DECIMAL64);
        return limits.doubt("late-after-harvest", kind.code(), hours, 1);
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

    private void refuseStrangers(List<Drawn> inputs, List<Output> outputs) {
        stranger(
                inputs,
                Drawn::product,
                kind.inputs(),
                it -> new StepRefusal.DoesNotTake(kind.code(), it, known(kind.inputs())));
        // What is blended stays what it was: a blend is no way around the mill.
        var makes = kind.sameProduct() || kind.blends()
                ? inputs.stream().map(Drawn::product).collect(Collectors.toSet())
                : kind.outputs();
        stranger(outputs, Output::product, makes, it -> new StepRefusal.DoesNotMake(kind.code(), it, known(makes)));
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

    private void refuseIfOutOfBalance(Done done) {
        var in = Done.mass(done.inputs(), Drawn::quantity);
        var out = Done.mass(done.outputs(), Output::quantity);
        var lost = Done.mass(done.losses(), Loss::quantity);
        var apart = new Mass(Math.abs(in.grams() - out.plus(lost).grams()));
        if (apart.isMoreThan(tolerated(in))) {
            throw new Refused(new StepRefusal.DoesNotBalance(
                    in,
                    out,
                    lost,
                    kind.balance().percent(),
                    kind.balance().source().text()));
        }
    }

    /** Where each product stays what it is, none becomes more at the cost of another. */
    private void refuseIfItGrew(String product, Done done) {
        var in = Done.mass(done.inputs(), it -> it.product().equals(product) ? it.quantity() : Mass.ZERO);
        var out = Done.mass(done.outputs(), it -> it.product().equals(product) ? it.quantity() : Mass.ZERO);
        if (out.isMoreThan(in.plus(tolerated(in)))) {
            throw new Refused(new StepRefusal.MoreThanWentIn(
                    product,
                    out,
                    in,
                    kind.balance().percent(),
                    kind.balance().source().text()));
        }
    }

    /** What scales may be apart on this mass. */
    private Mass tolerated(Mass whole) {
        return whole.times(kind.balance().percent().movePointLeft(2));
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
}
