package vn.nguongoc.plot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand.AuthoriseHarvest;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.CorrectActivity;
import vn.nguongoc.plot.PlotCommand.CorrectHarvest;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.MeasureWater;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.Picked;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.PlotEvent.ActivityCorrected;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.CropHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.HarvestAuthorised;
import vn.nguongoc.plot.event.PlotEvent.HarvestCorrected;
import vn.nguongoc.plot.event.PlotEvent.HarvestDoubted;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.plot.event.PlotEvent.WaterMeasured;
import vn.nguongoc.plot.event.PlotEvent.WaterReading;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/**
 * A plot: field, pond or orchard. It grows one cycle at a time and remembers the open one and the one before it, whose
 * record may still be completed and corrected; of older ones only how many there were. Longer than most files: what
 * each rule says is in the classes beside this one.
 */
@Aggregate(type = "plot", snapshotTriggerDefinition = "everyFiftyEvents")
class FarmPlot {
    private static final String SALINITY = "salinity";
    private static final int READINGS_IN_AN_EVENT = 200;

    @AggregateIdentifier
    private @Nullable PlotId id;

    private @Nullable OrganisationId cooperative;
    private Ground ground = new Ground("", 0, Set.of());
    private int cycles;
    private int activities;
    private @Nullable CropCycle open;
    private @Nullable CropCycle last;
    private @Nullable BigDecimal salinity;
    private @Nullable OffsetDateTime salinityAt;

    /** For Axon, which then replays the events. */
    FarmPlot() {}

    @CommandHandler
    FarmPlot(RegisterPlot command, Catalogue catalogue, CommandGateway commands) {
        refuseUnless(
                catalogue.terms().plotKinds().contains(command.kind()),
                new PlotRefusal.UnknownKind(
                        command.kind(),
                        catalogue.terms().plotKinds().stream().sorted().toList()));
        var ward = catalogue
                .ward(command.ward())
                .orElseThrow(() -> new Refused(new PlotRefusal.UnknownWard(command.ward())));
        var claims = Survey.claims(command, ward, catalogue.geometry());
        var flags = new PlotCodes(catalogue).check(command.codes());
        commands.sendAndWait(new OrganisationCommand.Vouch(command.cooperative(), Set.of(Role.COOPERATIVE)));
        claims.forEach(commands::sendAndWait);
        apply(new PlotRegistered(
                command.plot(),
                command.cooperative(),
                command.code(),
                command.kind(),
                command.areaSquareMetres(),
                command.ward(),
                command.boundary(),
                command.location(),
                command.codes(),
                command.blocks(),
                flags,
                command.happenedAt()));
    }

    // ---- growing

    @CommandHandler
    void openCycle(OpenCycle command, Catalogue catalogue, CommandGateway commands) {
        refuseIfNotOf(command.cooperative());
        if (open != null) {
            throw new Refused(new PlotRefusal.CycleIsOpen(open.number(), open.product()));
        }
        if (last != null) {
            refuseIfBefore(command.happenedAt(), Objects.requireNonNull(last.closedAt()));
        }
        var rules = new OpeningRules(ground, crop(command.product(), catalogue), catalogue);
        rules.check(command);
        takeSeed(command, commands);
        apply(new CycleOpened(
                command.plot(),
                cycles + 1,
                command.product(),
                command.season(),
                command.seedLot(),
                command.seed(),
                command.pieces(),
                rules.flags(command, last),
                command.happenedAt()));
    }

    private void takeSeed(OpenCycle command, CommandGateway commands) {
        var number = command.seedLot();
        if (number != null) {
            commands.sendAndWait(new TakeSeed(
                    new SeedLotKey(command.cooperative(), number),
                    command.plot(),
                    cycles + 1,
                    command.seed(),
                    command.pieces(),
                    command.product(),
                    command.happenedAt()));
        }
    }

