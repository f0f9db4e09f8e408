package vn.nguongoc.lot;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.LotEvent;
import vn.nguongoc.lot.event.LotEvent.Begun;
import vn.nguongoc.lot.event.LotEvent.LabResultRecorded;
import vn.nguongoc.lot.event.LotEvent.LotCorrected;
import vn.nguongoc.lot.event.LotEvent.LotDrawn;
import vn.nguongoc.lot.event.LotEvent.LotHandedOver;
import vn.nguongoc.lot.event.LotEvent.LotHarvested;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotNumberTaken;
import vn.nguongoc.lot.event.LotEvent.LotProduced;
import vn.nguongoc.lot.event.LotEvent.LotReceived;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.LotSplit;
import vn.nguongoc.lot.event.LotEvent.LotSplitOff;
import vn.nguongoc.lot.event.LotEvent.ReleaseProposed;
import vn.nguongoc.lot.event.LotEvent.TemperaturesRecorded;
import vn.nguongoc.lot.event.LotEvent.TestsOrdered;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.StepId;

/**
 * What is known of a lot: what its events say, and nothing else.
 *
 * @param since when it began: nothing happened to it before
 * @param field where it was harvested; absent for any other lot
 * @param origin id of the record that says how much there was, a step's, a shipment's or another lot's; absent for a
 *     harvest
 */
record LotState(
        LotId id,
        OrganisationId organisation,
        OffsetDateTime since,
        @Nullable Field field,
        @Nullable String origin,
        Goods goods,
        @Nullable String label,
        Contents contents,
        Holds holds,
        Thermometers thermometers) {

    /** @param cycle number of the crop cycle on that plot */
    record Field(PlotId plot, int cycle) {}

    // ---- what has happened

    static LotState of(Begun event) {
        return switch (event) {
            case LotHarvested it ->
                begin(it, it.cooperative(), new Field(it.plot(), it.cycle()), null, goods(it), it.label());
            case LotProduced it -> begin(it, it.organisation(), null, it.step().value(), goods(it), it.label());
            case LotSplitOff it -> begin(it, it.organisation(), null, it.from().value(), it.goods(), it.label());
            case LotReceived it ->
                begin(it, it.organisation(), null, it.shipment().value(), it.goods(), it.label());
        };
    }

    private static LotState begin(
            Begun event,
            OrganisationId holder,
            @Nullable Field field,
            @Nullable String origin,
            Goods goods,
            @Nullable String label) {
        return new LotState(
                event.lot(),
                holder,
                event.happenedAt(),
                field,
                origin,
                goods,
                label,
                Contents.of(event.quantity()),
                Holds.NONE,
                Thermometers.NONE);
    }

    private static Goods goods(LotHarvested event) {
        var pedigree = event.pedigree();
        return new Goods(
                event.product(),
                event.moisturePercent(),
                event.countPerKilogram(),
                null,
                pedigree == null ? Pedigree.of(event.happenedAt()) : pedigree);
    }

    private static Goods goods(LotProduced event) {
        var pedigree = event.pedigree();
        return new Goods(
                event.product(),
                event.moisturePercent(),
                event.countPerKilogram(),
                event.item(),
                pedigree == null ? Pedigree.UNKNOWN : pedigree);
    }

    LotState after(LotEvent event) {
        return switch (event) {
            case Begun it -> of(it);
            case LotDrawn it -> with(contents.after(it));
            case LotSplit it -> with(contents.leaving(it.left()));
            case LotHandedOver it -> with(contents.handingOver(it.sent()));
            case LabResultRecorded it -> with(Correction.with(goods, LabReport.pedigree(it, goods.pedigree())));
            case TemperaturesRecorded it -> with(thermometers.after(it));
            case LotHeld it -> with(holds.with(it));
            case ReleaseProposed it -> with(holds.with(it));
            case LotReleased it -> with(holds.without(it));
            case LotCorrected it -> corrected(it);
            case LotNumberTaken _, TestsOrdered _ -> this;
        };
    }

    private LotState corrected(LotCorrected event) {
        return switch (event.field()) {
            case Correction.LABEL -> labelled(event.after());
            case Correction.QUANTITY -> with(contents.corrected(event.left()));
            default -> with(Correction.of(goods, event));
        };
    }

    private LotState with(Goods now) {
        return new LotState(id, organisation, since, field, origin, now, label, contents, holds, thermometers);
    }

    private LotState with(Contents now) {
        return new LotState(id, organisation, since, field, origin, goods, label, now, holds, thermometers);
    }

    private LotState with(Holds now) {
        return new LotState(id, organisation, since, field, origin, goods, label, contents, now, thermometers);
    }

    private LotState with(Thermometers now) {
        return new LotState(id, organisation, since, field, origin, goods, label, contents, holds, now);
    }

    private LotState labelled(String now) {
        return new LotState(id, organisation, since, field, origin, goods, now, contents, holds, thermometers);
    }

    /** Then the step's record says how much came out, and how moist it was. */
    boolean isMadeByAStep() {
        return origin != null && origin.startsWith(StepId.PREFIX);
    }

    // ---- what it says no to

    /** @throws Refused if it is not theirs: somebody else's lot answers like one that is not there */
    void refuseIfNotOf(OrganisationId asking) {
        if (!asking.equals(organisation)) {
            throw new Refused(new LogRefusal.NotFound(id.value()));
        }
    }

    /** @throws Refused if the lot was not there yet */
    void refuseIfBefore(OffsetDateTime happenedAt) {
        if (happenedAt.isBefore(since)) {
            throw new Refused(new LotRefusal.BeforeItExisted(id, happenedAt, since));
        }
    }

    /** @throws Refused if the lot does not hold as much */
    void refuseIfMoreThanIsLeft(Mass quantity) {
        if (quantity.isMoreThan(contents.left())) {
            throw new Refused(new LotRefusal.NotEnoughLeft(id, quantity, contents.left()));
        }
    }

    /** @throws Refused if more was taken from the lot */
    void refuseIfLessThanWasDrawn(Mass quantity) {
        if (contents.drawn().isMoreThan(quantity)) {
            throw new Refused(new LotRefusal.LessThanWasDrawn(id, quantity, contents.drawn()));
        }
    }

    /** @throws Refused if it is packed, and this is not a number of whole units */
    void refuseIfNotWholeUnits(Mass quantity) {
        Packaging.refuseIfNotWholeUnits(id, quantity, goods.item());
    }
}
