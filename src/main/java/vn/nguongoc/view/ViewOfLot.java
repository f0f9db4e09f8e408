package vn.nguongoc.view;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;

/**
 * A lot as it is now. Its parts lie flat in JSON: {@code quantity} and {@code plot} stand beside {@code id}.
 *
 * @param organisation that holds it
 * @param product code of the catalogue's product
 * @param countPerKilogram of what is counted: shrimp
 * @param pedigree what it was made of; absent where nobody knows
 * @param begun position in the log of the event by which it began
 * @param milestones its own: harvest, laboratory results
 */
@JsonPropertyOrder({
    "id",
    "organisation",
    "product",
    "measured",
    "name",
    "source",
    "countPerKilogram",
    "pedigree",
    "whereabouts"
})
public record ViewOfLot(
        LotId id,
        OrganisationId organisation,
        String product,
        @JsonUnwrapped Measured measured,
        @JsonUnwrapped Name name,
        @JsonUnwrapped Source source,
        @Nullable BigDecimal countPerKilogram,
        @Nullable Pedigree pedigree,
        @JsonUnwrapped Whereabouts whereabouts,
        OffsetDateTime since,
        long begun,
        List<Milestone> milestones)
        implements View {

    /** @param left of the quantity, when parts of it were drawn */
    public record Measured(
            Mass quantity, Mass left, @Nullable BigDecimal moisturePercent) {}

    /**
     * What people find it by.
     *
     * @param address under which buyers find it: {@code 01/…/10/…} or {@code t/…}
     */
    public record Name(@Nullable String label, @Nullable TradeItem item, String address) {}

    /**
     * Where it came from.
     *
     * @param plot where it was harvested, if it was
     * @param cycle crop cycle on that plot
     * @param step that made it, if one did
     * @param from the lot that it was before: part of it was split off, or handed over by another organisation
     */
    public record Source(
            @Nullable PlotId plot,
            @Nullable Integer cycle,
            @Nullable StepId step,
            @Nullable LotId from) {
        private static final Source UNKNOWN = new Source(null, null, null, null);
    }

    /**
     * What became of it.
     *
     * @param shipments that took part of it
     * @param holds what holds it back now, oldest first
     */
    public record Whereabouts(List<ShipmentId> shipments, List<Hold> holds) {
        private static final Whereabouts IN_STORE = new Whereabouts(List.of(), List.of());
    }

    /**
     * One thing that holds it back.
     *
     * @param hold what it is known by on this lot
     * @param test that the lot must pass before it can end
     */
    public record Hold(
            String hold, HoldCause cause, @Nullable String test, String reason, OffsetDateTime since) {}

    /** Reads it as it is stored. Jackson would do without, in more than twice the time. */
    @JsonCreator
    static ViewOfLot read(
            LotId id,
            OrganisationId organisation,
            String product,
            Mass quantity,
            Mass left,
            @Nullable BigDecimal moisturePercent,
            @Nullable String label,
            @Nullable TradeItem item,
            String address,
            @Nullable PlotId plot,
            @Nullable Integer cycle,
            @Nullable StepId step,
            @Nullable LotId from,
            @Nullable BigDecimal countPerKilogram,
            @Nullable Pedigree pedigree,
            List<ShipmentId> shipments,
            List<Hold> holds,
            OffsetDateTime since,
            long begun,
            List<Milestone> milestones) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                new Measured(quantity, left, moisturePercent),
                new Name(label, item, address),
                new Source(plot, cycle, step, from),
                countPerKilogram,
                pedigree,
                new Whereabouts(shipments, holds),
                since,
                begun,
                milestones);
    }

    // ---- its parts' own, for readers

    public Mass quantity() {
        return measured.quantity;
    }

    public Mass left() {
        return measured.left;
    }

    public @Nullable BigDecimal moisturePercent() {
        return measured.moisturePercent;
    }

    public @Nullable String label() {
        return name.label;
    }

    public @Nullable TradeItem item() {
        return name.item;
    }

    public String address() {
        return name.address;
    }

    public @Nullable PlotId plot() {
        return source.plot;
    }

    public @Nullable Integer cycle() {
        return source.cycle;
    }

    public @Nullable StepId step() {
        return source.step;
    }

    public @Nullable LotId from() {
        return source.from;
    }

    public List<ShipmentId> shipments() {
        return whereabouts.shipments;
    }

    public List<Hold> holds() {
        return whereabouts.holds;
    }

    // ---- how it begins

    public static ViewOfLot of(
            LotId id,
            OrganisationId holder,
            Mass quantity,
            Goods goods,
            @Nullable String label,
            OffsetDateTime since,
            long begun) {
        return new ViewOfLot(
                id,
                holder,
                goods.product(),
                new Measured(quantity, quantity, goods.moisturePercent()),
                new Name(label, goods.item(), "t/" + id),
                Source.UNKNOWN,
                goods.countPerKilogram(),
                goods.pedigree(),
                Whereabouts.IN_STORE,
                since,
                begun,
                List.of());
    }

    public ViewOfLot harvestedFrom(PlotId plot, int cycle) {
        return with(new Source(plot, cycle, null, null));
    }

    public ViewOfLot madeBy(StepId step) {
        return with(new Source(null, null, step, null));
    }

    public ViewOfLot partOf(LotId other) {
        return with(new Source(null, null, null, other));
    }

    public ViewOfLot foundAt(String address) {
        return with(new Name(name.label, name.item, address));
    }

    // ---- what becomes of it

    public ViewOfLot with(Milestone milestone) {
        return with(OneMore.after(milestones, milestone));
    }

    /** More than usual was lost on the way here, with the shipment that it began with. */
    public ViewOfLot arrivedWith(List<Flag> doubts) {
        return with(milestones.stream()
                .map(it -> it instanceof Milestone.Arrival arrival ? arrival.with(doubts) : it)
                .toList());
    }

    public ViewOfLot drawn(Mass nowLeft, String by) {
        var drawn = with(new Measured(measured.quantity, nowLeft, measured.moisturePercent));
        return by.startsWith(ShipmentId.PREFIX + "-")
                ? drawn.with(new Whereabouts(OneMore.after(shipments(), new ShipmentId(by)), holds()))
                : drawn;
    }

    public ViewOfLot held(Hold hold) {
        return with(new Whereabouts(shipments(), OneMore.after(holds(), hold)));
    }

    public ViewOfLot released(String hold) {
        var still = holds().stream().filter(it -> !it.hold().equals(hold)).toList();
        return with(new Whereabouts(shipments(), still));
    }

    public ViewOfLot descending(Pedigree now) {
        return with(countPerKilogram, now);
    }

    /** What is corrected is right from now on; the milestone tells what it was. */
    public ViewOfLot corrected(String field, String to, Mass nowLeft) {
        var left = with(new Measured(measured.quantity, nowLeft, measured.moisturePercent));
        return switch (field) {
            case "quantity" -> {
                var weighed = Mass.of(new BigDecimal(to), Mass.Unit.KILOGRAM);
                yield with(new Measured(weighed, nowLeft, measured.moisturePercent));
            }
            case "moisturePercent" -> with(new Measured(measured.quantity, nowLeft, new BigDecimal(to)));
            case "countPerKilogram" -> left.with(new BigDecimal(to), pedigree);
            case "label" -> left.with(new Name(to, name.item, name.address));
            default -> left; // a field of a later version
        };
    }

    // ---- with one part changed

    private ViewOfLot with(Measured now) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                now,
                name,
                source,
                countPerKilogram,
                pedigree,
                whereabouts,
                since,
                begun,
                milestones);
    }

    private ViewOfLot with(Name now) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                measured,
                now,
                source,
                countPerKilogram,
                pedigree,
                whereabouts,
                since,
                begun,
                milestones);
    }

    private ViewOfLot with(Source now) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                measured,
                name,
                now,
                countPerKilogram,
                pedigree,
                whereabouts,
                since,
                begun,
                milestones);
    }

    private ViewOfLot with(@Nullable BigDecimal count, @Nullable Pedigree descent) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                measured,
                name,
                source,
                count,
                descent,
                whereabouts,
                since,
                begun,
                milestones);
    }

    private ViewOfLot with(Whereabouts now) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                measured,
                name,
                source,
                countPerKilogram,
                pedigree,
                now,
                since,
                begun,
                milestones);
    }

    private ViewOfLot with(List<Milestone> all) {
        return new ViewOfLot(
                id,
                organisation,
                product,
                measured,
                name,
                source,
                countPerKilogram,
                pedigree,
                whereabouts,
                since,
                begun,
                all);
    }
}