    @CommandHandler
    void recordActivity(RecordActivity command, Catalogue catalogue, CommandGateway commands) {
        refuseIfNotOf(command.cooperative());
        var day = command.happenedAt().toLocalDate();
        var activity = Activity.read(command.kind(), command.fields(), day, ground, catalogue);
        var cycle = cycleAt(command.happenedAt(), activity.kind().effect());
        var deed = new Deed(
                activities + 1,
                command.kind(),
                activity.kind().effect(),
                command.happenedAt(),
                command.fields(),
                activity.harvestFrom(),
                activity.isBanned());
        var rules = new ActivityRules(ground, cycle.with(deed), crop(cycle.product(), catalogue), catalogue);
        rules.check(deed);
        askOthers(deed, cycle, catalogue, commands);
        var flags = new ArrayList<>(activity.flags());
        flags.addAll(rules.flags(deed, salinity));
        apply(new ActivityRecorded(
                command.plot(),
                cycle.number(),
                command.kind(),
                activity.kind().revision(),
                command.fields(),
                activity.harvestFrom(),
                deed.number(),
                deed.effect().name(),
                flags,
                command.happenedAt()));
        doubtHarvests(cycle, deed, command.happenedAt());
    }

    /** The hatchery's tests, for what is stocked; the laboratory, for what is tested. */
    private void askOthers(Deed deed, CropCycle cycle, Catalogue catalogue, CommandGateway commands) {
        if (deed.effect() == Effect.STOCKS) {
            commands.sendAndWait(new VouchForStocking(
                    new SeedLotKey(Objects.requireNonNull(cooperative), Objects.requireNonNull(cycle.seedLot())),
                    crop(cycle.product(), catalogue).pathogens(),
                    deed.at()));
        }
        if (deed.effect() == Effect.TESTS) {
            commands.sendAndWait(new OrganisationCommand.Vouch(
                    new OrganisationId(deed.fields().getOrDefault("laboratory", "")), Set.of(Role.LABORATORY)));
        }
    }

    @CommandHandler
    void correctActivity(CorrectActivity command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var cycle = cycleOf(command.number());
        var wrong = cycle.deed(command.number()).orElseThrow();
        refuseIfBefore(command.happenedAt(), wrong.at());
        var to = command.fields();
        var activity = to == null ? null : Activity.read(wrong.kind(), to, wrong.day(), ground, catalogue);
        var event = new ActivityCorrected(
                command.plot(),
                cycle.number(),
                command.number(),
                to,
                activity == null ? null : activity.harvestFrom(),
                command.reason(),
                command.by(),
                activity == null ? List.of() : activity.flags(),
                command.happenedAt());
        var corrected = cycle.with(event);
        new ActivityRules(ground, corrected, crop(cycle.product(), catalogue), catalogue).check();
        apply(event);
        corrected.deed(command.number()).ifPresent(deed -> doubtHarvests(corrected, deed, command.happenedAt()));
    }

    /** What was harvested before it was told that it should not have been. */
    private void doubtHarvests(CropCycle cycle, Deed deed, OffsetDateTime happenedAt) {
        var from = deed.harvestFrom();
        var doubted = cycle.takings().stream()
                .filter(taking -> !taking.at().isBefore(deed.at()))
                .filter(taking -> deed.banned()
                        || (from != null && taking.at().toLocalDate().isBefore(from)))
                .map(CropCycle.Taking::lot)
                .toList();
        if (!doubted.isEmpty()) {
            apply(new HarvestDoubted(
                    Objects.requireNonNull(id),
                    cycle.number(),
                    doubted,
                    HarvestRules.holdId(Objects.requireNonNull(id), deed.number()),
                    deed.banned(),
                    deed.active(),
                    happenedAt));
        }
    }

    @CommandHandler
    void measureWater(MeasureWater command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var rules = new WaterRules(catalogue);
        var readings = command.readings().stream()
                .sorted(Comparator.comparing(WaterReading::at))
                .toList();
        rules.check(readings);
        for (int from = 0; from < readings.size(); from += READINGS_IN_AN_EVENT) {
            var part = readings.subList(from, Math.min(from + READINGS_IN_AN_EVENT, readings.size()));
            apply(new WaterMeasured(
                    command.plot(),
                    open == null ? null : open.number(),
                    command.device(),
                    part,
                    rules.check(part),
                    command.happenedAt()));
        }
    }

    // ---- harvesting

