package vn.nguongoc.trace;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.nguongoc.eventlog.LogRefusal;
import vn.nguongoc.generations.Flows;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.view.LotFlow;

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
        return told(Findings.of(request, walk), back == 0 && forward == 0 ? null : new Trace.Truncated(back, forward));
    }

    private static Trace told(Findings findings, Trace.@Nullable Truncated truncated) {
        var request = findings.request();
        var walk = findings.walk();
        var nodes = new Nodes(findings);
        var edges = new Edges(findings).all().toList();
        var start = walk.lots().values().iterator().next().lot();
        return new Trace(
                request,
                walk.position(),
                walk.version(),
                nodes.lots(),
                nodes.plots(),
                nodes.steps(),
                nodes.shipments(edges),
                edges,
                new Ends(findings).all().toList(),
                request.direction().goesBack() ? new Composer(walk, nodes.codes()).of(start) : null,
                truncated);
    }

    private static Refused notThere(LotId lot, Viewpoint viewpoint, Flows.Reader reader) {
        var asOf = viewpoint.position() == null ? viewpoint.moment() : viewpoint.position();
        return reader.lot(lot)
                .map(LotFlow::begun)
                .map(begun -> new Refused(
                        new TraceRefusal.NotYetBegun(lot, String.valueOf(asOf), begun.happenedAt(), begun.position())))
                .orElseGet(() -> new Refused(new LogRefusal.NotFound(lot.value())));
    }
}
