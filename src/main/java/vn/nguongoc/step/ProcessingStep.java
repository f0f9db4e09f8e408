package vn.nguongoc.step;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.catalogue.StepKind;
import vn.nguongoc.lot.LotCommand.Draw;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.lot.LotCommand.Produce;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.StepCommand.Part;
import vn.nguongoc.step.StepCommand.RecordStep;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.StepRecorded;

/** A processing step. It draws from its input lots and makes its output lots in the commit that records it. */
@Aggregate(type = "step")
class ProcessingStep {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable StepId id;

    /** For Axon, which then replays the events. */
    ProcessingStep() {}

    @CommandHandler
    ProcessingStep(RecordStep command, Catalogue catalogue, CommandGateway commands) {
        var kind = kind(command.kind(), catalogue);
        var drawn = draw(command, commands);
        new StepRules(kind).check(drawn, command.outputs(), command.losses(), command.measurements());
        command.outputs()
                .forEach(output -> commands.sendAndWait(new Produce(
                        output.lot(),
                        command.organisation(),
                        command.step(),
                        output.product(),
                        output.quantity(),
                        output.moisturePercent(),
                        output.label(),
                        output.item(),
                        command.happenedAt())));
        apply(new StepRecorded(
                command.step(),
                command.organisation(),
                kind.code(),
                kind.revision(),
                command.facility(),
                drawn.stream()
                        .map(it -> new Input(it.lot(), it.product(), it.quantity()))
                        .toList(),
                command.outputs(),
                command.losses(),
                command.measurements(),
                command.happenedAt()));
    }

    private static StepKind kind(String code, Catalogue catalogue) {
        return catalogue
                .step(code)
                .orElseThrow(() -> new Refused(new StepRefusal.UnknownKind(
                        code, catalogue.stepCodes().stream().sorted().toList())));
    }

    /**
     * In the order of the lots' ids, so that steps that share lots wait for each other instead of locking each other
     * out.
     */
    private static List<Drawn> draw(RecordStep command, CommandGateway commands) {
        return command.inputs().stream()
                .sorted(Comparator.comparing(part -> part.lot().value()))
                .map(part -> draw(command, part, commands))
                .toList();
    }

    private static Drawn draw(RecordStep command, Part part, CommandGateway commands) {
        return commands.sendAndWait(new Draw(
                part.lot(), command.organisation(), command.step().value(), part.quantity(), command.happenedAt()));
    }

    @EventSourcingHandler
    void on(StepRecorded event) {
        id = event.step();
    }
}
