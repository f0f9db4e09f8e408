package vn.nguongoc.plot;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Product.Crop;
import vn.nguongoc.farmer.FarmerCommand.NameInRecord;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.organisation.Role;
import vn.nguongoc.plot.PlotCommand.Harvest;
import vn.nguongoc.plot.PlotCommand.OpenCycle;
import vn.nguongoc.plot.PlotCommand.RecordActivity;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.SeedRefusal;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/** What a plot asks of other rooms, within its own commit: whatever they refuse, it refuses. */
record Errands(PlotId plot, OrganisationId cooperative, CommandGateway commands) {

    void takeSeed(OpenCycle command, int cycle) {
        var lot = command.seedLot();
        if (lot != null) {
            take(
                    lot,
                    new TakeSeed(
                            new SeedLotKey(cooperative, lot),
                            plot,
                            cycle,
                            command.seed(),
                            command.pieces(),
                            command.product(),
                            command.happenedAt()));
        }
    }

    private void take(String lot, TakeSeed command) {
        try {
            commands.sendAndWait(command);
        } catch (AggregateNotFoundException e) {
            throw new Refused(new SeedRefusal.NotReceived(lot));
        }
    }

    /** The hatchery's tests, for what is stocked; the laboratory, for what is tested. */
    void vouch(Deed deed, CropCycle cycle, Crop crop) {
        switch (deed.effect()) {
            case STOCKS -> {
                var lot = Objects.requireNonNull(cycle.seed().lot());
                commands.sendAndWait(
                        new VouchForStocking(new SeedLotKey(cooperative, lot), crop.pathogens(), deed.at()));
            }
            case TESTS -> vouchForLaboratory(deed);
            case NONE, SOWS, SPRAYS, MEDICATES, FERTILISES, FEEDS, KILLS, SICKENS, DESTROYS, DISINFECTS -> {}
        }
    }

    /** The farmer on whose behalf it was recorded; the activity is known by its plot and its number there. */
    void name(RecordActivity command, int number) {
        var farmer = command.onBehalfOf();
        if (farmer != null) {
            commands.sendAndWait(
                    new NameInRecord(new FarmerKey(cooperative, farmer), plot + "/" + number, command.happenedAt()));
        }
    }

    void vouchForLaboratory(Deed test) {
        commands.sendAndWait(
                new OrganisationCommand.Vouch(new OrganisationId(test.laboratory()), Set.of(Role.LABORATORY)));
    }

    /** What the cooperative's certificates say of this product from this plot on that day. */
    Set<String> claims(Harvest command, Ground ground) {
        Set<String> certified = commands.sendAndWait(new OrganisationCommand.AskClaims(
                cooperative, command.product(), plot, ground.areaSquareMetres(), Vietnam.day(command.happenedAt())));
        return new HashSet<>(certified);
    }

    /**
     * What the cycle did not use. Before seed lots were recorded nothing was taken of them, so a lot that is not there,
     * or that knows nothing of this cycle, gets nothing back and the cycle ends all the same.
     */
    void giveBackSeed(CropCycle cycle, OffsetDateTime happenedAt) {
        var lot = key(cycle.seed().lot());
        var mass = cycle.seedLeft();
        if (lot == null || (mass.isZero() && cycle.piecesLeft() == 0)) {
            return;
        }
        try {
            commands.sendAndWait(new GiveBackSeed(
                    lot,
                    plot,
                    cycle.number(),
                    mass.isZero() ? null : mass,
                    cycle.piecesLeft() == 0 ? null : cycle.piecesLeft(),
                    happenedAt));
        } catch (AggregateNotFoundException e) {
            return;
        } catch (Refused e) {
            if (!(e.refusal() instanceof SeedRefusal)) {
                throw e;
            }
        }
    }

    private @Nullable SeedLotKey key(@Nullable String lot) {
        try {
            return lot == null ? null : new SeedLotKey(cooperative, lot);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
