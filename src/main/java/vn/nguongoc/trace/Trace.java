package vn.nguongoc.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.step.event.StepEvent.Loss;

/**
 * Where a lot came from and where it went. The nodes are plots, lots, steps and shipments to businesses that take no
 * part or have not confirmed; the edges say how much went from one to the other. What a step lost is told on the step.
 *
 * @param asked what this answers
 * @param position of the last event that any part of this has seen
 * @param version grows whenever any part of this changes
 * @param lots nearest first
 * @param ends where goods are, or where the record does not go on
 * @param composition what the lot is made of
 * @param truncated how many ways lead on from where the depth ended the walk; absent where it did not
 */
public record Trace(
        TraceRequest asked,
        long position,
        long version,
        List<Lot> lots,
        List<Plot> plots,
        List<Step> steps,
        List<Shipment> shipments,
        List<Edge> edges,
        List<End> ends,
        @Nullable Composition composition,
        @Nullable Truncated truncated) {

    /** A fact's place in the log, when it happened and when it was recorded. */
    public record Fact(long position, OffsetDateTime happenedAt, Instant recordedAt) {}

    /**
     * @param generation how far from the lot that was asked for: negative for what came before, 0 the lot itself
     * @param begun how it began
     * @param quantity that there was
     * @param left that is still there
     */
    public record Lot(
            LotId id,
            int generation,
            @Nullable String label,
            String product,
            OrganisationId holder,
            @Nullable String holderName,
            Mass quantity,
            Mass left,
            Beginning begun,
            Fact fact,
            String address,
            boolean held,
            boolean recalled) {}

    /** @param harvested from it, into the lots of this trace */
    public record Plot(
            PlotId id,
            @Nullable String code,
            @Nullable String kind,
            @Nullable String ward,
            @Nullable Long areaSquareMetres,
            Mass harvested) {}

    /**
     * @param kind code of the catalogue's step kind
     * @param in of all that went in
     * @param out of all that came out
     * @param otherInputs what went in that is not part of this trace
     * @param otherOutputs what came out that is not part of this trace
     */
    public record Step(
            StepId id,
            String kind,
            @Nullable String facility,
            Fact fact,
            Mass in,
            Mass out,
            List<Loss> losses,
            @Nullable Others otherInputs,
            @Nullable Others otherOutputs) {}

    /** Lots that are not part of the trace. */
    public record Others(int lots, Mass quantity) {}

    /**
     * @param to the business, by name
     * @param receiver that business, where it takes part and has not confirmed
     */
    public record Shipment(
            ShipmentId id,
            String to,
            @Nullable OrganisationId receiver,
            @Nullable String market,
            Fact fact) {}

    /** How a lot began. */
    public enum Beginning {
        @JsonProperty("harvest")
        HARVEST,
        @JsonProperty("step")
        STEP,
        /** It was part of another. */
        @JsonProperty("split")
        SPLIT,
        /** It came from another organisation. */
        @JsonProperty("hand-over")
        HAND_OVER
    }

    /** A way that goods took. */
    public enum Way {
        /** Plot to lot. */
        @JsonProperty("harvest")
        HARVEST,
        /** Lot into step. */
        @JsonProperty("in")
        IN,
        /** Step to lot. */
        @JsonProperty("out")
        OUT,
        /** Lot to lot of the same goods. */
        @JsonProperty("split")
        SPLIT,
        /** Lot to lot at another organisation. */
        @JsonProperty("hand-over")
        HAND_OVER,
        /** Lot to shipment. */
        @JsonProperty("shipment")
        SHIPMENT
    }

    /**
     * @param from id of a plot, lot or step
     * @param to id of a lot, step or shipment
     * @param quantity that left
     * @param received that arrived, where both were weighed
     */
    public record Edge(
            Way way,
            String from,
            String to,
            Mass quantity,
            @Nullable Mass received,
            @JsonUnwrapped Fact fact) {}

    /** What is at an end. */
    public enum Kind {
        /** Left in the lot. */
        @JsonProperty("in-stock")
        IN_STOCK,
        /** With a business that takes no part. */
        @JsonProperty("shipped")
        SHIPPED,
        /** Nobody confirmed it yet. */
        @JsonProperty("on-the-way")
        ON_THE_WAY,
        /** The receiver said that nothing arrived. */
        @JsonProperty("not-arrived")
        NOT_ARRIVED,
        /** Taken into a step that had not ended. */
        @JsonProperty("in-process")
        IN_PROCESS,
        /** The record does not say where the lot came from. */
        @JsonProperty("unknown-origin")
        UNKNOWN_ORIGIN
    }

    /** @param shipment where it went */
    public record End(
            Kind kind, LotId lot, Mass quantity, @Nullable ShipmentId shipment) {}

    /**
     * What the lot is made of, if what is mixed is mixed through. Percentages add up to 100.0 and masses to the lot's
     * quantity: what rounding leaves goes to the largest remainders.
     *
     * @param plots largest first
     * @param unknown the rest: what the record does not say, or what the depth left out
     */
    public record Composition(List<Source> plots, @Nullable Unknown unknown) {}

    /**
     * @param share exact, in lowest terms: {@code "4/7"}; absent where it would take more than forty digits
     * @param percent with one decimal
     * @param quantity of the lot
     */
    public record Source(
            PlotId plot, @Nullable String code, @Nullable String share, BigDecimal percent, Mass quantity) {}

    /** As {@link Source}, of nothing known. */
    public record Unknown(@Nullable String share, BigDecimal percent, Mass quantity) {}

    /** How many ways lead on. */
    public record Truncated(int back, int forward) {}
}
