package vn.nguongoc.recall;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.LotCommand.Held;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.LotCommand.HoldBack;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.recall.RecallCommand.CloseRecall;
import vn.nguongoc.recall.RecallCommand.NameLot;
import vn.nguongoc.recall.RecallCommand.OpenRecall;
import vn.nguongoc.recall.RecallCommand.ReachLots;
import vn.nguongoc.recall.RecallCommand.Recover;
import vn.nguongoc.recall.Search.Sought;
import vn.nguongoc.recall.event.RecallEvent.LotsReached;
import vn.nguongoc.recall.event.RecallEvent.Reached;
import vn.nguongoc.recall.event.RecallEvent.RecallClosed;
import vn.nguongoc.recall.event.RecallEvent.RecallOpened;
import vn.nguongoc.recall.event.RecallEvent.Recovered;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;

/** A recall (thu hồi): what it holds, what of it had gone, what came back. */
@Aggregate(type = "recall", snapshotTriggerDefinition = "everyFiftyEvents")
class Recall {
    /** So that each is one entry of the log: 65,535 bytes. */
    static final int LOTS_IN_AN_EVENT = 200;

    @AggregateIdentifier
    private @Nullable RecallId id;

    private @Nullable OrganisationId organisation;
    private String reason = "";
    private String by = "";
    private Search search = new Search();
    private @Nullable OffsetDateTime openedAt;
    private @Nullable OffsetDateTime latestRecovery;
    private @Nullable OffsetDateTime closedAt;

    /** For Axon, which then replays the events. */
    Recall() {}

    @CommandHandler
    Recall(OpenRecall command, CommandGateway commands) {
        var hold = hold(command.recall(), command.reason(), command.by());
        var lots = inOrder(command.lots());
        apply(new RecallOpened(
                command.recall(), command.organisation(), lots, command.reason(), command.by(), command.happenedAt()));
        var reached =
                lots.stream().map(lot -> name(lot, hold, command, commands)).toList();
        for (int i = 0; i < reached.size(); i += LOTS_IN_AN_EVENT) {
            var some = reached.subList(i, Math.min(i + LOTS_IN_AN_EVENT, reached.size()));
            apply(new LotsReached(command.recall(), some, command.happenedAt()));
        }
    }

    private static Reached name(LotId lot, Hold hold, OpenRecall command, CommandGateway commands) {
        Held held = commands.sendAndWait(new HoldBack(lot, hold, command.happenedAt()));
        refuseUnless(held.organisation().equals(command.organisation()), notFound(lot));
        commands.sendAndWait(NameLot.of(command.recall(), lot, command.happenedAt()));
        return reached(held);
    }

    /** Also after the recall was closed: goods may be on their way for long. */
    @CommandHandler
    void reach(ReachLots command, CommandGateway commands) {
        var hold = hold(recall(), reason, by);
        var news = inOrder(command.lots()).stream()
                .<Held>map(lot -> commands.sendAndWait(new HoldBack(lot, hold, command.happenedAt())))
                .filter(held -> search.isNews(held.lot(), held.gone()))
                .map(Recall::reached)
                .toList();
        if (!news.isEmpty()) {
            apply(new LotsReached(command.recall(), news, command.happenedAt()));
        }
    }

    /** Each once, by id: whoever shares lots waits in line instead of locking each other out. */
    private static List<LotId> inOrder(List<LotId> lots) {
        return lots.stream()
                .distinct()
                .sorted(Comparator.comparing(LotId::value))
                .toList();
    }

    /** On every lot it is known by the recall's id. */
    private static Hold hold(RecallId recall, String reason, String by) {
        return new Hold(recall.value(), HoldCause.RECALL, null, reason, by);
    }

    private static Reached reached(Held held) {
        return new Reached(held.lot(), held.organisation(), held.quantity(), held.left(), held.gone());
    }

    @CommandHandler
    void recover(Recover command) {
        var sought = search.of(command.lot());
        refuseUnless(
                isOpener(command.organisation())
                        || sought.map(Sought::organisation).equals(Optional.of(command.organisation())),
                notFound(recall()));
        refuseIfClosed();
        refuseIfBefore(openedAt, command.happenedAt());
        refuseIfMoreThanHadGone(
                command, sought.orElseThrow(() -> new Refused(new RecallRefusal.NotRecalled(command.lot(), recall()))));
        apply(new Recovered(
                command.recall(),
                command.organisation(),
                command.lot(),
                command.quantity(),
                command.where(),
                command.by(),
                command.happenedAt()));
    }

    @CommandHandler
    void close(CloseRecall command) {
        refuseUnless(isOpener(command.organisation()), notFound(recall()));
        refuseIfClosed();
        refuseIfBefore(openedAt, command.happenedAt());
        refuseIfBefore(latestRecovery, command.happenedAt());
        apply(new RecallClosed(
                command.recall(),
                search.count(),
                search.gone(),
                search.recovered(),
                search.recoveredPercent(),
                command.by(),
                command.happenedAt()));
    }

    // ---- rules

    private boolean isOpener(OrganisationId asking) {
        return asking.equals(organisation);
    }

    private void refuseIfClosed() {
        if (closedAt != null) {
            throw new Refused(new RecallRefusal.AlreadyClosed(recall(), closedAt));
        }
    }

    private static void refuseIfBefore(@Nullable OffsetDateTime earliest, OffsetDateTime happenedAt) {
        if (earliest != null && happenedAt.isBefore(earliest)) {
            throw new Refused(new RecallRefusal.TooEarly(happenedAt, earliest));
        }
    }

    private static void refuseIfMoreThanHadGone(Recover command, Sought sought) {
        refuseUnless(
                !sought.recovered().plus(command.quantity()).isMoreThan(sought.gone()),
                new RecallRefusal.MoreThanHadGone(
                        command.lot(), command.quantity(), sought.recovered(), sought.gone()));
    }

    private static Refusal notFound(Object id) {
        return new LogRefusal.NotFound(id.toString());
    }

    private static void refuseUnless(boolean allowed, Refusal refusal) {
        if (!allowed) {
            throw new Refused(refusal);
        }
    }

    private RecallId recall() {
        return Objects.requireNonNull(id);
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(RecallOpened event) {
        id = event.recall();
        organisation = event.organisation();
        reason = event.reason();
        by = event.by();
        openedAt = event.happenedAt();
    }

    @EventSourcingHandler
    void on(LotsReached event) {
        event.lots().forEach(search::note);
    }

    @EventSourcingHandler
    void on(Recovered event) {
        search.note(event);
        latestRecovery = latestRecovery == null || event.happenedAt().isAfter(latestRecovery)
                ? event.happenedAt()
                : latestRecovery;
    }

    @EventSourcingHandler
    void on(RecallClosed event) {
        closedAt = event.happenedAt();
    }
}
