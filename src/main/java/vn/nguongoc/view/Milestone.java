package vn.nguongoc.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.LotEvent.Finding;
import vn.nguongoc.lot.event.LotEvent.Verdict;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Input;
import vn.nguongoc.step.event.StepEvent.Loss;
import vn.nguongoc.step.event.StepEvent.Output;
import vn.nguongoc.step.event.StepEvent.Weighed;

/** One thing in a lot's history, with its place in the log. In JSON {@code what} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Milestone.CycleOpened.class, name = "cycle-opened"),
    @JsonSubTypes.Type(value = Milestone.FieldWork.class, name = "field-work"),
    @JsonSubTypes.Type(value = Milestone.FieldCorrection.class, name = "field-correction"),
    @JsonSubTypes.Type(value = Milestone.Water.class, name = "water"),
    @JsonSubTypes.Type(value = Milestone.Authorisation.class, name = "authorisation"),
    @JsonSubTypes.Type(value = Milestone.CycleClosed.class, name = "cycle-closed"),
    @JsonSubTypes.Type(value = Milestone.Harvest.class, name = "harvest"),
    @JsonSubTypes.Type(value = Milestone.Processing.class, name = "processing"),
    @JsonSubTypes.Type(value = Milestone.StepCorrection.class, name = "step-correction"),
    @JsonSubTypes.Type(value = Milestone.TestsOrdered.class, name = "tests-ordered"),
    @JsonSubTypes.Type(value = Milestone.LabResult.class, name = "lab-result"),
    @JsonSubTypes.Type(value = Milestone.Temperatures.class, name = "temperatures"),
    @JsonSubTypes.Type(value = Milestone.Correction.class, name = "correction"),
    @JsonSubTypes.Type(value = Milestone.SplitOff.class, name = "split-off"),
    @JsonSubTypes.Type(value = Milestone.Arrival.class, name = "arrival"),
    @JsonSubTypes.Type(value = Milestone.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Milestone.Released.class, name = "released"),
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

        /** Whether more time than that, be it a minute, went by between happening and recording. */
        public boolean isLaterThan(Duration allowed) {
            return delay().compareTo(allowed) > 0;
        }

        /** Whole days between happening and recording. */
        public long daysLate() {
            return delay().toDays();
        }
    }

    /** What is unusual about it, with both numbers. */
    default List<Flag> flags() {
        return List.of();
    }

    /** The files that it names. */
    default List<Exhibit> evidence() {
        return List.of();
    }

    /** It belongs to a crop cycle on a plot. */
    sealed interface OfCycle extends Milestone {
        PlotId plot();

        int cycle();
    }

    record CycleOpened(
            Fact fact,
            PlotId plot,
            int cycle,
            String product,
            String season,
            @Nullable String seedLot,
            @Nullable Mass seed,
            @Nullable Long pieces,
            List<Flag> flags)
            implements OfCycle {}

    /**
     * @param number of the activity on its plot, from 1
     * @param kind code of the catalogue's activity kind
     * @param onBehalfOf code of the farmer whose work it is, if somebody else recorded it
     */
    record FieldWork(
            Fact fact,
            PlotId plot,
            int cycle,
            int number,
            String kind,
            Map<String, String> fields,
            @Nullable String onBehalfOf,
            List<Flag> flags,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Exhibit> evidence)
            implements OfCycle {
        public FieldWork {
            evidence = evidence == null ? List.of() : evidence;
        }
    }

    /**
     * An activity was written wrong.
     *
     * @param before as it was written
     * @param after as it should have been; absent if it never happened
     * @param by a person's code
     */
    record FieldCorrection(
            Fact fact,
            PlotId plot,
            int cycle,
            int number,
            String kind,
            Map<String, String> before,
            @Nullable Map<String, String> after,
            String reason,
            String by,
            List<Flag> flags)
            implements OfCycle {}

    /**
     * What probes in the pond showed.
     *
     * @param readings how many
     * @param values the least and the most, by water parameter
     */
    record Water(
            Fact fact,
            PlotId plot,
            int cycle,
            @Nullable String device,
            OffsetDateTime from,
            OffsetDateTime to,
            int readings,
            Map<String, Spread> values,
            List<Flag> flags)
            implements OfCycle {}

    /** The least and the most that was measured. */
    record Spread(BigDecimal least, BigDecimal most) {
        public Spread with(Spread other) {
            return new Spread(least.min(other.least), most.max(other.most));
        }
    }

    /** A person said that the crop may be harvested before a waiting time is over. */
    record Authorisation(Fact fact, PlotId plot, int cycle, String by, String reason) implements OfCycle {}

    record CycleClosed(
            Fact fact, PlotId plot, int cycle, @Nullable BigDecimal feedConversion, List<Flag> flags)
            implements OfCycle {}

    /** @param onBehalfOf code of the farmer whose harvest it is, if somebody else recorded it */
    record Harvest(
            Fact fact,
            PlotId plot,
            int cycle,
            LotId lot,
            String product,
            Mass quantity,
            @Nullable BigDecimal moisturePercent,
            @Nullable BigDecimal countPerKilogram,
            @Nullable String block,
            @Nullable String onBehalfOf,
            List<Flag> flags,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Exhibit> evidence)
            implements OfCycle {
        public Harvest {
            evidence = evidence == null ? List.of() : evidence;
        }
    }

    /** @param kind code of the catalogue's step kind */
    record Processing(
            Fact fact,
            StepId step,
            String kind,
            @Nullable String facility,
            List<Input> inputs,
            List<Output> outputs,
            List<Loss> losses,
            Map<String, BigDecimal> measurements,
            @Nullable OffsetDateTime startedAt,
            List<Flag> flags,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Exhibit> evidence)
            implements Milestone {
        public Processing {
            evidence = evidence == null ? List.of() : evidence;
        }
    }

    /** A step's masses were written wrong; {@code by} is a person's code. */
    record StepCorrection(
            Fact fact,
            StepId step,
            String kind,
            List<Weighed> outputs,
            List<Loss> losses,
            String reason,
            String by,
            List<Flag> flags)
            implements Milestone {}

    /** A laboratory was asked to make these tests; {@code by} is a person's code. */
    record TestsOrdered(Fact fact, LotId lot, OrganisationId laboratory, List<String> tests, String by)
            implements Milestone {}

    record LabResult(
            Fact fact,
            LotId lot,
            String test,
            Verdict verdict,
            String laboratory,
            @Nullable String report,
            List<Finding> findings,
            List<Flag> flags,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Exhibit> evidence)
            implements Milestone {
        public LabResult {
            evidence = evidence == null ? List.of() : evidence;
        }
    }

    /** What a thermometer showed; {@code warmMinutes} is the longest time that it was surely too warm. */
    record Temperatures(
            Fact fact,
            LotId lot,
            @Nullable String device,
            OffsetDateTime from,
            OffsetDateTime to,
            Spread celsius,
            int warmMinutes)
            implements Milestone {}

    /** Something of a lot was written wrong; {@code by} is a person's code. */
    record Correction(
            Fact fact,
            LotId lot,
            String field,
            @Nullable String before,
            String after,
            String reason,
            String by,
            List<Flag> flags)
            implements Milestone {}

    /** It became a lot of its own. */
    record SplitOff(Fact fact, LotId lot, LotId from, Mass quantity) implements Milestone {}

    /**
     * It arrived at this organisation, which confirmed what it weighed.
     *
     * @param flags doubts about what was lost on the way
     */
    record Arrival(
            Fact fact,
            LotId lot,
            LotId from,
            ShipmentId shipment,
            OrganisationId at,
            Mass quantity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags)
            implements Milestone {
        public Arrival {
            flags = flags == null ? List.of() : List.copyOf(flags);
        }

        Arrival with(List<Flag> doubts) {
            return new Arrival(fact, lot, from, shipment, at, quantity, doubts);
        }
    }

    record Held(Fact fact, LotId lot, HoldCause cause, String reason, String by) implements Milestone {}

    record Released(Fact fact, LotId lot, HoldCause cause, String proposedBy, String approvedBy) implements Milestone {}

    /** @param quantity of this lot on board */
    record Dispatch(Fact fact, ShipmentId shipment, LotId lot, String to, Mass quantity) implements Milestone {}
}
