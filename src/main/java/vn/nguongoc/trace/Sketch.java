package vn.nguongoc.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.trace.Trace.Edge;

/**
 * What stands where in a picture of a trace: rows of boxes and the ways between them. A row that would be too wide is
 * summed up, box by box of the same kind, and so are rows too far from the lot.
 *
 * @param rows from the top, each from the left
 * @param links in the order of the boxes they lead from
 */
record Sketch(List<List<Box>> rows, List<Link> links) {
    /** Rows on each side of the lot; it takes two to a generation. */
    private static final int MOST_ROWS = 20;

    /** What a box stands for. */
    enum What {
        PLOT,
        LOT,
        STEP,
        SHIPMENT,
        /** All that is further away than is drawn. */
        FURTHER
    }

    /** How it stands with goods. */
    enum State {
        FREE,
        HELD,
        RECALLED
    }

    /**
     * @param row from the start's, which is 0
     * @param name code of a plot, product or step kind, or a receiver's name; absent where the box stands for several
     * @param label the lot's, where the box stands for one
     * @param quantity harvested, made, lost in the step, or sent
     * @param rest left of a lot; what else came out of a step
     * @param count how many things it stands for
     */
    record Box(
            String id,
            What what,
            int row,
            @Nullable String name,
            @Nullable String label,
            @Nullable String holder,
            Mass quantity,
            Mass rest,
            State state,
            boolean isStart,
            int count) {

        private Box with(Box other) {
            return new Box(
                    id,
                    what,
                    row,
                    Objects.equals(name, other.name) ? name : null,
                    null,
                    Objects.equals(holder, other.holder) ? holder : null,
                    quantity.plus(other.quantity),
                    rest.plus(other.rest),
                    state,
                    false,
                    count + other.count);
        }

        private Box standingIn(int otherRow, What other) {
            return new Box(id, other, otherRow, null, null, null, quantity, rest, State.FREE, false, count);
        }
    }

    /** @param quantity on all the ways together that it stands for */
    record Link(String from, String to, Mass quantity) {}

    /** @param widest so many boxes stand in one row at most */
    static Sketch of(Trace trace, int widest) {
        var boxes = boxes(trace);
        var shown = summedUp(boxes, widest);
        var links = links(trace, shown);
        return new Sketch(Ordering.of(rows(shown.values()), links), links);
    }

    // ---- what there is

