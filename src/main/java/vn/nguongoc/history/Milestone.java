package vn.nguongoc.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;

/** One thing in a lot's history, with its place in the log. In JSON {@code what} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Milestone.CycleOpened.class, name = "cycle-opened"),
    @JsonSubTypes.Type(value = Milestone.FieldWork.class, name = "field-work"),
    @JsonSubTypes.Type(value = Milestone.Harvest.class, name = "harvest"),
    @JsonSubTypes.Type(value = Milestone.Processing.class, name = "processing"),
    @JsonSubTypes.Type(value = Milestone.LabResult.class, name = "lab-result"),
    @JsonSubTypes.Type(value = Milestone.Dispatch.class, name = "dispatch")
})
public sealed interface Milestone {

    Fact fact();

    /**
     * Who recorded it when, and where it stands in the log.
     *
     * @param position in the log, from 0
     * @param actor who recorded it
     */
    record Fact(long position, OffsetDateTime happenedAt, Instant recordedAt, String actor) {
        /** How long after it happened it was recorded. */
        Duration delay() {
            return Duration.between(happenedAt.toInstant(), recordedAt);
        }

        /** Whole days between happening and recording. */
        public long daysLate() {
            return delay().toDays();
        }
    }

    record CycleOpened(
            Fact fact,
            PlotId plot,
            int cycle,
            String product,
            String season,
            @Nullable String seedLot,
            @Nullable Mass seed,
            @Nullable Long pieces)
            implements Milestone {}

    /** @param kind code of the catalogue's activity kind */
    record FieldWork(Fact fact, PlotId plot, int cycle, String kind, Map<String, String> fields) implements Milestone {}

    record Harvest(
            Fact fact,
            PlotId plot,
            int cycle,
            LotId lot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent)
            implements Milestone {}

    /** @param kind code of the catalogue's step kind */
    record Processing(
            Fact fact,
            StepId step,
            String kind,
            @Nullable String facility,
            List<Input> inputs,
            List<Output> outputs,
            List<Loss> losses,
            Map<String, BigDecimal> measurements)
            implements Milestone {}

    record LabResult(
            Fact fact,
            LotId lot,
            String test,
            Verdict verdict,
            String laboratory,
            @Nullable String report) implements Milestone {}

    /** @param quantity of this lot on board */
    record Dispatch(Fact fact, ShipmentId shipment, LotId lot, String to, Mass quantity) implements Milestone {}
}
