package vn.nguongoc.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.labelling.event.LabelKind;
import vn.nguongoc.labelling.event.LabelNumbers;
import vn.nguongoc.labelling.event.LabelRunId;
import vn.nguongoc.labelling.event.LabellingEvent.LabelRunOrdered;
import vn.nguongoc.labelling.event.LabellingEvent.Paper;
import vn.nguongoc.labelling.event.LabellingEvent.SerialRun;
import vn.nguongoc.labelling.event.LabellingEvent.Wording;
import vn.nguongoc.lot.event.Goods;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.lot.event.Pedigree;
import vn.nguongoc.lot.event.TradeItem;
import vn.nguongoc.organisation.event.Certificate;
import vn.nguongoc.organisation.event.OrganisationEvent.CertificateWithdrawn;
import vn.nguongoc.organisation.event.PartnerKind;
import vn.nguongoc.plot.event.Boundary;
import vn.nguongoc.plot.event.PlotEvent.Block;
import vn.nguongoc.plot.event.PlotEvent.Numbered;
import vn.nguongoc.seed.event.SeedEvent.Outcome;
import vn.nguongoc.seed.event.SeedLotKey;
import vn.nguongoc.seed.event.SeedQuantity;
import vn.nguongoc.shared.Flag;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.RecallId;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.shipment.event.ShipmentEvent.Line;
import vn.nguongoc.shipment.event.ShipmentEvent.ReceivedLine;