    @CommandHandler
    void authoriseHarvest(AuthoriseHarvest command) {
        refuseIfNotOf(command.cooperative());
        var cycle = openCycle().after(last);
        refuseIfBefore(command.happenedAt(), cycle.openedAt());
        var wait = cycle.waiting().orElseThrow(() -> new Refused(new PlotRefusal.NothingToAuthorise()));
        refuseUnless(
                cycle.authorisations().stream()
                        .noneMatch(
                                it -> it.by().equals(command.by()) && !it.on().isBefore(wait.usedOn())),
                new PlotRefusal.SecondPersonNeeded(command.by()));
        apply(new HarvestAuthorised(
                command.plot(), cycle.number(), command.by(), command.reason(), command.happenedAt()));
    }

    /** @return what the harvest takes with it */
    @CommandHandler
    Picked harvest(Harvest command, Catalogue catalogue, CommandGateway commands) {
        refuseIfNotOf(command.cooperative());
        var cycle = openCycle().after(last);
        refuseIfBefore(command.happenedAt(), cycle.openedAt());
        if (command.last()) {
            refuseIfBefore(command.happenedAt(), cycle.latest());
        }
        var rules = new HarvestRules(ground, cycle, crop(cycle.product(), catalogue), catalogue);
        rules.check(command);
        var claims = claims(command, commands);
        rules.testedBefore(command.happenedAt().toLocalDate()).ifPresent(claims::add);
        var picked = new Picked(
                cycle.number(),
                claims,
                rules.passed(),
                rules.barredFrom(),
                rules.doubts(command.plot()),
                rules.flags(command));
        apply(new CropHarvested(
                command.plot(),
                cycle.number(),
                command.lot(),
                command.quantity(),
                command.countPerKilogram() == null
                        ? null
                        : HarvestRules.animals(command.quantity(), command.countPerKilogram()),
                command.happenedAt()));
        if (command.last()) {
            close(command.happenedAt(), catalogue, commands);
        }
        return picked;
    }

    /** What the cooperative's certificates say of this product from this plot on that day. */
    private Set<String> claims(Harvest command, CommandGateway commands) {
        Set<String> certified = commands.sendAndWait(new OrganisationCommand.AskClaims(
                command.cooperative(),
                command.product(),
                command.plot(),
                ground.areaSquareMetres(),
                command.happenedAt().toLocalDate()));
        return new HashSet<>(certified);
    }

    @CommandHandler
    void correctHarvest(CorrectHarvest command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var cycle = cycleNumbered(command.cycle());
        if (cycle != null) {
            var taking = cycle.takings().stream()
                    .filter(it -> it.lot().equals(command.lot()))
                    .findFirst()
                    .orElseThrow();
            var rules = new HarvestRules(ground, cycle, crop(cycle.product(), catalogue), catalogue);
            rules.refuseIfMoreThanItBears(command.quantity(), cycle.harvested().minus(taking.quantity()));
            rules.refuseIfMoreThanLive(
                    HarvestRules.animals(command.quantity(), command.countPerKilogram()),
                    cycle.alive() + taking.animals());
        }
        apply(new HarvestCorrected(
                command.plot(),
                command.cycle(),
                command.lot(),
                command.quantity(),
                command.countPerKilogram() == null
                        ? null
                        : HarvestRules.animals(command.quantity(), command.countPerKilogram()),
                command.happenedAt()));
    }

    @CommandHandler
    void closeCycle(CloseCycle command, Catalogue catalogue, CommandGateway commands) {
        refuseIfNotOf(command.cooperative());
        refuseIfBefore(command.happenedAt(), openCycle().latest());
        close(command.happenedAt(), catalogue, commands);
    }

    private void close(OffsetDateTime happenedAt, Catalogue catalogue, CommandGateway commands) {
        var cycle = openCycle();
        giveBackSeed(cycle, happenedAt, commands);
        var conversion = feedConversion(cycle);
        var usual = crop(cycle.product(), catalogue).feedConversion();
        apply(new CycleClosed(
                Objects.requireNonNull(id),
                cycle.number(),
                conversion,
                usual == null || conversion == null
                        ? List.of()
                        : usual.doubt("feed-conversion-unusual", cycle.product(), conversion).stream()
                                .toList(),
                happenedAt));
    }

    private static @Nullable BigDecimal feedConversion(CropCycle cycle) {
        return cycle.fed().isZero() || cycle.harvested().isZero()
                ? null
                : BigDecimal.valueOf(cycle.fed().grams())
                        .divide(BigDecimal.valueOf(cycle.harvested().grams()), 2, RoundingMode.HALF_UP);
    }

