package vn.nguongoc.step.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.evidence.FileId;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.StepId;

/** What was done to lots. */
public sealed interface StepEvent {

    /**
     * Any kind of step: which one, the catalogue says.
     *
     * @param organisation whose lots they were and are
     * @param kind code of the catalogue's step kind
     * @param revision of that kind
     * @param facility where it was done: a dryer, a mill, by the name people know it under
     * @param measurements by name, decimals
     * @param startedAt when it began, where that was told; {@code happenedAt} is when it was done
     * @param evidence files of the organisation
     */
    @EventName(value = "step.recorded", revision = 2)
    record StepRecorded(
            StepId step,
            OrganisationId organisation,
            String kind,
            int revision,
            @Nullable String facility,
            List<Input> inputs,
            List<Output> outputs,
            List<Loss> losses,
            Map<String, BigDecimal> measurements,
            @Nullable OffsetDateTime startedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence)
            implements StepEvent {
        public StepRecorded {
            flags = flags == null ? List.of() : List.copyOf(flags);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            losses = List.copyOf(losses);
            measurements = Map.copyOf(measurements);
        }

        /** Without evidence. */
        public StepRecorded(
                StepId step,
                OrganisationId organisation,
                String kind,
                int revision,
                @Nullable String facility,
                List<Input> inputs,
                List<Output> outputs,
                List<Loss> losses,
                Map<String, BigDecimal> measurements,
                @Nullable OffsetDateTime startedAt,
                List<Flag> flags,
                OffsetDateTime happenedAt) {
            this(
                    step,
                    organisation,
                    kind,
                    revision,
                    facility,
                    inputs,
                    outputs,
                    losses,
                    measurements,
                    startedAt,
                    flags,
                    happenedAt,
                    List.of());
        }
    }

    /**
     * What was written of a step was wrong. The old record stays.
     *
     * @param outputs what the lots that came out really were, those that were wrong
     * @param losses all losses, as they should have been written
     * @param by who corrected it, a person's code
     */
    @EventName("step.corrected")
    record StepCorrected(
            StepId step,
            List<Weighed> outputs,
            List<Loss> losses,
            String reason,
            String by,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
            OffsetDateTime happenedAt)
            implements StepEvent {
        public StepCorrected {
            outputs = List.copyOf(outputs);
            losses = List.copyOf(losses);
            flags = flags == null ? List.of() : List.copyOf(flags);
        }
    }

    /**
     * What a lot weighed when it came out.
     *
     * @param moisturePercent what it was; absent where what was written of it was right
     */
    record Weighed(LotId lot, Mass quantity, @Nullable BigDecimal moisturePercent) {}

    /** Part of a lot that went in. */
    record Input(
            LotId lot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent) {}

    /**
     * A lot that came out.
     *
     * @param label what its organisation calls it
     * @param item present where it is goods on a shelf
     * @param countPerKilogram size of shrimp
     */
    record Output(
            LotId lot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable TradeItem item,
            @Nullable BigDecimal countPerKilogram) {

        /** The same, as it should have been written. */
        public Output corrected(Weighed weighed) {
            return new Output(lot, product, weighed.quantity(), moisture(weighed), label, item, countPerKilogram);
        }

        /** Noughts at the end make no other number. */
        private @Nullable BigDecimal moisture(Weighed weighed) {
            var to = weighed.moisturePercent();
            return to == null || (moisturePercent != null && moisturePercent.compareTo(to) == 0) ? moisturePercent : to;
        }
    }

    /** What is neither in the inputs any more nor in an output: water, dust, a sample. */
    record Loss(String kind, Mass quantity) {}
}
