package vn.nguongoc.trace;

import java.util.stream.Stream;
import vn.nguongoc.trace.Walk.Found;
import vn.nguongoc.view.LotFlow;

/** Where a trace stops: what is still there, what left those who take part, and what came from nobody knows where. */
record Ends(Findings findings) {
    Stream<Trace.End> all() {
        return findings.walk().lots().values().stream().flatMap(this::ends);
    }

    private Stream<Trace.End> ends(Found found) {
        var lot = found.lot();
        var after = findings.goesForward(found)
                ? Stream.of(stock(lot), gone(lot), inProcess(lot)).flatMap(it -> it)
                : Stream.<Trace.End>empty();
        return Stream.concat(isOfUnknownOrigin(found) ? Stream.of(unknown(lot)) : Stream.empty(), after);
    }

    private boolean isOfUnknownOrigin(Found found) {
        if (!findings.request().direction().goesBack()
                || found.generation() > 0
                || found.generation() == -findings.request().depth()) {
            return false;
        }
        return switch (found.lot().origin()) {
            case LotFlow.Harvest it -> false;
            case LotFlow.Made it -> !findings.walk().steps().containsKey(it.step());
            case LotFlow.PartOf it -> !findings.have(it.lot());
            case LotFlow.Received it -> !findings.have(it.lot());
        };
    }

    private static Trace.End unknown(LotFlow lot) {
        return new Trace.End(Trace.Kind.UNKNOWN_ORIGIN, lot.id(), lot.quantity(), null);
    }

    private static Stream<Trace.End> stock(LotFlow lot) {
        var left = lot.left();
        return left.isZero() ? Stream.empty() : Stream.of(new Trace.End(Trace.Kind.IN_STOCK, lot.id(), left, null));
    }

    private Stream<Trace.End> gone(LotFlow lot) {
        return lot.unconfirmed().map(it -> new Trace.End(whereabouts(it, lot), lot.id(), it.drawn(), it.shipment()));
    }

    private Trace.Kind whereabouts(LotFlow.Aboard aboard, LotFlow lot) {
        var shipment = findings.walk().shipments().get(aboard.shipment());
        if (shipment == null || shipment.receiver() == null) {
            return Trace.Kind.SHIPPED;
        }
        return findings.request().viewpoint().received(shipment, lot).isPresent()
                ? Trace.Kind.NOT_ARRIVED
                : Trace.Kind.ON_THE_WAY;
    }

    /** Drawn by a step that had begun and not ended. */
    private Stream<Trace.End> inProcess(LotFlow lot) {
        return lot.outflows().stream()
                .flatMap(it -> it instanceof LotFlow.IntoStep into
                                && findings.request().viewpoint().moment() != null
                                && !findings.walk().steps().containsKey(into.step())
                        ? Stream.of(new Trace.End(Trace.Kind.IN_PROCESS, lot.id(), it.drawn(), null))
                        : Stream.empty());
    }
}