    private void giveBackSeed(CropCycle cycle, OffsetDateTime happenedAt, CommandGateway commands) {
        var number = cycle.seedLot();
        if (number != null && (!cycle.seedLeft().isZero() || cycle.piecesLeft() > 0)) {
            commands.sendAndWait(new GiveBackSeed(
                    new SeedLotKey(Objects.requireNonNull(cooperative), number),
                    Objects.requireNonNull(id),
                    cycle.number(),
                    cycle.seedLeft().isZero() ? null : cycle.seedLeft(),
                    cycle.piecesLeft() > 0 ? cycle.piecesLeft() : null,
                    happenedAt));
        }
    }

    // ---- which cycle

    private Crop crop(String product, Catalogue catalogue) {
        return catalogue
                .product(product)
                .flatMap(it -> it.on(ground.kind()))
                .orElseThrow(() -> new Refused(new PlotRefusal.CannotGrow(product, ground.kind())));
    }

    private CropCycle openCycle() {
        if (open == null) {
            throw new Refused(new PlotRefusal.NoOpenCycle(Objects.requireNonNull(id)));
        }
        return open;
    }

    /** The open cycle, or by its date the one before it: what happened then may be told late. */
    private CropCycle cycleAt(OffsetDateTime happenedAt, Effect effect) {
        if (last != null && happenedAt.isBefore(open == null ? OffsetDateTime.MAX : open.openedAt())) {
            refuseIfBefore(happenedAt, last.openedAt());
            var closed = Objects.requireNonNull(last.closedAt());
            if (!happenedAt.isAfter(closed) || effect == Effect.DISINFECTS) {
                return last;
            }
        }
        var cycle = openCycle();
        refuseIfBefore(happenedAt, cycle.openedAt());
        return cycle;
    }

    private CropCycle cycleOf(int activity) {
        if (open != null && open.deed(activity).isPresent()) {
            return open;
        }
        if (last != null && last.deed(activity).isPresent()) {
            return last;
        }
        throw new Refused(new PlotRefusal.NoSuchActivity(activity));
    }

    private @Nullable CropCycle cycleNumbered(int number) {
        if (open != null && open.number() == number) {
            return open;
        }
        return last != null && last.number() == number ? last : null;
    }

    private void refuseIfNotOf(OrganisationId asking) {
        refuseUnless(asking.equals(cooperative), new LogRefusal.NotFound(String.valueOf(id)));
    }

    private static void refuseIfBefore(OffsetDateTime happened, OffsetDateTime predecessor) {
        refuseUnless(!happened.isBefore(predecessor), new PlotRefusal.BeforeItsPredecessor(happened, predecessor));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(PlotRegistered event) {
        id = event.plot();
        cooperative = event.cooperative();
        ground = new Ground(
                event.kind(),
                event.areaSquareMetres(),
                event.blocks().stream().map(Block::code).collect(Collectors.toSet()));
    }

    @EventSourcingHandler
    void on(CycleOpened event) {
        cycles = event.cycle();
        open = CropCycle.of(event, last);
    }

    @EventSourcingHandler
    void on(ActivityRecorded event) {
        activities++;
        change(event.cycle(), cycle -> cycle.with(Deed.of(event, activities)));
    }

    @EventSourcingHandler
    void on(ActivityCorrected event) {
        change(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(WaterMeasured event) {
        for (var reading : event.readings()) {
            var measured = reading.values().get(SALINITY);
            if (measured != null && (salinityAt == null || !reading.at().isBefore(salinityAt))) {
                salinity = measured;
                salinityAt = reading.at();
            }
        }
    }

    @EventSourcingHandler
    void on(HarvestAuthorised event) {
        change(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(CropHarvested event) {
        change(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(HarvestCorrected event) {
        change(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(CycleClosed event) {
        last = open == null ? last : open.closed(event.happenedAt());
        open = null;
    }

    private void change(int number, UnaryOperator<CropCycle> change) {
        if (open != null && open.number() == number) {
            open = change.apply(open);
        } else if (last != null && last.number() == number) {
            last = change.apply(last);
        }
    }
}
