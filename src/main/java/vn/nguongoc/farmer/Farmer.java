package vn.nguongoc.farmer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.farmer.FarmerCommand.AnswerRequest;
import vn.nguongoc.farmer.FarmerCommand.AskFarmer;
import vn.nguongoc.farmer.FarmerCommand.CorrectData;
import vn.nguongoc.farmer.FarmerCommand.EnterFarmer;
import vn.nguongoc.farmer.FarmerCommand.Erase;
import vn.nguongoc.farmer.FarmerCommand.EraseUnlessActive;
import vn.nguongoc.farmer.FarmerCommand.GiveConsent;
import vn.nguongoc.farmer.FarmerCommand.Known;
import vn.nguongoc.farmer.FarmerCommand.NameInRecord;
import vn.nguongoc.farmer.FarmerCommand.ReceiveRequest;
import vn.nguongoc.farmer.FarmerCommand.WithdrawConsent;
import vn.nguongoc.farmer.event.Commitment;
import vn.nguongoc.farmer.event.ErasureCause;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentGiven;
import vn.nguongoc.farmer.event.FarmerEvent.ConsentWithdrawn;
import vn.nguongoc.farmer.event.FarmerEvent.DataCorrected;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerEntered;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerErased;
import vn.nguongoc.farmer.event.FarmerEvent.FarmerNamed;
import vn.nguongoc.farmer.event.FarmerEvent.RequestAnswered;
import vn.nguongoc.farmer.event.FarmerEvent.RequestReceived;
import vn.nguongoc.farmer.event.FarmerKey;
import vn.nguongoc.farmer.event.Field;
import vn.nguongoc.farmer.event.Outcome;
import vn.nguongoc.farmer.event.Purpose;
import vn.nguongoc.farmer.event.RequestKind;
import vn.nguongoc.organisation.OrganisationCommand;
import vn.nguongoc.shared.Refusal;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.Vietnam;

/**
 * A farmer as a person: what is kept of them, what they agreed to and asked for, and whether they were erased. Its id
 * is its organisation and their code, so the log itself keeps the code unique.
 */
@Aggregate(type = "farmer", snapshotTriggerDefinition = "everyFiftyEvents")
class Farmer {
    /** More than anybody asks for in good faith. */
    static final int MOST_REQUESTS = 20;

    @AggregateIdentifier
    private @Nullable FarmerKey id;

    private Map<Field, String> current = new EnumMap<>(Field.class);
    private Set<Purpose> consents = EnumSet.noneOf(Purpose.class);
    private Map<Integer, RequestKind> open = new TreeMap<>();
    private int requests;
    private @Nullable ErasureCause erased;
    private @Nullable OffsetDateTime lastFact;

    /** For Axon, which then replays the events. */
    Farmer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void enter(EnterFarmer command, CommandGateway commands) {
        refuseIf(id != null, new FarmerRefusal.CodeTaken(command.farmer().code()));
        refuseWithoutConsent(command.commitments());
        commands.sendAndWait(new OrganisationCommand.Vouch(command.farmer().organisation()));
        apply(new FarmerEntered(command.farmer(), command.commitments(), command.happenedAt()));
    }

    @CommandHandler
    void correct(CorrectData command) {
        refuseErased(command);
        refuseWithoutConsent(command.commitments());
        var replaced = command.commitments().stream()
                .map(Commitment::field)
                .filter(current::containsKey)
                .map(current::get)
                .toList();
        apply(new DataCorrected(command.farmer(), command.commitments(), replaced, command.happenedAt()));
    }

    private void refuseWithoutConsent(List<Commitment> commitments) {
        refuseIf(
                !consents.contains(Purpose.CONTACT) && commitments.stream().anyMatch(it -> it.field() == Field.PHONE),
                new FarmerRefusal.NoConsent(Field.PHONE.code(), Purpose.CONTACT.code()));
    }

    @CommandHandler
    void consent(GiveConsent command) {
        refuseErased(command);
        var purpose = command.purpose();
        refuseIf(consents.contains(purpose), new FarmerRefusal.ConsentGivenBefore(purpose.code()));
        apply(new ConsentGiven(
                command.farmer(),
                purpose,
                command.words().version(),
                command.words().language(),
                command.words().digest(),
                command.form(),
                command.by(),
                command.happenedAt()));
    }

