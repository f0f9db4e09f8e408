package vn.nguongoc.trace;

import static vn.nguongoc.trace.Findings.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.trace.StepFlow.Part;
import vn.nguongoc.view.LotFlow;

/** What went from one node of a trace to another. */
record Edges(Findings findings) {
    Stream<Trace.Edge> all() {
        return Stream.of(
                        findings.walk().lots().values().stream().flatMap(it -> begun(it.lot())),
                        findings.walk().steps().values().stream().flatMap(this::through),
                        findings.forward().flatMap(this::aboard))
                .flatMap(it -> it);
    }

    private Stream<Trace.Edge> begun(LotFlow lot) {
        return switch (lot.origin()) {
            case LotFlow.Harvest it ->
                findings.request().direction().goesBack()
                        ? Stream.of(edge(Trace.Way.HARVEST, it.plot(), lot, lot.quantity()))
                        : Stream.empty();
            case LotFlow.Made it -> Stream.empty();
            case LotFlow.PartOf it ->
                findings.have(it.lot())
                        ? Stream.of(edge(Trace.Way.SPLIT, it.lot(), lot, lot.quantity()))
                        : Stream.empty();
            case LotFlow.Received it ->
                Optional.ofNullable(findings.lots().get(it.lot())).stream()
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
                        .map(it -> new Trace.Edge(Trace.Way.OUT, id, it.lot().value(), it.quantity(), null, fact)));
    }

    private Stream<Part> known(List<Part> parts) {
        return parts.stream().filter(part -> findings.have(part.lot()));
    }

    private Stream<Trace.Edge> aboard(LotFlow lot) {
        return lot.unconfirmed()
                .map(it -> new Trace.Edge(
                        Trace.Way.SHIPMENT,
                        lot.id().value(),
                        it.shipment().value(),
                        it.drawn(),
                        null,
                        fact(it.when())));
    }
}
