package vn.nguongoc.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.trace.Walk.Found;
import vn.nguongoc.view.LotFlow;

/** What was asked and what a walk found: all that a trace is told from. */
record Findings(TraceRequest request, Walk walk, Map<LotId, LotFlow> lots) {
    static Findings of(TraceRequest request, Walk walk) {
        var lots = new HashMap<LotId, LotFlow>();
        walk.lots().forEach((id, found) -> lots.put(id, found.lot()));
        return new Findings(request, walk, lots);
    }

    boolean have(LotId lot) {
        return lots.containsKey(lot);
    }

    /** Lots whose beginnings are told. */
    Stream<LotFlow> backward() {
        return request.direction().goesBack() ? lots.values().stream() : Stream.empty();
    }

    /** Lots of which is told where they went. */
    Stream<LotFlow> forward() {
        return walk.lots().values().stream().filter(this::goesForward).map(Found::lot);
    }

    boolean goesForward(Found found) {
        return request.direction().goesForward() && found.generation() >= 0;
    }

    static Trace.Fact fact(LotFlow.When when) {
        return new Trace.Fact(when.position(), when.happenedAt(), when.recordedAt());
    }
}
