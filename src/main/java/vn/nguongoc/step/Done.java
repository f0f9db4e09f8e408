package vn.nguongoc.step;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;

/**
 * What was done in a step.
 *
 * @param startedAt when it began, as far as was told
 */
record Done(
        List<Drawn> inputs,
        List<Output> outputs,
        List<Loss> losses,
        Map<String, BigDecimal> measurements,
        OffsetDateTime startedAt) {

    Done {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
        measurements = Map.copyOf(measurements);
    }
}
