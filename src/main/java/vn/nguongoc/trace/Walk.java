package vn.nguongoc.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nguongoc.generations.Flows;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;
import vn.nguongoc.shared.ShipmentId;
import vn.nguongoc.shared.StepId;
import vn.nguongoc.view.LotFlow;
import vn.nguongoc.view.View;
import vn.nguongoc.view.ViewOfShipment;
import vn.nguongoc.view.ViewOfStep;

/**
 * Walks from lots to what they were made of and to what was made of them, a generation at a time, each lot once. What
 * cannot be seen from the viewpoint is not there.
 */
final class Walk {
    private final Flows.Reader flows;
    private final Viewpoint viewpoint;
    private final int most;
    private final Map<LotId, Found> lots = new LinkedHashMap<>();
    private final Map<StepId, StepFlow> steps = new LinkedHashMap<>();
    private final Map<ShipmentId, ViewOfShipment> shipments = new LinkedHashMap<>();

    /**
     * A lot that was found.
     *
     * @param generation how many lots lie between it and the start, and one: negative for what came before
     */
    record Found(LotFlow lot, int generation) {}

    /** @param most lots that it may meet */
    Walk(Flows.Reader flows, Viewpoint viewpoint, int most) {
        this.flows = flows;
        this.viewpoint = viewpoint;
        this.most = most;
    }

    Map<LotId, Found> lots() {
        return lots;
    }

    Map<StepId, StepFlow> steps() {
        return steps;
    }

    Map<ShipmentId, ViewOfShipment> shipments() {
        return shipments;
    }

    /** Of the last event that anything of this has seen. */
    long position() {
        return flows.position();
    }

    long version() {
        return flows.version();
    }

    /** Where it begins: the lots that are there. */
    List<LotFlow> start(Collection<LotId> from) {
        return meet(from, 0);
    }

    <V extends View> List<V> read(Class<V> type, Collection<?> ids) {
        return flows.all(type, ids);
    }

    /** @return how many ways lead on from where the depth ended it */
    int back(List<LotFlow> from, int depth) {
        var generation = from;
        for (int i = 1; i <= depth && !generation.isEmpty(); i++) {
            visitSteps(generation.stream().flatMap(Walk::maker));
            var before = generation.stream().flatMap(this::sources);
            generation = meet(before.toList(), -i);
        }
        return (int) generation.stream()
                .filter(lot -> !(lot.origin() instanceof LotFlow.Harvest))
                .filter(lot -> maker(lot).noneMatch(steps::containsKey))
                .filter(lot -> sources(lot).noneMatch(lots::containsKey))
                .count();
    }

    /** @return how many ways lead on from where the depth ended it */
    int forward(List<LotFlow> from, int depth) {
        var generation = from;
        for (int i = 1; i <= depth && !generation.isEmpty(); i++) {
            visitShipments(generation);
            visitSteps(generation.stream().flatMap(Walk::users));
            var after = generation.stream().flatMap(this::products);
            generation = meet(after.toList(), i);
        }
        visitShipments(generation);
        return (int) generation.stream()
                .flatMap(lot -> Stream.concat(
                        users(lot).filter(step -> !steps.containsKey(step)),
                        partsOf(lot).filter(part -> !lots.containsKey(part))))
                .distinct()
                .count();
    }

    private List<LotFlow> meet(Collection<LotId> ids, int generation) {
        var news = ids.stream().filter(id -> !lots.containsKey(id)).distinct().toList();
        if (lots.size() + news.size() > most) {
            throw new Refused(new TraceRefusal.TooManyLots(lots.size() + news.size(), most));
        }
        Map<LotId, LotFlow> there = new LinkedHashMap<>();
        read(LotFlow.class, news).forEach(lot -> there.put(lot.id(), lot));
        var met = new ArrayList<LotFlow>();
        for (var id : news) {
            Optional.ofNullable(there.get(id)).flatMap(viewpoint::of).ifPresent(lot -> {
                lots.put(id, new Found(lot, generation));
                met.add(lot);
            });
        }
        return met;
    }

    private void visitSteps(Stream<StepId> ids) {
        var news = ids.filter(id -> !steps.containsKey(id)).distinct().toList();
        read(ViewOfStep.class, news).forEach(view -> viewpoint.of(view).ifPresent(step -> steps.put(step.id(), step)));
    }

    private void visitShipments(List<LotFlow> generation) {
        var news = generation.stream()
                .flatMap(lot -> lot.outflows().stream())
                .flatMap(it -> it instanceof LotFlow.Aboard aboard ? Stream.of(aboard.shipment()) : Stream.empty())
                .filter(id -> !shipments.containsKey(id))
                .distinct()
                .toList();
        read(ViewOfShipment.class, news).stream().filter(viewpoint::sees).forEach(it -> shipments.put(it.id(), it));
    }

    private static Stream<StepId> maker(LotFlow lot) {
        return lot.origin() instanceof LotFlow.Made made ? Stream.of(made.step()) : Stream.empty();
    }

    private Stream<LotId> sources(LotFlow lot) {
        return switch (lot.origin()) {
            case LotFlow.Harvest it -> Stream.empty();
            case LotFlow.Made it ->
                Optional.ofNullable(steps.get(it.step())).stream()
                        .flatMap(step -> step.inputs().stream())
                        .map(StepFlow.Part::lot);
            case LotFlow.PartOf it -> Stream.of(it.lot());
            case LotFlow.Received it -> Stream.of(it.lot());
        };
    }

    private static Stream<StepId> users(LotFlow lot) {
        return lot.outflows().stream()
                .flatMap(it -> it instanceof LotFlow.IntoStep into ? Stream.of(into.step()) : Stream.empty());
    }

    private Stream<LotId> products(LotFlow lot) {
        var made = users(lot)
                .flatMap(id -> Optional.ofNullable(steps.get(id)).stream())
                .flatMap(step -> step.outputs().stream())
                .map(StepFlow.Part::lot);
        return Stream.concat(made, partsOf(lot));
    }

    /** The lots that were part of it, here and at other organisations. */
    private static Stream<LotId> partsOf(LotFlow lot) {
        return lot.outflows().stream().flatMap(it -> switch (it) {
            case LotFlow.Portion portion -> Stream.of(portion.lot());
            case LotFlow.HandedOver arrival -> Stream.of(arrival.lot());
            case LotFlow.IntoStep into -> Stream.empty();
            case LotFlow.Aboard aboard -> Stream.empty();
        });
    }
}
