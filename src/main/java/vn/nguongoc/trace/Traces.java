package vn.nguongoc.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.Flows;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.trace.StepFlow.Part;
import vn.nguongoc.trace.Walk.Found;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfPlot;

/** Draws up traces: one walk each way, and then what was found, told node by node and edge by edge. */
@Component
public class Traces {
    /** An answer of so many is some 20 MB, and put together in seconds. */
    public static final int MOST_LOTS = 20_000;

    private final Flows flows;
    private final int most;

    @Autowired
    Traces(Flows flows) {
        this(flows, MOST_LOTS);
    }

    /** @param most lots that a trace may have if nothing else is said */
    Traces(Flows flows, int most) {
        this.flows = flows;
        this.most = most;
    }

    /**
     * @throws Refused if it has more than {@value #MOST_LOTS} lots, a lot is not there, or was not yet at that moment
     */
    public Trace of(TraceRequest request) {
        return of(request, most);
    }

    /**
     * @param most lots that the trace may have
     * @throws Refused if there are more, or a lot is not there, or was not yet there at that moment
     */
    public Trace of(TraceRequest request, int most) {
        var reader = flows.open();
        var walk = new Walk(reader, request.viewpoint(), most);
        var start = walk.start(request.lots());
        for (var lot : request.lots()) {
            if (!walk.lots().containsKey(lot)) {
                throw notThere(lot, request.viewpoint(), reader);
            }
        }
        var direction = request.direction();
        int back = direction.goesBack() ? walk.back(start, request.depth()) : 0;
        int forward = direction.goesForward() ? walk.forward(start, request.depth()) : 0;
        return new Drawing(request, walk).trace(back, forward);
    }

    private static Refused notThere(LotId lot, Viewpoint viewpoint, Flows.Reader reader) {
        var asOf = viewpoint.position() == null ? viewpoint.moment() : viewpoint.position();
        return reader.lot(lot)
                .map(LotFlow::begun)
                .map(begun -> new Refused(
                        new TraceRefusal.NotYetBegun(lot, String.valueOf(asOf), begun.happenedAt(), begun.position())))
                .orElseGet(() -> new Refused(new LogRefusal.NotFound(lot.value())));
    }

    /** One walk, told. */
    private static final class Drawing {
        private final TraceRequest request;
        private final Walk walk;
        private final Map<OrganisationId, String> names;
        private final Map<PlotId, ViewOfPlot> plots;
        private final Map<LotId, LotFlow> lots = new HashMap<>();

        Drawing(TraceRequest request, Walk walk) {
            this.request = request;
            this.walk = walk;
            walk.lots().forEach((id, found) -> lots.put(id, found.lot()));
            names = walk
                    .read(
                            ViewOfOrganisation.class,
                            lots.values().stream().map(LotFlow::holder).collect(Collectors.toSet()))
                    .stream()
                    .collect(Collectors.toMap(ViewOfOrganisation::id, ViewOfOrganisation::name));
            plots =
                    walk
                            .read(
                                    ViewOfPlot.class,
                                    harvests().map(LotFlow.Harvest::plot).collect(Collectors.toSet()))
                            .stream()
                            .collect(Collectors.toMap(ViewOfPlot::id, it -> it));
        }

        private Stream<LotFlow.Harvest> harvests() {
            return backward()
                    .flatMap(lot -> lot.origin() instanceof LotFlow.Harvest it ? Stream.of(it) : Stream.empty());
        }

        Trace trace(int back, int forward) {
            var codes = plots.values().stream().collect(Collectors.toMap(ViewOfPlot::id, ViewOfPlot::code));
            return new Trace(
                    request,
                    walk.position(),
                    walk.version(),
                    walk.lots().values().stream().map(this::lot).toList(),
                    plots(),
                    walk.steps().values().stream().map(this::step).toList(),
                    shipments(),
                    edges().toList(),
                    walk.lots().values().stream().flatMap(this::ends).toList(),
                    request.direction().goesBack() ? new Composer(walk, codes).of(start()) : null,
                    back == 0 && forward == 0 ? null : new Trace.Truncated(back, forward));
        }

        private LotFlow start() {
            return walk.lots().values().iterator().next().lot();
        }

        // ---- nodes

