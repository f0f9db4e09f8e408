package vn.nguongoc.labelling;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.labelling.LabellingCommand.Activate;
import vn.nguongoc.labelling.LabellingCommand.Cancel;
import vn.nguongoc.labelling.LabellingCommand.Claim;
import vn.nguongoc.labelling.LabellingCommand.ConfirmPrinted;
import vn.nguongoc.labelling.LabellingCommand.Order;
import vn.nguongoc.labelling.LabellingCommand.Reprint;
import vn.nguongoc.labelling.LabellingCommand.Return;
import vn.nguongoc.labelling.LabellingCommand.TakeRunNumber;
import vn.nguongoc.labelling.LabellingCommand.Withdraw;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunCancelled;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunOrdered;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunPrinted;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsActivated;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsReprinted;
import vn.nguongoc.labelling.event.LabellingEvent.LabelsVoided;
import vn.nguongoc.labelling.event.LabellingEvent.SerialRun;
import vn.nguongoc.lot.LotCommand;
import vn.nguongoc.lot.LotCommand.Labelled;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.StepId;

/**
 * Labels that are printed together. Each is open until it is put on goods or void, so that at any time as many were
 * printed as are on goods, void and open.
 */
@Aggregate(type = "label-run", snapshotTriggerDefinition = "everyFiftyEvents")
class LabelRun {
    /** Far beyond what a printer prints in a day, and within what a run can have serials for. */
    static final int MOST = 1_000_000;

    @AggregateIdentifier
    private @Nullable LabelRunId id;

    private @Nullable OrganisationId organisation;
    private @Nullable LotId lot;
    private LabelKind kind = LabelKind.LOT;
    private int count;
    private @Nullable OffsetDateTime since;
    private boolean printed;
    private boolean cancelled;
    private LabelNumbers activated = LabelNumbers.NONE;
    private LabelNumbers voided = LabelNumbers.NONE;
    private int reprints;

    /** For Axon, which then replays the events. */
    LabelRun() {}

    @CommandHandler
    LabelRun(Order command, CommandGateway commands) {
        refuseUnless(
                command.count() >= 1 && command.count() <= MOST,
                new LabellingRefusal.RunTooLarge(command.count(), MOST));
        Labelled goods =
                commands.sendAndWait(new LotCommand.Label(command.lot(), command.organisation(), command.happenedAt()));
        commands.sendAndWait(new Claim(
                LabellingCommand.labelsOf(command.lot()),
                command.lot(),
                command.run(),
                command.kind(),
                command.count(),
                units(goods, command.kind()),
                command.happenedAt()));
        apply(new LabelRunOrdered(
                command.run(),
                command.organisation(),
                command.lot(),
                command.kind(),
                command.count(),
                command.paper(),
                command.wording(),
                serials(command, commands),
                command.by(),
                command.happenedAt()));
    }

    /** How many units the lot is packed in; absent where it is not. */
    private static @Nullable Long units(Labelled goods, LabelKind kind) {
        var item = goods.goods().item();
        if (kind == LabelKind.UNITS) {
            refuseUnless(
                    item != null,
                    new LabellingRefusal.NoUnits(goods.lot(), goods.goods().product()));
            var origin = goods.origin();
            refuseUnless(
                    origin != null && origin.startsWith(StepId.PREFIX + "-"),
                    new LabellingRefusal.PackedElsewhere(goods.lot(), origin));
        }
        return item == null ? null : goods.quantity().grams() / item.unit().grams();
    }

    private static @Nullable SerialRun serials(Order command, CommandGateway commands) {
        var key = command.key();
        if (key == null) {
            return null;
        }
        Long number = commands.sendAndWait(
                new TakeRunNumber(LabellingCommand.numbersOf(key), key, command.run(), command.happenedAt()));
        return new SerialRun(key, number);
    }

    @CommandHandler
    void confirmPrinted(ConfirmPrinted command) {
        refuseIfCancelled();
        if (!printed) {
            apply(new LabelRunPrinted(command.run(), command.happenedAt()));
        }
    }

