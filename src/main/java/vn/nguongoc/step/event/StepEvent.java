package vn.nguongoc.step.event;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.EventName;
import vn.nguongoc.lot.event.TradeItem;
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
            OffsetDateTime happenedAt)
            implements StepEvent {
        public StepRecorded {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            losses = List.copyOf(losses);
            measurements = Map.copyOf(measurements);
        }
    }

    /** Part of a lot that went in. */
    record Input(LotId lot, String product, Mass quantity) {}

    /**
     * A lot that came out.
     *
     * @param label what its organisation calls it
     * @param item present where it is goods on a shelf
     */
    record Output(
            LotId lot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable TradeItem item) {}

    /** What is neither in the inputs any more nor in an output: water, dust, a sample. */
    record Loss(String kind, Mass quantity) {}
}