        private Trace.Lot lot(Found found) {
            var lot = found.lot();
            var holds = lot.holds().stream().filter(it -> it.until() == null).toList();
            return new Trace.Lot(
                    lot.id(),
                    found.generation(),
                    lot.label(),
                    lot.product(),
                    lot.holder(),
                    names.get(lot.holder()),
                    lot.quantity(),
                    left(lot),
                    switch (lot.origin()) {
                        case LotFlow.Harvest it -> Trace.Beginning.HARVEST;
                        case LotFlow.Made it -> Trace.Beginning.STEP;
                        case LotFlow.PartOf it -> Trace.Beginning.SPLIT;
                        case LotFlow.Received it -> Trace.Beginning.HAND_OVER;
                    },
                    fact(lot.begun()),
                    lot.address(),
                    !holds.isEmpty(),
                    holds.stream().anyMatch(it -> it.cause() == HoldCause.RECALL));
        }

        /** Seen out of the order of recording, more may have been drawn than there was: then nothing is left. */
        private static Mass left(LotFlow lot) {
            var drawn =
                    Mass.sum(lot.outflows().stream().map(LotFlow.Outflow::drawn).toList());
            return drawn.isMoreThan(lot.quantity()) ? Mass.ZERO : lot.quantity().minus(drawn);
        }

        private List<Trace.Plot> plots() {
            Map<PlotId, Mass> harvested = new TreeMap<>(Comparator.comparing(PlotId::value));
            backward().forEach(lot -> {
                if (lot.origin() instanceof LotFlow.Harvest harvest) {
                    harvested.merge(harvest.plot(), lot.quantity(), Mass::plus);
                }
            });
            return harvested.entrySet().stream()
                    .map(it -> plot(it.getKey(), plots.get(it.getKey()), it.getValue()))
                    .toList();
        }

        private static Trace.Plot plot(PlotId id, @Nullable ViewOfPlot plot, Mass harvested) {
            return plot == null
                    ? new Trace.Plot(id, null, null, null, null, harvested)
                    : new Trace.Plot(id, plot.code(), plot.kind(), plot.ward(), plot.areaSquareMetres(), harvested);
        }

        private Trace.Step step(StepFlow step) {
            return new Trace.Step(
                    step.id(),
                    step.kind(),
                    step.facility(),
                    fact(step.when()),
                    StepFlow.sum(step.inputs()),
                    StepFlow.sum(step.outputs()),
                    step.losses(),
                    others(step.inputs()),
                    others(step.outputs()));
        }

        private Trace.@Nullable Others others(List<Part> parts) {
            var others =
                    parts.stream().filter(part -> !lots.containsKey(part.lot())).toList();
            return others.isEmpty() ? null : new Trace.Others(others.size(), StepFlow.sum(others));
        }

        /** Those that have not arrived at anybody who takes part. */
        private List<Trace.Shipment> shipments() {
            Set<String> shown = edges().filter(it -> it.way() == Trace.Way.SHIPMENT)
                    .map(Trace.Edge::to)
                    .collect(Collectors.toCollection(HashSet::new));
            return walk.shipments().values().stream()
                    .filter(it -> shown.contains(it.id().value()))
                    .map(it -> new Trace.Shipment(
                            it.id(),
                            it.to(),
                            it.receiver(),
                            it.market(),
                            fact(Viewpoint.when(it.milestones().getFirst().fact()))))
                    .toList();
        }

        // ---- edges

        private Stream<Trace.Edge> edges() {
            return Stream.of(
                            walk.lots().values().stream().flatMap(it -> begun(it.lot())),
                            walk.steps().values().stream().flatMap(this::through),
                            forward().flatMap(this::aboard))
                    .flatMap(it -> it);
        }

        private Stream<LotFlow> backward() {
            return request.direction().goesBack() ? lots.values().stream() : Stream.empty();
        }

        private Stream<LotFlow> forward() {
            return request.direction().goesForward()
                    ? walk.lots().values().stream()
                            .filter(it -> it.generation() >= 0)
                            .map(Found::lot)
                    : Stream.empty();
        }

        private Stream<Trace.Edge> begun(LotFlow lot) {
            return switch (lot.origin()) {
                case LotFlow.Harvest it ->
                    request.direction().goesBack()
                            ? Stream.of(edge(Trace.Way.HARVEST, it.plot(), lot, lot.quantity()))
                            : Stream.empty();
                case LotFlow.Made it -> Stream.empty();
                case LotFlow.PartOf it ->
                    lots.containsKey(it.lot())
                            ? Stream.of(edge(Trace.Way.SPLIT, it.lot(), lot, lot.quantity()))
                            : Stream.empty();
                case LotFlow.Received it ->
                    Optional.ofNullable(lots.get(it.lot())).stream()
                            .flatMap(sender -> sender.outflows().stream())
                            .flatMap(out -> out instanceof LotFlow.HandedOver arrival
                                            && arrival.lot().equals(lot.id())
                                    ? Stream.of(new Trace.Edge(
                                            Trace.Way.HAND_OVER,
                                            it.lot().value(),
                                            lot.id().value(),
                                            arrival.sent(),
                                            arrival.received(),
                                            fact(arrival.when())))
                                    : Stream.empty());
            };
        }