    @CommandHandler
    void cancel(Cancel command, CommandGateway commands) {
        refuseIfNotOf(command.organisation());
        refuseIfBefore(command.happenedAt());
        refuseIfCancelled();
        refuseUnless(!printed, new LabellingRefusal.AlreadyPrinted(run()));
        var left = all().minus(voided);
        apply(new LabelRunCancelled(command.run(), command.reason(), command.by(), command.happenedAt()));
        giveBack(left.size(), command.happenedAt(), commands);
    }

    @CommandHandler
    void activate(Activate command) {
        refuseIfNotOf(command.organisation());
        refuseIfBefore(command.happenedAt());
        refuseUnlessUsable(command.numbers());
        var already = command.numbers().and(activated);
        refuseUnless(already.isEmpty(), new LabellingRefusal.AlreadyActivated(run(), already));
        apply(new LabelsActivated(command.run(), command.numbers(), command.by(), command.happenedAt()));
    }

    @CommandHandler
    void withdraw(Withdraw command, CommandGateway commands) {
        refuseIfNotOf(command.organisation());
        refuseIfBefore(command.happenedAt());
        refuseUnlessUsable(command.numbers());
        apply(new LabelsVoided(command.run(), command.numbers(), command.reason(), command.by(), command.happenedAt()));
        giveBack(command.numbers().size(), command.happenedAt(), commands);
    }

    @CommandHandler
    void reprint(Reprint command, CommandGateway commands) {
        refuseIfNotOf(command.organisation());
        refuseIfBefore(command.happenedAt());
        refuseUnlessUsable(command.numbers());
        commands.sendAndWait(
                new LotCommand.Label(Objects.requireNonNull(lot), command.organisation(), command.happenedAt()));
        apply(new LabelsReprinted(
                command.run(),
                reprints + 1,
                command.numbers(),
                command.start(),
                command.reason(),
                command.by(),
                command.happenedAt()));
    }

    private void giveBack(int labels, OffsetDateTime happenedAt, CommandGateway commands) {
        var of = Objects.requireNonNull(lot);
        commands.sendAndWait(new Return(LabellingCommand.labelsOf(of), of, run(), kind, labels, happenedAt));
    }

    // ---- rules

    private void refuseIfNotOf(OrganisationId asking) {
        refuseUnless(asking.equals(organisation), new LogRefusal.NotFound(run().value()));
    }

    private void refuseIfBefore(OffsetDateTime happenedAt) {
        var ordered = Objects.requireNonNull(since);
        refuseUnless(!happenedAt.isBefore(ordered), new LabellingRefusal.BeforeTheRun(run(), happenedAt, ordered));
    }

    private void refuseIfCancelled() {
        refuseUnless(!cancelled, new LabellingRefusal.AlreadyCancelled(run()));
    }

    private void refuseUnlessUsable(LabelNumbers numbers) {
        refuseIfCancelled();
        refuseUnless(printed, new LabellingRefusal.NotPrintedYet(run()));
        refuseUnless(
                !numbers.isEmpty() && numbers.minus(all()).isEmpty(),
                new LabellingRefusal.NoSuchLabels(run(), numbers, count));
        var gone = numbers.and(voided);
        refuseUnless(gone.isEmpty(), new LabellingRefusal.AlreadyVoid(run(), gone));
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    private LabelNumbers all() {
        return LabelNumbers.of(1, count);
    }

    private LabelRunId run() {
        return Objects.requireNonNull(id);
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(LabelRunOrdered event) {
        id = event.run();
        organisation = event.organisation();
        lot = event.lot();
        kind = event.kind();
        count = event.count();
        since = event.happenedAt();
    }

    @EventSourcingHandler
    void on(LabelRunPrinted event) {
        printed = true;
    }

    @EventSourcingHandler
    void on(LabelRunCancelled event) {
        cancelled = true;
        voided = all();
    }

    @EventSourcingHandler
    void on(LabelsActivated event) {
        activated = activated.plus(event.numbers());
    }

    @EventSourcingHandler
    void on(LabelsVoided event) {
        activated = activated.minus(event.numbers());
        voided = voided.plus(event.numbers());
    }

    @EventSourcingHandler
    void on(LabelsReprinted event) {
        reprints = event.reprint();
    }
}