    private static Map<String, Box> boxes(Trace trace) {
        var rows = rowsOf(trace);
        Map<String, Mass> sent = trace.edges().stream()
                .filter(it -> it.way() == Trace.Way.SHIPMENT)
                .collect(Collectors.toMap(Edge::to, Edge::quantity, Mass::plus));
        return Stream.of(
                        trace.plots().stream().map(it -> plot(it, rows)),
                        trace.lots().stream().map(it -> lot(it, rows)),
                        trace.steps().stream().map(it -> step(it, rows)),
                        trace.shipments().stream()
                                .map(it -> box(
                                        it.id(),
                                        What.SHIPMENT,
                                        rows,
                                        it.to(),
                                        sent.getOrDefault(it.id().value(), Mass.ZERO),
                                        Mass.ZERO)))
                .flatMap(Function.identity())
                .filter(it -> rows.containsKey(it.id()))
                .collect(Collectors.toMap(Box::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, Integer> rowsOf(Trace trace) {
        Map<String, List<String>> after = new HashMap<>();
        Map<String, List<String>> before = new HashMap<>();
        for (var edge : trace.edges()) {
            after.computeIfAbsent(edge.from(), it -> new ArrayList<>()).add(edge.to());
            before.computeIfAbsent(edge.to(), it -> new ArrayList<>()).add(edge.from());
        }
        return Layers.of(trace.asked().lot().value(), after, before);
    }

    private static int row(Map<String, Integer> rows, Object id) {
        return rows.getOrDefault(id.toString(), 0);
    }

    private static Box plot(Trace.Plot plot, Map<String, Integer> rows) {
        return box(plot.id(), What.PLOT, rows, plot.code(), plot.harvested(), Mass.ZERO);
    }

    private static Box lot(Trace.Lot lot, Map<String, Integer> rows) {
        var held = lot.held() ? State.HELD : State.FREE;
        return new Box(
                lot.id().value(),
                What.LOT,
                row(rows, lot.id()),
                lot.product(),
                lot.label(),
                lot.holderName(),
                lot.quantity(),
                lot.left(),
                lot.recalled() ? State.RECALLED : held,
                lot.generation() == 0,
                1);
    }

    private static Box step(Trace.Step step, Map<String, Integer> rows) {
        var lost = Mass.sum(step.losses().stream().map(it -> it.quantity()).toList());
        var others =
                step.otherOutputs() == null ? Mass.ZERO : step.otherOutputs().quantity();
        return box(step.id(), What.STEP, rows, step.kind(), lost, others);
    }

    private static Box box(
            Object id, What what, Map<String, Integer> rows, @Nullable String name, Mass quantity, Mass rest) {
        return new Box(id.toString(), what, row(rows, id), name, null, null, quantity, rest, State.FREE, false, 1);
    }

    // ---- what is summed up

    /** By the id of each thing, the box that it is shown in. */
    private static Map<String, Box> summedUp(Map<String, Box> boxes, int widest) {
        var shown = merged(boxes, boxes.values().stream().collect(Collectors.toMap(Box::id, Sketch::place)));
        for (Function<Box, String> likeness : List.<Function<Box, String>>of(Sketch::sameGoods, Sketch::sameKind)) {
            var crowded =
                    shown.values().stream().distinct().collect(Collectors.groupingBy(Box::row, Collectors.counting()));
            shown = merged(
                    boxes,
                    shown.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    it -> crowded.getOrDefault(it.getValue().row(), 0L) > widest
                                            ? likeness.apply(it.getValue())
                                            : it.getValue().id())));
        }
        return shown;
    }

    /** Shipments to the same business are one box; what is too far away is one above and one below. */
    private static String place(Box box) {
        if (Math.abs(box.row()) > MOST_ROWS) {
            return box.row() < 0 ? "before" : "after";
        }
        return box.what() == What.SHIPMENT ? "to " + box.row() + box.name() : box.id();
    }

    private static String sameGoods(Box box) {
        return box.isStart() ? box.id() : sameKind(box) + box.name();
    }

    private static String sameKind(Box box) {
        return box.isStart() ? box.id() : box.row() + " " + box.what() + box.state();
    }

    private static Map<String, Box> merged(Map<String, Box> boxes, Map<String, String> keys) {
        Map<String, Box> byKey = new TreeMap<>();
        boxes.values().forEach(box -> byKey.merge(Objects.requireNonNull(keys.get(box.id())), near(box), Box::with));
        return boxes.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> Objects.requireNonNull(byKey.get(keys.get(id))),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Box near(Box box) {
        if (Math.abs(box.row()) <= MOST_ROWS) {
            return box;
        }
        return box.standingIn(Integer.signum(box.row()) * (MOST_ROWS + 1), What.FURTHER);
    }

    // ---- how it is laid out

    private static List<List<Box>> rows(Collection<Box> shown) {
        return List.copyOf(shown.stream()
                .distinct()
                .sorted(Comparator.comparing(Box::id))
                .collect(Collectors.groupingBy(Box::row, TreeMap::new, Collectors.toList()))
                .values());
    }

    private static List<Link> links(Trace trace, Map<String, Box> shown) {
        Map<String, Link> links = new TreeMap<>();
        for (var edge : trace.edges()) {
            var from = shown.get(edge.from());
            var to = shown.get(edge.to());
            if (from != null && to != null && !from.equals(to)) {
                links.merge(
                        from.id() + ">" + to.id(),
                        new Link(from.id(), to.id(), edge.quantity()),
                        (one, other) ->
                                new Link(one.from(), one.to(), one.quantity().plus(other.quantity())));
            }
        }
        return List.copyOf(links.values());
    }
}