/** What one aggregate is now, fed by its own events only. */
public sealed interface View
        permits View.OfOrganisation,
                View.OfPlot,
                View.OfCycle,
                View.OfCyclePart,
                View.OfOrigin,
                View.OfLot,
                View.OfSeedLot,
                View.OfStep,
                View.OfShipment,
                View.OfRecall,
                View.OfLabelRun,
                LotFlow {

    /**
     * A cooperative or a partner.
     *
     * @param kind of a partner; absent for a cooperative
     * @param certificates in the order of recording
     */
    record OfOrganisation(
            OrganisationId id,
            String name,
            @Nullable PartnerKind kind,
            @Nullable Gs1 gln,
            @Nullable String ward,
            OffsetDateTime since,
            List<HeldCertificate> certificates)
            implements View {

        OfOrganisation with(Certificate certificate) {
            var more = plus(certificates, new HeldCertificate(certificate, null, null));
            return new OfOrganisation(id, name, kind, gln, ward, since, more);
        }

        OfOrganisation withdrawn(CertificateWithdrawn event) {
            var now = certificates.stream().map(it -> it.after(event)).toList();
            return new OfOrganisation(id, name, kind, gln, ward, since, now);
        }
    }

    /**
     * @param withdrawnFrom the first day on which it is not valid any more, if it was withdrawn
     * @param withdrawnBecause the reason, as it was recorded
     */
    record HeldCertificate(
            Certificate certificate,
            @Nullable LocalDate withdrawnFrom,
            @Nullable String withdrawnBecause) {

        private HeldCertificate after(CertificateWithdrawn event) {
            var isThis = certificate.scheme().equals(event.scheme())
                    && certificate.number().equals(event.number());
            return isThis ? new HeldCertificate(certificate, event.from(), event.reason()) : this;
        }
    }

    /**
     * @param openCycle number of the crop cycle that is open, if one is
     * @param cycles all there were, oldest first; what was done in each is in its {@link OfCyclePart}s
     */
    record OfPlot(
            PlotId id,
            OrganisationId cooperative,
            String code,
            String kind,
            long areaSquareMetres,
            String ward,
            @Nullable Boundary boundary,
            Boundary.@Nullable Point location,
            List<Numbered> codes,
            List<Block> blocks,
            List<Flag> flags,
            @Nullable Integer openCycle,
            List<Season> cycles)
            implements View {

        /** One of its cycles. */
        Season cycle(int number) {
            return cycles.stream()
                    .filter(it -> it.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no cycle " + number + " on " + id));
        }

        OfPlot opened(Season cycle) {
            return with(cycle.number(), plus(cycles, cycle));
        }

        OfPlot closed(int cycle, OffsetDateTime at) {
            var all = cycles.stream()
                    .map(it -> it.number() == cycle ? it.closed(at) : it)
                    .toList();
            return with(null, all);
        }

        private OfPlot with(@Nullable Integer open, List<Season> all) {
            return new OfPlot(
                    id,
                    cooperative,
                    code,
                    kind,
                    areaSquareMetres,
                    ward,
                    boundary,
                    location,
                    codes,
                    blocks,
                    flags,
                    open,
                    all);
        }
    }

    /**
     * A crop cycle in the list of its plot.
     *
     * @param season code of the catalogue's season
     */
    record Season(
            int number,
            String product,
            String season,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt) {
        private Season closed(OffsetDateTime at) {
            return new Season(number, product, season, openedAt, at);
        }
    }

    /**
     * How much was done in one crop cycle. What it was lies in parts, so that an event writes little, however much was
     * done before it; {@link CropCycles} puts them together.
     *
     * @param cycle its number on the plot; {@link #NONE} for what was measured while none was open
     * @param milestones how many there are in all its parts
     * @param activities how many of these are activities
     * @param lastActivity number on the plot of the last of them; 0 before the first
     */
    record OfCycle(PlotId plot, int cycle, int milestones, int activities, int lastActivity) implements View {
        static final int NONE = 0;

        static OfCycle empty(PlotId plot, int cycle) {
            return new OfCycle(plot, cycle, 0, 0, 0);
        }

        /** What it is known by: cycles have no id of their own. */
        static String id(PlotId plot, int cycle) {
            return plot + "/" + cycle;
        }

        OfCycle with(Milestone milestone) {
            return milestone instanceof Milestone.FieldWork work
                    ? new OfCycle(plot, cycle, milestones + 1, activities + 1, work.number())
                    : new OfCycle(plot, cycle, milestones + 1, activities, lastActivity);
        }

        /** How many parts it has; all but the last are full. */
        int parts() {
            return Math.ceilDiv(milestones, OfCyclePart.MOST);
        }

        /** Whether the next milestone begins a part. */
        boolean isFull() {
            return milestones % OfCyclePart.MOST == 0;
        }

        /** Number of the part that the next milestone goes into. */
        int next() {
            return milestones / OfCyclePart.MOST;
        }

        /** What a part is known by. */
        String part(int part) {
            return "%s/%06d".formatted(id(plot, cycle), part);
        }
    }

    /**
     * Some of what was done in one crop cycle.
     *
     * @param part its number in the cycle, from 0
     * @param milestones in the order of recording, at most {@value #MOST}
     * @param lastActivity number on the plot of the last activity in it or before it; 0 before the first
     * @param corrected of the activities in it, by their numbers: what is known now of those that were written wrong
     */
    record OfCyclePart(
            PlotId plot,
            int cycle,
            int part,
            List<Milestone> milestones,
            int lastActivity,
            Map<Integer, Corrected> corrected)
            implements View {
        static final int MOST = 32;

        /** @param fields absent if it never happened */
        record Corrected(@Nullable Map<String, String> fields) {}

        /** The part in which the next milestone of a cycle is the first. */
        static OfCyclePart empty(OfCycle cycle) {
            return new OfCyclePart(
                    cycle.plot(), cycle.cycle(), cycle.next(), List.of(), cycle.lastActivity(), Map.of());
        }

        OfCyclePart with(Milestone milestone) {
            var last = milestone instanceof Milestone.FieldWork work ? work.number() : lastActivity;
            var more = new OfCyclePart(plot, cycle, part, plus(milestones, milestone), last, corrected);
            return milestone instanceof Milestone.FieldCorrection correction ? more.corrected(correction) : more;
        }

        /** What is corrected in another part changes nothing here. */
        OfCyclePart corrected(Milestone.FieldCorrection correction) {
            if (activity(correction.number()).isEmpty()) {
                return this;
            }
            var all = new TreeMap<>(corrected);
            all.put(correction.number(), new Corrected(correction.after()));
            return new OfCyclePart(plot, cycle, part, milestones, lastActivity, all);
        }

        /** As it was written. */
        Optional<Milestone.FieldWork> activity(int number) {
            return activities().filter(it -> it.number() == number).findFirst();
        }

        /** As they were written. */
        Stream<Milestone.FieldWork> activities() {
            return milestones.stream()
                    .filter(Milestone.FieldWork.class::isInstance)
                    .map(Milestone.FieldWork.class::cast);
        }

        /** What is known now of an activity in it; absent if it never happened. */
        @Nullable
        Map<String, String> fields(Milestone.FieldWork activity) {
            var now = corrected.get(activity.number());
            return now == null ? activity.fields() : now.fields();
        }
    }

    /**
     * @param organisation that holds it
     * @param address under which buyers find it: {@code 01/…/10/…} or {@code t/…}
     * @param plot where it was harvested, if it was
     * @param cycle crop cycle on that plot
     * @param step that made it, if one did
     * @param from the lot that it was before: part of it was split off, or handed over by another organisation
     * @param shipments that took part of it
     * @param holds what holds it back now, oldest first
     * @param begun position in the log of the event by which it began
     * @param milestones its own: harvest, laboratory results
     */
    record OfLot(
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
            List<Milestone> milestones)
            implements View {

        static OfLot of(
                LotId id,
                OrganisationId holder,
                Mass quantity,
                Goods goods,
                @Nullable String label,
                OffsetDateTime since,
                long begun) {
            return new OfLot(
                    id,
                    holder,
                    goods.product(),
                    quantity,
                    quantity,
                    goods.moisturePercent(),
                    label,
                    goods.item(),
                    "t/" + id,
                    null,
                    null,
                    null,
                    null,
                    goods.countPerKilogram(),
                    goods.pedigree(),
                    List.of(),
                    List.of(),
                    since,
                    begun,
                    List.of());
        }

        OfLot harvestedFrom(PlotId field, int number) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    left,
                    moisturePercent,
                    label,
                    item,
                    address,
                    field,
                    number,
                    step,
                    from,
                    countPerKilogram,
                    pedigree,
                    shipments,
                    holds,
                    since,
                    begun,
                    milestones);
        }

        OfLot madeBy(StepId maker) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    left,
                    moisturePercent,
                    label,
                    item,
                    address,
                    plot,
                    cycle,
                    maker,
                    from,
                    countPerKilogram,
                    pedigree,
                    shipments,
                    holds,
                    since,
                    begun,
                    milestones);
        }

        OfLot partOf(LotId other) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    left,
                    moisturePercent,
                    label,
                    item,
                    address,
                    plot,
                    cycle,
                    step,
                    other,
                    countPerKilogram,
                    pedigree,
                    shipments,
                    holds,
                    since,
                    begun,
                    milestones);
        }

        OfLot foundAt(String key) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    left,
                    moisturePercent,
                    label,
                    item,
                    key,
                    plot,
                    cycle,
                    step,
                    from,
                    countPerKilogram,
                    pedigree,
                    shipments,
                    holds,
                    since,
                    begun,
                    milestones);
        }

        OfLot descending(Pedigree now) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    left,
                    moisturePercent,
                    label,
                    item,
                    address,
                    plot,
                    cycle,
                    step,
                    from,
                    countPerKilogram,
                    now,
                    shipments,
                    holds,
                    since,
                    begun,
                    milestones);
        }

        /** What is corrected is right from now on; the milestone tells what it was. */
        OfLot corrected(String field, String to, Mass nowLeft) {
            var weighed = field.equals("quantity") ? Mass.of(new BigDecimal(to), Mass.Unit.KILOGRAM) : quantity;
            var moisture = field.equals("moisturePercent") ? new BigDecimal(to) : moisturePercent;
            var count = field.equals("countPerKilogram") ? new BigDecimal(to) : countPerKilogram;
            var named = field.equals("label") ? to : label;
            return new OfLot(
                    id,
                    organisation,
                    product,
                    weighed,
                    nowLeft,
                    moisture,
                    named,
                    item,
                    address,
                    plot,
                    cycle,
                    step,
                    from,
                    count,
                    pedigree,
                    shipments,
                    holds,
                    since,
                    begun,
                    milestones);
        }

        OfLot with(Milestone milestone) {
            return with(left, shipments, holds, plus(milestones, milestone));
        }

        OfLot drawn(Mass nowLeft, String by) {
            var toShipment = by.startsWith(ShipmentId.PREFIX + "-");
            var loaded = toShipment ? plus(shipments, new ShipmentId(by)) : shipments;
            return with(nowLeft, loaded, holds, milestones);
        }

        OfLot held(Hold hold) {
            return with(left, shipments, plus(holds, hold), milestones);
        }

        OfLot released(String hold) {
            var still = holds.stream().filter(it -> !it.hold().equals(hold)).toList();
            return with(left, shipments, still, milestones);
        }

        private OfLot with(Mass nowLeft, List<ShipmentId> loaded, List<Hold> held, List<Milestone> all) {
            return new OfLot(
                    id,
                    organisation,
                    product,
                    quantity,
                    nowLeft,
                    moisturePercent,
                    label,
                    item,
                    address,
                    plot,
                    cycle,
                    step,
                    from,
                    countPerKilogram,
                    pedigree,
                    loaded,
                    held,
                    since,
                    begun,
                    all);
        }
    }

    /**
     * @param hold what it is known by on this lot
     * @param test that the lot must pass before it can end
     */
    record Hold(String hold, HoldCause cause, @Nullable String test, String reason, OffsetDateTime since) {}

    /**
     * Where and when grew what a lot was made of; known when it begins, and never changed.
     *
     * @param wards codes of the wards
     * @param seasons {@code dong-xuan-2026}
     */
    record OfOrigin(LotId id, SortedSet<String> wards, SortedSet<String> seasons) implements View {}

    /**
     * @param product what grows from it
     * @param tests in the order of recording
     * @param flags doubts about what was received
     */
    record OfSeedLot(
            SeedLotKey id,
            OrganisationId cooperative,
            String number,
            String product,
            SeedQuantity quantity,
            SeedQuantity left,
            String supplier,
            @Nullable String grade,
            @Nullable BigDecimal germinationPercent,
            @Nullable String quarantineCertificate,
            List<SeedTest> tests,
            List<Flag> flags,
            OffsetDateTime since)
            implements View {
        OfSeedLot with(SeedTest test) {
            return with(left, plus(tests, test));
        }

        OfSeedLot withLeft(SeedQuantity nowLeft) {
            return with(nowLeft, tests);
        }

        private OfSeedLot with(SeedQuantity nowLeft, List<SeedTest> all) {
            return new OfSeedLot(
                    id,
                    cooperative,
                    number,
                    product,
                    quantity,
                    nowLeft,
                    supplier,
                    grade,
                    germinationPercent,
                    quarantineCertificate,
                    all,
                    flags,
                    since);
        }
    }

    /** What one test of post-larvae found. */
    record SeedTest(
            Milestone.Fact fact,
            List<String> pathogens,
            Outcome outcome,
            @Nullable OrganisationId laboratory,
            @Nullable String report,
            LocalDate sampledOn) {}

    /** @param corrections of its masses, in the order of recording */
    record OfStep(
            StepId id,
            OrganisationId organisation,
            Milestone.Processing milestone,
            List<Milestone.StepCorrection> corrections)
            implements View {

        OfStep with(Milestone.StepCorrection correction) {
            return new OfStep(id, organisation, milestone, plus(corrections, correction));
        }
    }

    /**
     * @param organisation that held the goods
     * @param to the business they went to, by name
     * @param receiver that business, where it takes part
     * @param milestones one for each lot on board
     * @param receipt what the receiver said that arrived, once it did
     * @param disputes in the order of recording; at most the last is open
     */
    record OfShipment(
            ShipmentId id,
            OrganisationId organisation,
            String to,
            @Nullable OrganisationId receiver,
            @Nullable String market,
            OffsetDateTime since,
            List<Milestone.Dispatch> milestones,
            @Nullable Receipt receipt,
            List<Dispute> disputes)
            implements View {

        OfShipment received(Receipt arrived) {
            return with(arrived, disputes);
        }

        OfShipment disputed(Dispute dispute) {
            return with(receipt, plus(disputes, dispute));
        }

        OfShipment settled(Settlement settlement) {
            return with(
                    receipt,
                    disputes.stream()
                            .map(it -> it.settled() == null ? it.settledBy(settlement) : it)
                            .toList());
        }

        private OfShipment with(@Nullable Receipt arrived, List<Dispute> all) {
            return new OfShipment(id, organisation, to, receiver, market, since, milestones, arrived, all);
        }

        boolean isDisputed() {
            return disputes.stream().anyMatch(it -> it.settled() == null);
        }
    }

    /** @param flags doubts about what was lost on the way */
    record Receipt(Milestone.Fact fact, List<ReceivedLine> lines, List<Flag> flags) {}

    /** @param lines what this side counted instead, of the lots that it is about */
    record Dispute(
            Milestone.Fact fact,
            OrganisationId organisation,
            String reason,
            List<Line> lines,
            @Nullable Settlement settled) {
        private Dispute settledBy(Settlement settlement) {
            return new Dispute(fact, organisation, reason, lines, settlement);
        }
    }

    record Settlement(Milestone.Fact fact, OrganisationId organisation, String reason) {}

    /**
     * @param organisation that recalls
     * @param named the lots that it named
     * @param lots those and everything made of them, as far as it was reached, in that order
     * @param recoveries what came back, in the order of recording
     */
    record OfRecall(
            RecallId id,
            OrganisationId organisation,
            List<LotId> named,
            String reason,
            OffsetDateTime since,
            List<RecalledLot> lots,
            List<Recovery> recoveries,
            @Nullable Closing closing)
            implements View {

        OfRecall reached(List<RecalledLot> more) {
            var all = new LinkedHashMap<LotId, RecalledLot>();
            lots.forEach(lot -> all.put(lot.lot(), lot));
            more.forEach(lot -> all.merge(lot.lot(), lot, (known, now) -> now.recovering(known.recovered())));
            return with(List.copyOf(all.values()), recoveries, closing);
        }

        OfRecall recovered(Recovery recovery) {
            var all = lots.stream()
                    .map(it -> it.lot().equals(recovery.lot())
                            ? it.recovering(it.recovered().plus(recovery.quantity()))
                            : it)
                    .toList();
            return with(all, plus(recoveries, recovery), closing);
        }

        OfRecall closed(Closing end) {
            return with(lots, recoveries, end);
        }

        private OfRecall with(List<RecalledLot> all, List<Recovery> recovered, @Nullable Closing end) {
            return new OfRecall(id, organisation, named, reason, since, all, recovered, end);
        }
    }

    /**
     * @param organisation that holds it
     * @param quantity that there was
     * @param left that was still there when it was held
     * @param gone shipped and not arrived at any organisation that takes part
     * @param recovered of that
     */
    record RecalledLot(LotId lot, OrganisationId organisation, Mass quantity, Mass left, Mass gone, Mass recovered) {
        private RecalledLot recovering(Mass all) {
            return new RecalledLot(lot, organisation, quantity, left, gone, all);
        }
    }

    /** @param where it was found, in words */
    record Recovery(Milestone.Fact fact, OrganisationId organisation, LotId lot, Mass quantity, String where) {}

    /**
     * @param lots how many had been reached
     * @param recoveredPercent of what had gone
     */
    record Closing(Milestone.Fact fact, int lots, Mass gone, Mass recovered, BigDecimal recoveredPercent) {}

    /**
     * Labels that were printed together.
     *
     * @param organisation that ordered them
     * @param count how many, numbered from 1
     * @param serials what the serials of units are made of; absent where all are alike
     * @param printed when its file was whole; absent before
     * @param cancelled whether it was given up before
     * @param activated that are on goods now
     * @param voided that will be on none any more
     * @param acts what was done with its labels, in the order of recording
     */
    record OfLabelRun(
            LabelRunId id,
            OrganisationId organisation,
            LotId lot,
            LabelKind kind,
            int count,
            Paper paper,
            Wording wording,
            @Nullable SerialRun serials,
            String by,
            OffsetDateTime since,
            @Nullable OffsetDateTime printed,
            boolean cancelled,
            LabelNumbers activated,
            LabelNumbers voided,
            List<LabelAct> acts)
            implements View {

        static OfLabelRun of(LabelRunOrdered event) {
            return new OfLabelRun(
                    event.run(),
                    event.organisation(),
                    event.lot(),
                    event.kind(),
                    event.count(),
                    event.paper(),
                    event.wording(),
                    event.serials(),
                    event.by(),
                    event.happenedAt(),
                    null,
                    false,
                    LabelNumbers.NONE,
                    LabelNumbers.NONE,
                    List.of());
        }

        /** Under which a unit finds it; of a run without serials, its id. */
        String address() {
            return serials == null ? id.value() : address(serials.key(), serials.number());
        }

        static String address(String key, long number) {
            return key + "/" + number;
        }

        /** Those that are neither on goods nor void. */
        public LabelNumbers open() {
            return LabelNumbers.of(1, count).minus(activated).minus(voided);
        }

        public LabelTally tally() {
            return new LabelTally(count, activated.size(), voided.size(), open().size());
        }

        /** What this reprint is of; nothing if there is no such reprint. */
        public Optional<LabelAct> reprint(int number) {
            return acts.stream()
                    .filter(act -> act.reprint() != null && act.reprint() == number)
                    .findFirst();
        }

        OfLabelRun printedAt(OffsetDateTime when) {
            return with(when, cancelled, activated, voided, acts);
        }

        OfLabelRun cancelled(LabelAct act) {
            return with(printed, true, activated, LabelNumbers.of(1, count), plus(acts, act));
        }

        OfLabelRun activated(LabelAct act) {
            return with(printed, cancelled, activated.plus(act.numbers()), voided, plus(acts, act));
        }

        OfLabelRun voided(LabelAct act) {
            return with(
                    printed, cancelled, activated.minus(act.numbers()), voided.plus(act.numbers()), plus(acts, act));
        }

        OfLabelRun reprinted(LabelAct act) {
            return with(printed, cancelled, activated, voided, plus(acts, act));
        }

        private OfLabelRun with(
                @Nullable OffsetDateTime when,
                boolean givenUp,
                LabelNumbers onGoods,
                LabelNumbers gone,
                List<LabelAct> all) {
            return new OfLabelRun(
                    id,
                    organisation,
                    lot,
                    kind,
                    count,
                    paper,
                    wording,
                    serials,
                    by,
                    since,
                    when,
                    givenUp,
                    onGoods,
                    gone,
                    all);
        }
    }

    /**
     * Where the labels of a run are: {@code count = activated + voided + open}, and when none is open any more, the run
     * is closed.
     */
    record LabelTally(int count, int activated, int voided, int open) {}

    /**
     * What was done with labels of a run.
     *
     * @param reason as it was recorded; absent where none is needed
     * @param reprint which one of the run, if it is one
     * @param start of a reprint: the first place of the first sheet that still had a label
     * @param by a person's code
     */
    record LabelAct(
            Milestone.Fact fact,
            Deed deed,
            LabelNumbers numbers,
            @Nullable String reason,
            @Nullable Integer reprint,
            @Nullable Integer start,
            String by) {
        /** What can be done with labels. */
        public enum Deed {
            ACTIVATED,
            VOIDED,
            REPRINTED,
            CANCELLED
        }
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }
}
