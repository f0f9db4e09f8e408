package vn.nguongoc.step;

import java.math.BigDecimal;
import java.time.Duration;
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
 * @param endedAt when it was done
 */
record Done(
        List<Drawn> inputs,
        List<Output> outputs,
        List<Loss> losses,
        Map<String, BigDecimal> measurements,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt) {
    private static final Duration MONTH = Duration.ofDays(30);

    Done {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
        measurements = Map.copyOf(measurements);
    }

    /** How many months it took, each begun one whole; what took no time was done within one. */
    int monthsBegun() {
        var time = Duration.between(startedAt, endedAt);
        return Math.toIntExact(Math.max(1, time.plus(MONTH).minusNanos(1).dividedBy(MONTH)));
    }

    /** The mass of things together. */
    static <T> Mass mass(Collection<T> things, Function<T, Mass> mass) {
        return Mass.sum(things.stream().map(mass).toList());
    }
}