        private static Trace.Edge edge(Trace.Way way, Object from, LotFlow lot, Mass quantity) {
            return new Trace.Edge(way, from.toString(), lot.id().value(), quantity, null, fact(lot.begun()));
        }

        private Stream<Trace.Edge> through(StepFlow step) {
            var fact = fact(step.when());
            var id = step.id().value();
            return Stream.concat(
                    known(step.inputs())
                            .map(it -> new Trace.Edge(Trace.Way.IN, it.lot().value(), id, it.quantity(), null, fact)),
                    known(step.outputs())
                            .map(it ->
                                    new Trace.Edge(Trace.Way.OUT, id, it.lot().value(), it.quantity(), null, fact)));
        }

        private Stream<Part> known(List<Part> parts) {
            return parts.stream().filter(part -> lots.containsKey(part.lot()));
        }

        private Stream<Trace.Edge> aboard(LotFlow lot) {
            return unconfirmed(lot)
                    .map(it -> new Trace.Edge(
                            Trace.Way.SHIPMENT,
                            lot.id().value(),
                            it.shipment().value(),
                            it.drawn(),
                            null,
                            fact(it.when())));
        }

        /** What went aboard and arrived at nobody who takes part. */
        private static Stream<LotFlow.Aboard> unconfirmed(LotFlow lot) {
            var arrived = lot.outflows().stream()
                    .flatMap(
                            it -> it instanceof LotFlow.HandedOver there ? Stream.of(there.shipment()) : Stream.empty())
                    .collect(Collectors.toSet());
            return lot.outflows().stream()
                    .flatMap(it -> it instanceof LotFlow.Aboard aboard && !arrived.contains(aboard.shipment())
                            ? Stream.of(aboard)
                            : Stream.empty());
        }

        // ---- ends

        private Stream<Trace.End> ends(Found found) {
            var lot = found.lot();
            var after = request.direction().goesForward() && found.generation() >= 0
                    ? Stream.of(stock(lot), gone(lot), inProcess(lot)).flatMap(it -> it)
                    : Stream.<Trace.End>empty();
            return Stream.concat(isOfUnknownOrigin(found) ? Stream.of(unknown(lot)) : Stream.empty(), after);
        }

        private boolean isOfUnknownOrigin(Found found) {
            if (!request.direction().goesBack() || found.generation() > 0 || found.generation() == -request.depth()) {
                return false;
            }
            return switch (found.lot().origin()) {
                case LotFlow.Harvest it -> false;
                case LotFlow.Made it -> !walk.steps().containsKey(it.step());
                case LotFlow.PartOf it -> !lots.containsKey(it.lot());
                case LotFlow.Received it -> !lots.containsKey(it.lot());
            };
        }

        private static Trace.End unknown(LotFlow lot) {
            return new Trace.End(Trace.Kind.UNKNOWN_ORIGIN, lot.id(), lot.quantity(), null);
        }

        private static Stream<Trace.End> stock(LotFlow lot) {
            var left = left(lot);
            return left.isZero() ? Stream.empty() : Stream.of(new Trace.End(Trace.Kind.IN_STOCK, lot.id(), left, null));
        }

        private Stream<Trace.End> gone(LotFlow lot) {
            return unconfirmed(lot).map(it -> new Trace.End(whereabouts(it, lot), lot.id(), it.drawn(), it.shipment()));
        }

        private Trace.Kind whereabouts(LotFlow.Aboard aboard, LotFlow lot) {
            var shipment = walk.shipments().get(aboard.shipment());
            if (shipment == null || shipment.receiver() == null) {
                return Trace.Kind.SHIPPED;
            }
            return request.viewpoint().received(shipment, lot).isPresent()
                    ? Trace.Kind.NOT_ARRIVED
                    : Trace.Kind.ON_THE_WAY;
        }

        /** Drawn by a step that had begun and not ended. */
        private Stream<Trace.End> inProcess(LotFlow lot) {
            return lot.outflows().stream()
                    .flatMap(it -> it instanceof LotFlow.IntoStep into
                                    && request.viewpoint().moment() != null
                                    && !walk.steps().containsKey(into.step())
                            ? Stream.of(new Trace.End(Trace.Kind.IN_PROCESS, lot.id(), it.drawn(), null))
                            : Stream.empty());
        }

        private static Trace.Fact fact(LotFlow.When when) {
            return new Trace.Fact(when.position(), when.happenedAt(), when.recordedAt());
        }
    }
}
