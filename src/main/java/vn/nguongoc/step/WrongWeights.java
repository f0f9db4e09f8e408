package vn.nguongoc.step;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.step.StepCommand.CorrectStep;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.Weighed;

/** What was written of a step's masses and moistures, held against what should have been written. */
final class WrongWeights {
    private final List<Output> written;
    private final CorrectStep correction;
    private final List<Weighed> outputs;

    /** @throws Refused if a lot did not come out of the step or stands there twice, or nothing changes */
    WrongWeights(List<Output> written, List<Loss> losses, CorrectStep correction) {
        this.written = written;
        this.correction = correction;
        refuseStrangers();
        refuseIfWeighedTwice();
        outputs = correction.outputs().stream()
                .filter(it -> !written.equals(corrected(written, List.of(it))))
                .sorted(Comparator.comparing(it -> it.lot().value()))
                .toList();
        if (outputs.isEmpty() && losses.equals(correction.losses())) {
            throw new Refused(new StepRefusal.NothingToCorrect(correction.step()));
        }
    }

    private void refuseStrangers() {
        var lots = written.stream().map(Output::lot).toList();
        correction.outputs().stream()
                .map(Weighed::lot)
                .filter(lot -> !lots.contains(lot))
                .findFirst()
                .ifPresent(lot -> {
                    throw new Refused(new StepRefusal.NotAnOutput(lot, lots));
                });
    }

    private void refuseIfWeighedTwice() {
        Set<LotId> seen = new HashSet<>();
        correction.outputs().stream()
                .map(Weighed::lot)
                .filter(lot -> !seen.add(lot))
                .findFirst()
                .ifPresent(lot -> {
                    throw new Refused(new StepRefusal.WeighedTwice(lot));
                });
    }

    /** @throws Refused if the step was done later */
    void refuseIfBefore(@Nullable OffsetDateTime doneAt) {
        if (doneAt != null && correction.happenedAt().isBefore(doneAt)) {
            throw new Refused(new StepRefusal.CorrectedTooEarly(correction.happenedAt(), doneAt));
        }
    }

    /**
     * Those that really were wrong, in the order of the lots' ids: whoever shares lots waits in line instead of locking
     * each other out.
     */
    List<Weighed> outputs() {
        return outputs;
    }

    /** All that came out, as it should have been written. */
    List<Output> corrected() {
        return corrected(written, outputs);
    }

    static List<Output> corrected(List<Output> written, List<Weighed> weighed) {
        return written.stream()
                .map(output -> weighed.stream()
                        .filter(it -> it.lot().equals(output.lot()))
                        .map(output::corrected)
                        .findFirst()
                        .orElse(output))
                .toList();
    }
}
