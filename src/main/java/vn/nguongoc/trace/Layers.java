package vn.nguongoc.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which row of a picture a thing stands: the start in row 0, whatever went into something above it, what came of
 * something below it. Each stands as far from the start as its longest way there, so that all ways lead down.
 */
final class Layers {
    private final Map<String, List<String>> next;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Set<String> onTheWay = new HashSet<>();

    private Layers(Map<String, List<String>> next) {
        this.next = next;
    }

    /**
     * The rows of all that leads to the start or from it.
     *
     * @param after of each thing, what it led to
     * @param before of each thing, what led to it
     */
    static Map<String, Integer> of(String start, Map<String, List<String>> after, Map<String, List<String>> before) {
        var rows = new HashMap<String, Integer>();
        distances(start, before, after).forEach((thing, distance) -> rows.put(thing, -distance));
        rows.putAll(distances(start, after, before));
        return rows;
    }

    private static Map<String, Integer> distances(
            String start, Map<String, List<String>> away, Map<String, List<String>> towards) {
        var reached = reached(start, away);
        var layers = new Layers(towards);
        layers.rows.put(start, 0);
        reached.forEach(thing -> layers.row(thing, reached));
        return layers.rows;
    }

    private static Set<String> reached(String start, Map<String, List<String>> away) {
        var reached = new LinkedHashSet<>(Set.of(start));
        var generation = List.of(start);
        while (!generation.isEmpty()) {
            generation = generation.stream()
                    .flatMap(it -> away.getOrDefault(it, List.of()).stream())
                    .filter(reached::add)
                    .toList();
        }
        return reached;
    }

    /** Things are met nearest first, so the recursion is no deeper than a way that was missed so far. */
    private int row(String thing, Set<String> reached) {
        var known = rows.get(thing);
        if (known != null) {
            return known;
        }
        if (!onTheWay.add(thing)) {
            return 0; // a circle that cannot be
        }
        var row = 1
                + next.getOrDefault(thing, List.of()).stream()
                        .filter(reached::contains)
                        .mapToInt(it -> row(it, reached))
                        .max()
                        .orElse(0);
        onTheWay.remove(thing);
        rows.put(thing, row);
        return row;
    }
}
