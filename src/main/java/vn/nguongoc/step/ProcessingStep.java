package vn.nguongoc.step;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.evidence.Exhibits;
import vn.nguongoc.lot.LotCommand.CorrectMade;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.CorrectStep;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.StepCorrected;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/** A processing step. It draws from its input lots and makes its output lots in the commit that records it. */
@Aggregate(type = "step")
class ProcessingStep {
    @AggregateIdentifier
    private @Nullable StepId id;

    private @Nullable OrganisationId organisation;
    private String kind = "";
    private List<Input> inputs = List.of();
    private List<Output> outputs = List.of();
    private List<Loss> losses = List.of();
    private @Nullable OffsetDateTime startedAt;
    private @Nullable OffsetDateTime doneAt;

    /** For Axon, which then replays the events. */
    ProcessingStep() {}

    @CommandHandler
    ProcessingStep(RecordStep command, Catalogue catalogue, CommandGateway commands, Exhibits exhibits) {
        exhibits.require(command.organisation(), command.evidence());
        var stepKind = kind(command.kind(), catalogue);
        var drawn = draw(command, stepKind, commands);
        var started = Objects.requireNonNullElse(command.startedAt(), command.happenedAt());
        refuseIfItEndsBefore(command.happenedAt(), started);
        var done = new Done(
                drawn, command.outputs(), command.losses(), command.measurements(), started, command.happenedAt());
        var flags = new StepRules(stepKind, catalogue).check(done);
        var pedigree = inherited(command, stepKind, drawn, commands);
        command.outputs().forEach(output -> produce(command, output, pedigree, commands));
        apply(new StepRecorded(
                command.step(),
                command.organisation(),
                stepKind.code(),
                stepKind.revision(),
                command.facility(),
                drawn.stream()
                        .map(it -> new Input(it.lot(), it.product(), it.quantity(), it.moisturePercent()))
                        .toList(),
                command.outputs(),
                command.losses(),
                command.measurements(),
                command.startedAt(),
                flags,
                command.happenedAt(),
                command.evidence()));
    }

    private static StepKind kind(String code, Catalogue catalogue) {
        return catalogue
                .step(code)
                .orElseThrow(() -> new Refused(new StepRefusal.UnknownKind(
                        code, catalogue.stepCodes().stream().sorted().toList())));
    }

    private static void refuseIfItEndsBefore(OffsetDateTime ended, OffsetDateTime started) {
        if (ended.isBefore(started)) {
            throw new Refused(new StepRefusal.EndsBeforeItBegins(started, ended));
        }
    }

    /**
     * In the order of the lots' ids, so that steps that share lots wait for each other instead of locking each other
     * out.
     */
    private static List<Drawn> draw(RecordStep command, StepKind kind, CommandGateway commands) {
        return command.inputs().stream()
                .sorted(Comparator.comparing(part -> part.lot().value()))
                .map(part -> draw(command, kind, part, commands))
                .toList();
    }

    private static Drawn draw(RecordStep command, StepKind kind, Part part, CommandGateway commands) {
        return commands.sendAndWait(new Draw(
                part.lot(),
                command.organisation(),
                command.step(),
                part.quantity(),
                kind.takesHeld(),
                Objects.requireNonNullElse(command.startedAt(), command.happenedAt())));
    }

    /** What the outputs inherit: of claims that a facility must share, only those that it does. */
    private static Pedigree inherited(RecordStep command, StepKind kind, List<Drawn> drawn, CommandGateway commands) {
        var all = Pedigree.ofAll(drawn.stream().map(Drawn::pedigree).toList());
        var shared = kind.facilityClaim();
        return shared == null ? all : all.claiming(new FacilityClaims(shared).kept(command, drawn, commands));
    }

    private static void produce(RecordStep command, Output output, Pedigree pedigree, CommandGateway commands) {
        commands.sendAndWait(new Produce(
                output.lot(),
                command.organisation(),
                command.step(),
                output.quantity(),
                new Goods(
                        output.product(), output.moisturePercent(), output.countPerKilogram(), output.item(), pedigree),
                output.label(),
                command.happenedAt()));
    }

    @CommandHandler
    void correct(CorrectStep command, Catalogue catalogue, CommandGateway commands) {
        if (!command.organisation().equals(organisation)) {
            throw new Refused(new LogRefusal.NotFound(String.valueOf(id)));
        }
        var wrong = new WrongWeights(outputs, losses, command);
        wrong.refuseIfBefore(doneAt);
        var weighed = wrong.corrected();
        var done = new Done(
                drawnAgain(),
                weighed,
                command.losses(),
                Map.of(),
                Objects.requireNonNull(startedAt),
                Objects.requireNonNull(doneAt));
        var flags = new StepRules(kind(kind, catalogue), catalogue).checkMasses(done);
        wrong.outputs()
                .forEach(output -> commands.sendAndWait(new CorrectMade(
                        output.lot(),
                        command.step(),
                        output.quantity(),
                        output.moisturePercent(),
                        command.reason(),
                        command.by(),
                        command.happenedAt())));
        apply(new StepCorrected(
                command.step(),
                wrong.outputs(),
                command.losses(),
                command.reason(),
                command.by(),
                flags,
                command.happenedAt()));
    }

    /** What went in, as far as masses are concerned. */
    private List<Drawn> drawnAgain() {
        return inputs.stream()
                .map(it -> new Drawn(
                        it.lot(),
                        it.quantity(),
                        new Goods(it.product(), it.moisturePercent(), null, null, Pedigree.UNKNOWN)))
                .toList();
    }

    @EventSourcingHandler
    void on(StepRecorded event) {
        id = event.step();
        organisation = event.organisation();
        kind = event.kind();
        inputs = event.inputs();
        outputs = event.outputs();
        losses = event.losses();
        startedAt = Objects.requireNonNullElse(event.startedAt(), event.happenedAt());
        doneAt = event.happenedAt();
    }

    @EventSourcingHandler
    void on(StepCorrected event) {
        outputs = WrongWeights.corrected(outputs, event.outputs());
        losses = event.losses();
    }
}
