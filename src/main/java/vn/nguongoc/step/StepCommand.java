package vn.nguongoc.step;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LoadsMany;
import vn.nguongoc.eventlog.Rewrites;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.Weighed;

/** What can be asked of a processing step. */
public sealed interface StepCommand {

    /**
     * Record a step that was done; {@code kind} is the catalogue's, measurements are decimals by name.
     *
     * @param startedAt when it began; absent where nobody told, {@code happenedAt} then stands for it
     * @param evidence photographs, files of the organisation
     */
    record RecordStep(
            @TargetAggregateIdentifier StepId step,
            OrganisationId organisation,
            String kind,
            @Nullable String facility,
            List<Part> inputs,
            List<Output> outputs,
            List<Loss> losses,
            Map<String, BigDecimal> measurements,
            @Nullable OffsetDateTime startedAt,
            OffsetDateTime happenedAt,
            List<FileId> evidence)
            implements StepCommand, LoadsMany {

        /** Without evidence. */
        public RecordStep(
                StepId step,
                OrganisationId organisation,
                String kind,
                @Nullable String facility,
                List<Part> inputs,
                List<Output> outputs,
                List<Loss> losses,
                Map<String, BigDecimal> measurements,
                @Nullable OffsetDateTime startedAt,
                OffsetDateTime happenedAt) {
            this(
                    step,
                    organisation,
                    kind,
                    facility,
                    inputs,
                    outputs,
                    losses,
                    measurements,
                    startedAt,
                    happenedAt,
                    List.of());
        }

        @Override
        public List<String> aggregates() {
            return inputs.stream().map(input -> input.lot().value()).toList();
        }
    }

    /**
     * Say what the step's outputs really weighed, and how moist they were.
     *
     * @param outputs those that were wrong
     * @param losses all losses, as they should have been written
     * @param by a person's code
     */
    record CorrectStep(
            @TargetAggregateIdentifier StepId step,
            OrganisationId organisation,
            List<Weighed> outputs,
            List<Loss> losses,
            String reason,
            String by,
            OffsetDateTime happenedAt)
            implements StepCommand, Rewrites {}

    /** Part of a lot. */
    record Part(LotId lot, Mass quantity) {}
}
