package vn.nguongoc.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.nguongoc.trace.Sketch.Box;
import vn.nguongoc.trace.Sketch.Link;

/**
 * Puts the boxes of each row in an order in which few ways cross: each goes to the middle of its neighbours in the row
 * before, sweeping down and up again (Sugiyama, Tagawa and Toda 1981, the barycentre method).
 */
final class Ordering {
    private static final int SWEEPS = 4;

    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Map<String, Double> places = new HashMap<>();

    private Ordering(List<Link> links) {
        for (var link : links) {
            neighbours.computeIfAbsent(link.from(), it -> new ArrayList<>()).add(link.to());
            neighbours.computeIfAbsent(link.to(), it -> new ArrayList<>()).add(link.from());
        }
    }

    static List<List<Box>> of(List<List<Box>> rows, List<Link> links) {
        var ordering = new Ordering(links);
        var ordered = rows;
        ordered.forEach(ordering::place);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            ordered = ordering.swept(ordered).reversed();
        }
        return ordered;
    }

    /** An even number of these leaves the rows as they were. */
    private List<List<Box>> swept(List<List<Box>> rows) {
        var swept = new ArrayList<List<Box>>();
        for (var row : rows) {
            Function<Box, Double> middle = box -> neighbours.getOrDefault(box.id(), List.of()).stream()
                    .mapToDouble(it -> places.getOrDefault(it, 0.0))
                    .average()
                    .orElse(0.0);
            var middles = new HashMap<String, Double>();
            row.forEach(box -> middles.put(box.id(), middle.apply(box)));
            var sorted = row.stream()
                    .sorted(Comparator.comparingDouble((Box box) -> middles.getOrDefault(box.id(), 0.0))
                            .thenComparing(Box::id))
                    .toList();
            place(sorted);
            swept.add(sorted);
        }
        return swept;
    }

    /** Centred, as they are drawn. */
    private void place(List<Box> row) {
        for (int i = 0; i < row.size(); i++) {
            places.put(row.get(i).id(), i - (row.size() - 1) / 2.0);
        }
    }
}
