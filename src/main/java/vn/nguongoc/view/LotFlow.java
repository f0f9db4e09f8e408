package vn.nguongoc.view;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;

/**
 * What flowed into a lot and out of it, every fact with its place in the log: no more than a trace needs, since a trace
 * reads hundreds of these.
 *
 * @param holder who has it
 * @param label what its holder calls it, or the lot number on the goods
 * @param address under which buyers find it: {@code 01/…/10/…} or {@code t/…}
 * @param quantity that there was, as it was first written
 * @param origin where it came from
 * @param begun when it began
 * @param outflows in the order of recording
 * @param corrections of its quantity, in the order of recording
 * @param holds that hold it back or did, in the order of recording
 */
public record LotFlow(
        LotId id,
        OrganisationId holder,
        String product,
        @Nullable String label,
        String address,
        Mass quantity,
        Origin origin,
        When begun,
        List<Outflow> outflows,
        List<Correction> corrections,
        List<Hold> holds)
        implements View {

    /** A fact's place in the log, when it happened and when it was recorded. */
    public record When(long position, OffsetDateTime happenedAt, Instant recordedAt) {}

    /** Where a lot came from. In JSON {@code how} tells which. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Harvest.class, name = "harvest"),
        @JsonSubTypes.Type(value = Made.class, name = "step"),
        @JsonSubTypes.Type(value = PartOf.class, name = "split"),
        @JsonSubTypes.Type(value = Received.class, name = "hand-over")
    })
    public sealed interface Origin {}

    /** @param cycle number of the crop cycle on that plot */
    public record Harvest(PlotId plot, int cycle) implements Origin {}

    public record Made(StepId step) implements Origin {}

    public record PartOf(LotId lot) implements Origin {}

    /** @param lot that it was at the sender's */
    public record Received(LotId lot, ShipmentId shipment) implements Origin {}

    /** What left a lot. In JSON {@code how} tells which. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = IntoStep.class, name = "step"),
        @JsonSubTypes.Type(value = Aboard.class, name = "shipment"),
        @JsonSubTypes.Type(value = Portion.class, name = "split"),
        @JsonSubTypes.Type(value = HandedOver.class, name = "hand-over")
    })
    public sealed interface Outflow {
        When when();

        /** What it took of what was left; nothing where another outflow took it already. */
        Mass drawn();
    }

    public record IntoStep(When when, StepId step, Mass drawn) implements Outflow {}

    public record Aboard(When when, ShipmentId shipment, Mass drawn) implements Outflow {}

    /** @param lot that it became */
    public record Portion(When when, LotId lot, Mass drawn) implements Outflow {}

    /**
     * What was aboard arrived.
     *
     * @param lot that it is there
     * @param received weighed on arrival
     */
    public record HandedOver(
            When when, ShipmentId shipment, OrganisationId receiver, LotId lot, Mass sent, Mass received)
            implements Outflow {
        @Override
        public Mass drawn() {
            return Mass.ZERO;
        }
    }

    /** @param quantity that there really was */
    public record Correction(When when, Mass quantity) {}

    /**
     * @param hold what it is known by on this lot
     * @param until when it ended; absent while it lasts
     */
    public record Hold(
            String hold,
            HoldCause cause,
            When from,
            @Nullable When until) {}

    public static LotFlow of(
            LotId id,
            OrganisationId holder,
            String product,
            @Nullable String label,
            Mass quantity,
            Origin origin,
            When begun) {
        return new LotFlow(
                id, holder, product, label, "t/" + id, quantity, origin, begun, List.of(), List.of(), List.of());
    }

    /** Seen out of the order of recording, more may have been drawn than there was: then nothing is left. */
    public Mass left() {
        var drawn = Mass.sum(outflows.stream().map(Outflow::drawn).toList());
        return drawn.isMoreThan(quantity) ? Mass.ZERO : quantity.minus(drawn);
    }

    /** What went aboard and arrived at nobody who takes part. */
    public Stream<Aboard> unconfirmed() {
        var arrived = outflows.stream()
                .flatMap(it -> it instanceof HandedOver there ? Stream.of(there.shipment()) : Stream.empty())
                .collect(Collectors.toSet());
        return outflows.stream()
                .flatMap(it -> it instanceof Aboard aboard && !arrived.contains(aboard.shipment())
                        ? Stream.of(aboard)
                        : Stream.empty());
    }

    public LotFlow foundAt(String key) {
        return new LotFlow(id, holder, product, label, key, quantity, origin, begun, outflows, corrections, holds);
    }

    public LotFlow called(String name) {
        return new LotFlow(id, holder, product, name, address, quantity, origin, begun, outflows, corrections, holds);
    }

    public LotFlow flowing(List<? extends Outflow> more) {
        var all = new ArrayList<>(outflows);
        all.addAll(more);
        return with(quantity, all, corrections, holds);
    }

    public LotFlow corrected(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return with(quantity, outflows, all, holds);
    }

    public LotFlow held(Hold hold) {
        var all = new ArrayList<>(holds);
        all.add(hold);
        return with(quantity, outflows, corrections, all);
    }

    public LotFlow released(String hold, When when) {
        var all = holds.stream()
                .map(it -> it.hold().equals(hold) && it.until() == null
                        ? new Hold(it.hold(), it.cause(), it.from(), when)
                        : it)
                .toList();
        return with(quantity, outflows, corrections, all);
    }

    /** The same lot, as somebody saw it who knew other facts. */
    public LotFlow with(Mass written, List<Outflow> out, List<Correction> corrected, List<Hold> held) {
        return new LotFlow(
                id,
                holder,
                product,
                label,
                address,
                written,
                origin,
                begun,
                List.copyOf(out),
                List.copyOf(corrected),
                List.copyOf(held));
    }
}
