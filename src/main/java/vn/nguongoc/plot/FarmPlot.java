package vn.nguongoc.plot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand.CloseCycle;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.plot.PlotCommand.RegisterPlot;
import vn.nguongoc.plot.event.PlotEvent.ActivityRecorded;
import vn.nguongoc.plot.event.PlotEvent.CropHarvested;
import vn.nguongoc.plot.event.PlotEvent.CycleClosed;
import vn.nguongoc.plot.event.PlotEvent.CycleOpened;
import vn.nguongoc.plot.event.PlotEvent.PlotRegistered;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** A plot: field, pond or orchard. It grows one cycle at a time and remembers of past ones only how many there were. */
@Aggregate(type = "plot", snapshotTriggerDefinition = "everyFiftyEvents")
class FarmPlot {
    @AggregateIdentifier
    private @Nullable PlotId id;

    private @Nullable OrganisationId cooperative;
    private String kind = "";
    private long areaSquareMetres;
    private int cycles;
    private @Nullable CropCycle open;
    private @Nullable OffsetDateTime closedAt;
    private CropCycle.@Nullable Wait spray;

    /** For Axon, which then replays the events. */
    FarmPlot() {}

    @CommandHandler
    FarmPlot(RegisterPlot command, Catalogue catalogue, CommandGateway commands) {
        refuseUnless(
                catalogue.terms().plotKinds().contains(command.kind()),
                new PlotRefusal.UnknownKind(
                        command.kind(),
                        catalogue.terms().plotKinds().stream().sorted().toList()));
        refuseUnless(catalogue.ward(command.ward()).isPresent(), new PlotRefusal.UnknownWard(command.ward()));
        commands.sendAndWait(new OrganisationCommand.Vouch(command.cooperative(), Set.of(Role.COOPERATIVE)));
        apply(new PlotRegistered(
                command.plot(),
                command.cooperative(),
                command.code(),
                command.kind(),
                command.areaSquareMetres(),
                command.ward(),
                command.boundary(),
                command.happenedAt()));
    }

    @CommandHandler
    void openCycle(OpenCycle command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        if (open != null) {
            throw new Refused(new PlotRefusal.CycleIsOpen(open.number(), open.product()));
        }
        refuseUnless(
                catalogue.terms().seasons().contains(command.season()),
                new PlotRefusal.UnknownSeason(
                        command.season(),
                        catalogue.terms().seasons().stream().sorted().toList()));
        if (closedAt != null) {
            refuseIfBefore(command.happenedAt(), closedAt);
        }
        var cap = crop(command.product(), catalogue).seedCap();
        refuseUnless(
                !command.seed().isMoreThan(cap.on(areaSquareMetres)),
                new PlotRefusal.TooMuchSeed(command.seed(), cap.on(areaSquareMetres), areaSquareMetres, cap.source()));
        apply(new CycleOpened(
                command.plot(),
                cycles + 1,
                command.product(),
                command.season(),
                command.seedLot(),
                command.seed(),
                command.happenedAt()));
    }

    @CommandHandler
    void recordActivity(RecordActivity command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var cycle = openCycle();
        refuseIfBefore(command.happenedAt(), cycle.openedAt());
        var activity = Activity.read(command, catalogue);
        if (activity.sown() != null) {
            refuseUnless(
                    !activity.sown().isMoreThan(cycle.seedLeft()),
                    new PlotRefusal.MoreSownThanSeed(activity.sown(), cycle.seedLeft()));
        }
        apply(new ActivityRecorded(
                command.plot(),
                cycle.number(),
                command.kind(),
                activity.revision(),
                command.fields(),
                activity.harvestFrom(),
                command.happenedAt()));
    }

    /** @return the number of the cycle that was harvested */
    @CommandHandler
    int harvest(Harvest command, Catalogue catalogue) {
        refuseIfNotOf(command.cooperative());
        var cycle = openCycle();
        refuseUnless(
                cycle.product().equals(command.product()),
                new PlotRefusal.AnotherCrop(command.product(), cycle.product()));
        refuseUnless(cycle.lastSownAt() != null, new PlotRefusal.NothingSown(cycle.number()));
        refuseIfBefore(command.happenedAt(), Objects.requireNonNull(cycle.lastSownAt()));
        if (command.last()) {
            refuseIfBefore(command.happenedAt(), cycle.latest());
        }
        refuseIfSprayedTooLately(cycle, command.happenedAt().toLocalDate());
        refuseIfMoreThanTheFieldBears(cycle, command, crop(cycle.product(), catalogue));
        apply(new CropHarvested(
                command.plot(), cycle.number(), command.lot(), command.quantity(), command.happenedAt()));
        if (command.last()) {
            apply(new CycleClosed(command.plot(), cycle.number(), command.happenedAt()));
        }
        return cycle.number();
    }

    @CommandHandler
    void closeCycle(CloseCycle command) {
        refuseIfNotOf(command.cooperative());
        var cycle = openCycle();
        refuseIfBefore(command.happenedAt(), cycle.latest());
        apply(new CycleClosed(command.plot(), cycle.number(), command.happenedAt()));
    }

    private Crop crop(String product, Catalogue catalogue) {
        return catalogue
                .product(product)
                .flatMap(it -> java.util.Optional.ofNullable(it.crop()))
                .filter(crop -> crop.plotKinds().contains(kind))
                .orElseThrow(() -> new Refused(new PlotRefusal.CannotGrow(product, kind)));
    }

    private CropCycle openCycle() {
        if (open == null) {
            throw new Refused(new PlotRefusal.NoOpenCycle(Objects.requireNonNull(id)));
        }
        return open;
    }

    private void refuseIfNotOf(OrganisationId asking) {
        refuseUnless(asking.equals(cooperative), new LogRefusal.NotFound(String.valueOf(id)));
    }

    private static void refuseIfSprayedTooLately(CropCycle cycle, LocalDate day) {
        var spray = cycle.spray();
        if (spray != null && day.isBefore(spray.harvestFrom())) {
            throw new Refused(new PlotRefusal.BeforeHarvestIsAllowed(day, spray.harvestFrom(), spray.active()));
        }
    }

    private void refuseIfMoreThanTheFieldBears(CropCycle cycle, Harvest command, Crop crop) {
        var limit = crop.yieldCap().on(areaSquareMetres);
        refuseUnless(
                !cycle.harvested().plus(command.quantity()).isMoreThan(limit),
                new PlotRefusal.MoreThanTheFieldBears(
                        command.quantity(),
                        cycle.harvested(),
                        limit,
                        areaSquareMetres,
                        crop.yieldCap().source()));
    }

    private static void refuseIfBefore(OffsetDateTime happened, OffsetDateTime predecessor) {
        refuseUnless(!happened.isBefore(predecessor), new PlotRefusal.BeforeItsPredecessor(happened, predecessor));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    @EventSourcingHandler
    void on(PlotRegistered event) {
        id = event.plot();
        cooperative = event.cooperative();
        kind = event.kind();
        areaSquareMetres = event.areaSquareMetres();
    }

    @EventSourcingHandler
    void on(CycleOpened event) {
        cycles = event.cycle();
        open = CropCycle.of(event, spray);
    }

    @EventSourcingHandler
    void on(ActivityRecorded event) {
        open = open == null ? null : open.after(event);
    }

    @EventSourcingHandler
    void on(CropHarvested event) {
        open = open == null ? null : open.after(event);
    }

    @EventSourcingHandler
    void on(CycleClosed event) {
        closedAt = event.happenedAt();
        spray = open == null ? spray : open.spray();
        open = null;
    }
}
