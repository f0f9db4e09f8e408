package vn.nguongoc.trace;

import static vn.nguongoc.trace.Findings.fact;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.PlotId;
import vn.nguongoc.trace.StepFlow.Part;
import vn.nguongoc.trace.Walk.Found;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.ViewOfOrganisation;
import vn.nguongoc.view.ViewOfPlot;

/** Lots, plots, steps and shipments of a trace. */
final class Nodes {
    private final Findings findings;
    private final Map<OrganisationId, String> names;
    private final Map<PlotId, ViewOfPlot> plots;

    Nodes(Findings findings) {
        this.findings = findings;
        var holders = findings.lots().values().stream().map(LotFlow::holder).collect(Collectors.toSet());
        names = findings.walk().read(ViewOfOrganisation.class, holders).stream()
                .collect(Collectors.toMap(ViewOfOrganisation::id, ViewOfOrganisation::name));
        var origins = harvests().map(LotFlow.Harvest::plot).collect(Collectors.toSet());
        plots = findings.walk().read(ViewOfPlot.class, origins).stream()
                .collect(Collectors.toMap(ViewOfPlot::id, it -> it));
    }

    private Stream<LotFlow.Harvest> harvests() {
        return findings.backward()
                .flatMap(lot -> lot.origin() instanceof LotFlow.Harvest it ? Stream.of(it) : Stream.empty());
    }

    Map<PlotId, String> codes() {
        return plots.values().stream().collect(Collectors.toMap(ViewOfPlot::id, ViewOfPlot::code));
    }

    List<Trace.Lot> lots() {
        return findings.walk().lots().values().stream().map(this::lot).toList();
    }

    List<Trace.Step> steps() {
        return findings.walk().steps().values().stream().map(this::step).toList();
    }

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
                lot.left(),
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

    List<Trace.Plot> plots() {
        Map<PlotId, Mass> harvested = new TreeMap<>(Comparator.comparing(PlotId::value));
        findings.backward().forEach(lot -> {
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
        var others = parts.stream().filter(part -> !findings.have(part.lot())).toList();
        return others.isEmpty() ? null : new Trace.Others(others.size(), StepFlow.sum(others));
    }

    /** Those that have not arrived at anybody who takes part. */
    List<Trace.Shipment> shipments(List<Trace.Edge> edges) {
        Set<String> shown = edges.stream()
                .filter(it -> it.way() == Trace.Way.SHIPMENT)
                .map(Trace.Edge::to)
                .collect(Collectors.toCollection(HashSet::new));
        return findings.walk().shipments().values().stream()
                .filter(it -> shown.contains(it.id().value()))
                .map(it -> new Trace.Shipment(
                        it.id(),
                        it.to(),
                        it.receiver(),
                        it.market(),
                        fact(Viewpoint.when(it.milestones().getFirst().fact()))))
                .toList();
    }
}
