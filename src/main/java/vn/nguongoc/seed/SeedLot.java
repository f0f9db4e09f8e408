package vn.nguongoc.seed;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.seed.SeedCommand.GiveBackSeed;
import vn.nguongoc.seed.SeedCommand.ReceiveSeed;
import vn.nguongoc.seed.SeedCommand.RecordSeedTest;
import vn.nguongoc.seed.SeedCommand.TakeSeed;
import vn.nguongoc.seed.SeedCommand.VouchForStocking;
import vn.nguongoc.seed.event.SeedEvent.SeedDrawn;
import vn.nguongoc.seed.event.SeedEvent.SeedReceived;
import vn.nguongoc.seed.event.SeedEvent.SeedReturned;
import vn.nguongoc.seed.event.SeedEvent.SeedTested;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * A seed lot or a batch of post-larvae: what is left of it, who took of it, what tests said. Its id is its cooperative
 * and its number, so the log itself keeps the number unique: two requests that receive the same one, on any two
 * machines, cannot both be stored.
 */
@Aggregate(type = "seed-lot", snapshotTriggerDefinition = "everyFiftyEvents")
class SeedLot {
    @AggregateIdentifier
    private @Nullable SeedLotKey id;

    private String product = "";
    private @Nullable SeedQuantity left;
    private @Nullable OffsetDateTime receivedAt;
    private Takings takings = Takings.NONE;
    private PathogenTests tests = PathogenTests.NONE;

    /** For Axon, which then replays the events. */
    SeedLot() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void receive(ReceiveSeed command, Catalogue catalogue, CommandGateway commands) {
        refuseUnless(id == null, new SeedRefusal.NumberTaken(command.lot().number()));
        var rules = new SeedRules(catalogue);
        var quantity = rules.received(command);
        var doubt = rules.judgeGermination(command.product(), command.germinationPercent());
        commands.sendAndWait(new OrganisationCommand.Vouch(command.lot().cooperative()));
        apply(new SeedReceived(
                command.lot(),
                command.product(),
                quantity,
                command.supplier(),
                command.grade(),
                command.germinationPercent(),
                command.quarantineCertificate(),
                doubt.stream().toList(),
                command.happenedAt()));
    }

    @CommandHandler
    void recordTest(RecordSeedTest command, Catalogue catalogue, CommandGateway commands) {
        refuseUnless(left().mass() == null, new SeedRefusal.NotTestedForPathogens(product));
        new SeedRules(catalogue).refuseUnknownPathogens(command);
        refuseUnless(
                !command.sampledOn().isAfter(Vietnam.day(command.happenedAt())),
                new SeedRefusal.SampledAfterwards(command.sampledOn(), command.happenedAt()));
        var laboratory = command.laboratory();
        if (laboratory != null) {
            refuseIfUnknown(laboratory, commands);
        }
        apply(new SeedTested(
                command.lot(),
                command.pathogens().stream().sorted().toList(),
                command.outcome(),
                laboratory,
                command.report(),
                command.sampledOn(),
                command.happenedAt()));
    }

    private static void refuseIfUnknown(OrganisationId laboratory, CommandGateway commands) {
        refuseUnless(!laboratory.isCooperative(), new SeedRefusal.NotALaboratory(laboratory));
        commands.sendAndWait(new OrganisationCommand.Vouch(laboratory));
    }

    @CommandHandler
    void take(TakeSeed command) {
        var wanted = quantity(command.mass(), command.pieces());
        refuseUnless(
                command.product().equals(product),
                new SeedRefusal.AnotherProduct(command.lot().number(), command.product(), product));
        refuseIfBeforeItWasReceived(command.lot(), command.happenedAt());
        refuseIfMoreThanLeft(command.lot(), wanted);
        refuseUnless(
                !takings.isFullFor(command.plot(), command.cycle()),
                new SeedRefusal.TakenTooOften(command.lot().number(), Takings.MOST));
        apply(new SeedDrawn(
                command.lot(), command.plot(), command.cycle(), wanted, left().minus(wanted), command.happenedAt()));
    }

    @CommandHandler
    void vouch(VouchForStocking command, Catalogue catalogue) {
        tests.refuseUnlessCleared(command, catalogue.thresholds().pathogenTestDays());
    }

    @CommandHandler
    void giveBack(GiveBackSeed command) {
        var back = quantity(command.mass(), command.pieces());
        refuseIfBeforeItWasReceived(command.lot(), command.happenedAt());
        refuseIfMoreThanTaken(command, back);
        apply(new SeedReturned(
                command.lot(), command.plot(), command.cycle(), back, left().plus(back), command.happenedAt()));
    }

    private SeedQuantity left() {
        return Objects.requireNonNull(left);
    }

    /** In the measure of this lot. */
    private SeedQuantity quantity(@Nullable Mass mass, @Nullable Long pieces) {
        return SeedRules.quantity(product, mass, pieces, left().mass() != null);
    }

    private void refuseIfBeforeItWasReceived(SeedLotKey lot, OffsetDateTime happenedAt) {
        refuseUnless(
                !happenedAt.isBefore(receivedAt),
                new SeedRefusal.BeforeItWasReceived(lot.number(), happenedAt, Objects.requireNonNull(receivedAt)));
    }

    private void refuseIfMoreThanLeft(SeedLotKey lot, SeedQuantity wanted) {
        refuseUnless(!wanted.isMoreThan(left()), SeedRefusal.notEnoughLeft(lot, wanted, left()));
    }

    private void refuseIfMoreThanTaken(GiveBackSeed command, SeedQuantity back) {
        var taken = takings.of(command.plot(), command.cycle()).orElse(left().nothing());
        refuseUnless(!back.isMoreThan(taken), SeedRefusal.moreThanTaken(command, back, taken));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    @EventSourcingHandler
    void on(SeedReceived event) {
        id = event.lot();
        product = event.product();
        left = event.quantity();
        receivedAt = event.happenedAt();
    }

    @EventSourcingHandler
    void on(SeedTested event) {
        tests = tests.after(event);
    }

    @EventSourcingHandler
    void on(SeedDrawn event) {
        left = event.left();
        takings = takings.after(event);
    }

    @EventSourcingHandler
    void on(SeedReturned event) {
        left = event.left();
        takings = takings.after(event);
    }
}