    @CommandHandler
    void withdraw(WithdrawConsent command) {
        refuseErased(command);
        var purpose = command.purpose();
        refuseIf(!consents.contains(purpose), new FarmerRefusal.ConsentNotGiven(purpose.code()));
        var phone = current.get(Field.PHONE);
        var dropped = purpose == Purpose.CONTACT && phone != null ? List.of(phone) : List.<String>of();
        apply(new ConsentWithdrawn(command.farmer(), purpose, dropped, command.by(), command.happenedAt()));
    }

    @CommandHandler
    void receive(ReceiveRequest command) {
        refuseErased(command);
        refuseIf(open.size() == MOST_REQUESTS, new FarmerRefusal.TooManyRequests(MOST_REQUESTS));
        var due = Vietnam.day(command.happenedAt()).plusDays(command.kind().days());
        apply(new RequestReceived(
                command.farmer(), requests + 1, command.kind(), due, command.by(), command.happenedAt()));
    }

    @CommandHandler
    void answer(AnswerRequest command) {
        refuseErased(command);
        var kind = open.get(command.number());
        refuseIf(kind == null, new FarmerRefusal.RequestNotOpen(command.number()));
        var done = command.outcome() == Outcome.DONE;
        refuseIf(done && kind == RequestKind.ERASURE, new FarmerRefusal.ErasureIsNotJustSaid());
        refuseIf(!done && command.reason() == null, new FarmerRefusal.RefusalWithoutReason());
        apply(new RequestAnswered(
                command.farmer(),
                command.number(),
                command.outcome(),
                command.reason(),
                command.by(),
                command.happenedAt()));
    }

    @CommandHandler
    void erase(Erase command) {
        refuseErased(command);
        refuseIf(
                !open.containsValue(RequestKind.ERASURE),
                new FarmerRefusal.ErasureNotAskedFor(command.farmer().code()));
        apply(new FarmerErased(command.farmer(), ErasureCause.REQUEST, command.by(), command.happenedAt()));
    }

    @CommandHandler
    void eraseUnlessActive(EraseUnlessActive command) {
        if (erased == null && lastFact != null && lastFact.isBefore(command.since())) {
            apply(new FarmerErased(command.farmer(), ErasureCause.RETENTION, null, command.happenedAt()));
        }
    }

    @CommandHandler
    void name(NameInRecord command) {
        refuseErased(command);
        apply(new FarmerNamed(command.farmer(), command.record(), command.happenedAt()));
    }

    @CommandHandler
    Known ask(AskFarmer question) {
        return new Known(erased, Map.copyOf(current), Set.copyOf(consents));
    }

    private void refuseErased(FarmerCommand command) {
        refuseIf(erased != null, new FarmerRefusal.Erased(command.farmer().code()));
    }

    private static void refuseIf(boolean refused, Refusal refusal) {
        if (refused) {
            throw new Refused(refusal);
        }
    }

    // ---- what has happened

    @EventSourcingHandler
    void on(FarmerEntered event) {
        id = event.farmer();
        keep(event.commitments());
        happened(event.happenedAt());
    }

    @EventSourcingHandler
    void on(DataCorrected event) {
        keep(event.commitments());
        happened(event.happenedAt());
    }

    private void keep(List<Commitment> commitments) {
        commitments.forEach(it -> current.put(it.field(), it.digest()));
    }

    @EventSourcingHandler
    void on(ConsentGiven event) {
        consents.add(event.purpose());
        happened(event.happenedAt());
    }

    @EventSourcingHandler
    void on(ConsentWithdrawn event) {
        consents.remove(event.purpose());
        current.values().removeAll(event.dropped());
        happened(event.happenedAt());
    }

    @EventSourcingHandler
    void on(RequestReceived event) {
        requests = event.number();
        open.put(event.number(), event.kind());
        happened(event.happenedAt());
    }

    @EventSourcingHandler
    void on(RequestAnswered event) {
        open.remove(event.number());
    }

    @EventSourcingHandler
    void on(FarmerNamed event) {
        happened(event.happenedAt());
    }

    @EventSourcingHandler
    void on(FarmerErased event) {
        erased = event.cause();
        current.clear();
        consents.clear();
        open.clear();
    }

    /** What happens is recorded in any order. */
    private void happened(OffsetDateTime at) {
        lastFact = lastFact == null || lastFact.isBefore(at) ? at : lastFact;
    }
}
