package vn.nguongoc.step;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.nguongoc.lot.LotCommand.Drawn;
import vn.nguongoc.shared.Mass;
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

    /** The mass of things together. */
    static <T> Mass mass(Collection<T> things, Function<T, Mass> mass) {
        return Mass.sum(things.stream().map(mass).toList());
    }
}
