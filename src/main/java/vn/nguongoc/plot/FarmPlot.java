package vn.nguongoc.plot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.ActivityKind;
import vn.nguongoc.catalogue.ActivityKind.Effect;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.evidence.Exhibits;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.CropCycle.Beginning;
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
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * A plot: field, pond or orchard. It grows one cycle at a time. Longer than most files: a plot is all that is done on
 * it, and what each rule says is in the classes beside this one.
 */
@Aggregate(type = "plot", snapshotTriggerDefinition = "everyFiftyEvents")
class FarmPlot {
    private static final int READINGS_IN_AN_EVENT = 200;

    @AggregateIdentifier
    private @Nullable PlotId id;

    private @Nullable OrganisationId cooperative;
    private @Nullable OffsetDateTime registeredAt;
    private Ground ground = new Ground("", 0, Set.of());
    private Cycles cycles = Cycles.NONE;
    private int activities;
    private Water water = Water.UNKNOWN;

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
        refuseIfCycleIsOpen();
        var last = cycles.last();
        Cycles.refuseIfBefore(
                command.happenedAt(), Objects.requireNonNull(last == null ? registeredAt : last.closedAt()));
        var rules = new OpeningRules(ground, crop(command.product(), catalogue), catalogue);
        rules.check(command);
        var number = cycles.count() + 1;
        errands(commands).takeSeed(command, number);
        apply(new CycleOpened(
                command.plot(),
                number,
                command.product(),
                command.season(),
                command.seedLot(),
                command.seed(),
                command.pieces(),
                rules.flags(command, last),
                command.happenedAt()));
    }

    @CommandHandler
    void recordActivity(RecordActivity command, Catalogue catalogue, CommandGateway commands, Exhibits exhibits) {
        refuseIfNotOf(command.cooperative());
        exhibits.require(command.cooperative(), command.evidence());
        var kind = Activity.kind(command.kind(), ground, catalogue);
        var cycle = cycles.at(command.happenedAt(), kind.effect(), plot());
        var activity = read(kind, command.fields(), command.happenedAt(), cycle, catalogue);
        var deed = Deed.of(command, activity, activities + 1);
        var crop = crop(cycle.product(), catalogue);
        var rules = new ActivityRules(ground, cycle.with(deed), crop, catalogue);
        rules.check(deed);
        errands(commands).vouch(deed, cycle, crop);
        apply(new ActivityRecorded(
                command.plot(),
                cycle.number(),
                command.kind(),
                kind.revision(),
                command.fields(),
                activity.harvestFrom(),
                deed.number(),
                deed.effect().name(),
                all(activity.flags(), rules.flags(deed, water.salinity(deed.day()))),
                command.happenedAt(),
                command.onBehalfOf(),
                command.evidence()));
        errands(commands).name(command, deed.number());
        doubt(deed, cycle, command.happenedAt()).ifPresent(it -> apply(it));
    }

    private Activity read(
            ActivityKind kind, Map<String, String> fields, OffsetDateTime at, CropCycle cycle, Catalogue catalogue) {
        var family = catalogue.product(cycle.product()).orElseThrow().family();
        var grown = catalogue.terms().family(family).use();
        return Activity.read(kind, fields, Vietnam.day(at), ground, grown, catalogue);
    }

    // ---- correcting what was done

    @CommandHandler
    void correctActivity(CorrectActivity command, Catalogue catalogue, CommandGateway commands, EventStore log) {
        refuseIfNotOf(command.cooperative());
        var entry = entry(command.number(), log);
        var cycle = cycles.numbered(entry.cycle()).orElseThrow();
        var wrong = entry.deed();
        Cycles.refuseIfBefore(command.happenedAt(), wrong.at());
        var doubted = doubt(wrong, cycle, command.happenedAt());
        var to = command.fields();
        if (to == null) {
            rules(cycle.without(wrong.number()), catalogue).checkWithout(wrong);
            apply(corrected(command, cycle, null, List.of()));
        } else {
            var right = change(command, to, cycle, wrong, catalogue, commands);
            doubt(right, cycle, command.happenedAt())
                    .filter(it -> !doubted.equals(Optional.of(it)))
                    .ifPresent(it -> apply(it));
        }
    }

    /** @throws Refused if no activity of this number is in the open cycle or the one before it */
    private Diary.Entry entry(int activity, EventStore log) {
        return cycles.begin()
                .flatMap(begins -> Diary.since(begins, plot(), log).activity(activity))
                .orElseThrow(() -> new Refused(new PlotRefusal.NoSuchActivity(activity)));
    }

    private Deed change(
            CorrectActivity command,
            Map<String, String> to,
            CropCycle cycle,
            Deed wrong,
            Catalogue catalogue,
            CommandGateway commands) {
        var kind = Activity.kind(wrong.kind(), ground, catalogue);
        var activity = read(kind, to, wrong.at(), cycle, catalogue);
        var right = wrong.corrected(to, activity.harvestFrom(), activity.isBanned());
        var rules = rules(cycle.with(right), catalogue);
        rules.check(right);
        rules.checkWithout(wrong);
        if (right.effect() == Effect.TESTS) {
            errands(commands).vouchForLaboratory(right);
        }
        // How salty the water was is no matter of what was written of the sowing.
        apply(corrected(command, cycle, activity.harvestFrom(), all(activity.flags(), rules.flags(right, null))));
        return right;
    }

    private static ActivityCorrected corrected(
            CorrectActivity command, CropCycle cycle, @Nullable LocalDate harvestFrom, List<Flag> flags) {
        return new ActivityCorrected(
                command.plot(),
                cycle.number(),
                command.number(),
                command.fields(),
                harvestFrom,
                command.reason(),
                command.by(),
                flags,
                command.happenedAt());
    }

    /** What was harvested before it was told that it should not have been. */
    private Optional<HarvestDoubted> doubt(Deed deed, CropCycle cycle, OffsetDateTime happenedAt) {
        var lots = cycles.harvestsDoubtedBy(deed);
        return lots.isEmpty()
                ? Optional.empty()
                : Optional.of(new HarvestDoubted(
                        plot(),
                        cycle.number(),
                        lots,
                        HarvestFindings.holdId(plot(), deed.number()),
                        deed.banned(),
                        deed.active(),
                        deed.banned() ? null : Waiting.residueTest(deed.use()),
                        happenedAt));
    }

    // ---- water

    @CommandHandler
    void measureWater(MeasureWater command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var rules = new WaterRules(catalogue);
        rules.check(command.readings());
        var readings = command.readings().stream()
                .sorted(Comparator.comparing(WaterReading::at))
                .toList();
        for (int from = 0; from < readings.size(); from += READINGS_IN_AN_EVENT) {
            var part = readings.subList(from, Math.min(from + READINGS_IN_AN_EVENT, readings.size()));
            apply(new WaterMeasured(
                    command.plot(),
                    cycles.numberAt(part.getLast().at()),
                    command.device(),
                    part,
                    rules.flags(part, water),
                    command.happenedAt()));
        }
    }

    // ---- harvesting

    @CommandHandler
    void authoriseHarvest(AuthoriseHarvest command) {
        refuseIfNotOf(command.cooperative());
        var cycle = cycles.openOf(plot());
        Cycles.refuseIfBefore(command.happenedAt(), cycle.openedAt());
        var waiting = new Waiting(cycle);
        var since = waiting.lastUse(command.happenedAt())
                .orElseThrow(() -> new Refused(new PlotRefusal.NothingToAuthorise()));
        refuseUnless(!waiting.saidBy(command.by(), since), new PlotRefusal.SecondPersonNeeded(command.by()));
        apply(new HarvestAuthorised(
                command.plot(), cycle.number(), command.by(), command.reason(), command.happenedAt()));
    }

    /** @return what the harvest takes with it */
    @CommandHandler
    Picked harvest(Harvest command, Catalogue catalogue, CommandGateway commands, EventStore log) {
        refuseIfNotOf(command.cooperative());
        var cycle = cycles.openOf(plot());
        Cycles.refuseIfBefore(command.happenedAt(), command.last() ? cycle.latest() : cycle.openedAt());
        var crop = crop(cycle.product(), catalogue);
        var rules = new HarvestRules(ground, cycle, crop, catalogue);
        rules.check(command);
        var findings = new HarvestFindings(ground, cycle, crop, catalogue, command.happenedAt());
        var claims = errands(commands).claims(command, ground);
        findings.testedBefore().ifPresent(claims::add);
        var picked = new Picked(
                cycle.number(),
                claims,
                findings.passed(),
                findings.barredFrom(),
                findings.doubts(plot()),
                findings.flags(command));
        apply(new CropHarvested(
                command.plot(),
                cycle.number(),
                command.lot(),
                command.quantity(),
                rules.animals(command.quantity(), command.countPerKilogram()),
                command.happenedAt()));
        if (command.last()) {
            close(command.happenedAt(), catalogue, commands, log);
        }
        return picked;
    }

    /** A harvest that is too long ago is not judged again. */
    @CommandHandler
    void correctHarvest(CorrectHarvest command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var cycle = cycles.ofHarvest(command.cycle(), command.lot());
        var flags = cycle.map(it -> judge(command, it, catalogue)).orElse(List.of());
        var isCounted = cycle.map(it -> crop(it.product(), catalogue).counted()).orElse(true);
        apply(new HarvestCorrected(
                command.plot(),
                command.cycle(),
                command.lot(),
                command.quantity(),
                isCounted ? HarvestRules.counted(command.quantity(), command.countPerKilogram()) : null,
                flags,
                command.happenedAt()));
    }

    private List<Flag> judge(CorrectHarvest command, CropCycle cycle, Catalogue catalogue) {
        var wrong = cycle.taking(command.lot()).orElseThrow();
        Cycles.refuseIfBefore(command.happenedAt(), wrong.at());
        var crop = crop(cycle.product(), catalogue);
        new HarvestRules(ground, cycle, crop, catalogue).check(command, wrong);
        return new HarvestFindings(ground, cycle, crop, catalogue, wrong.at())
                .flags(cycle.harvested().minus(wrong.quantity()).plus(command.quantity()), command.countPerKilogram());
    }

    @CommandHandler
    void closeCycle(CloseCycle command, Catalogue catalogue, CommandGateway commands, EventStore log) {
        refuseIfNotOf(command.cooperative());
        Cycles.refuseIfBefore(command.happenedAt(), cycles.openOf(plot()).latest());
        close(command.happenedAt(), catalogue, commands, log);
    }

    private void close(OffsetDateTime happenedAt, Catalogue catalogue, CommandGateway commands, EventStore log) {
        var cycle = cycles.openOf(plot());
        errands(commands).giveBackSeed(cycle, happenedAt);
        var fed = Diary.since(cycle.begins(), plot(), log).fed(cycle.number());
        var conversion = cycle.feedConversion(fed);
        var usual = crop(cycle.product(), catalogue).feedConversion();
        var doubt = usual == null || conversion == null
                ? Optional.<Flag>empty()
                : usual.doubt("feed-conversion-unusual", cycle.product(), conversion);
        apply(new CycleClosed(plot(), cycle.number(), conversion, doubt.stream().toList(), happenedAt));
    }

    // ---- what all of it needs

    private PlotId plot() {
        return Objects.requireNonNull(id);
    }

    private Errands errands(CommandGateway commands) {
        return new Errands(plot(), Objects.requireNonNull(cooperative), commands);
    }

    private Crop crop(String product, Catalogue catalogue) {
        return catalogue
                .product(product)
                .flatMap(it -> it.on(ground.kind()))
                .orElseThrow(() -> new Refused(new PlotRefusal.CannotGrow(product, ground.kind())));
    }

    private ActivityRules rules(CropCycle cycle, Catalogue catalogue) {
        return new ActivityRules(ground, cycle, crop(cycle.product(), catalogue), catalogue);
    }

    private void refuseIfCycleIsOpen() {
        var open = cycles.open();
        if (open != null) {
            throw new Refused(new PlotRefusal.CycleIsOpen(open.number(), open.product()));
        }
    }

    private void refuseIfNotOf(OrganisationId asking) {
        refuseUnless(asking.equals(cooperative), new LogRefusal.NotFound(String.valueOf(id)));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    private static List<Flag> all(List<Flag> some, List<Flag> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(PlotRegistered event) {
        id = event.plot();
        cooperative = event.cooperative();
        registeredAt = event.happenedAt();
        ground = new Ground(
                event.kind(),
                event.areaSquareMetres(),
                event.blocks().stream().map(Block::code).collect(Collectors.toSet()));
    }

    @EventSourcingHandler
    void on(CycleOpened event, @SequenceNumber long sequence) {
        cycles = cycles.opened(event, new Beginning(sequence, activities));
    }

    @EventSourcingHandler
    void on(ActivityRecorded event) {
        activities++;
        cycles = cycles.changed(event.cycle(), cycle -> cycle.with(Deed.of(event, activities)));
    }

    @EventSourcingHandler
    void on(ActivityCorrected event) {
        cycles = cycles.changed(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(WaterMeasured event) {
        water = water.with(event.readings());
    }

    @EventSourcingHandler
    void on(HarvestAuthorised event) {
        cycles = cycles.changed(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(CropHarvested event) {
        cycles = cycles.changed(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(HarvestCorrected event) {
        cycles = cycles.changed(event.cycle(), cycle -> cycle.with(event));
    }

    @EventSourcingHandler
    void on(CycleClosed event) {
        cycles = cycles.closed(event.happenedAt());
    }
}
