package vn.nguongoc.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.generations.Lists;
import vn.nguongoc.generations.Shelves.Entry;

/**
 * Finds what stands in several lists at once. Wherever it is, it walks along the list with the fewest entries there and
 * asks the others only for those, so that the cost is that of the rarest and not of how many lots there are.
 */
final class Intersection {
    /** Entries of one facet that are read at a time. */
    private static final int BLOCK = 200;

    /** After so many that did not all fit, what was found is given, and where it goes on. */
    private static final int LOOKED_AT_MOST = 20_000;

    private static final int LEAST_OF_A_LIST = 20;

    private final Lists lists;
    private final int block;

    Intersection(Lists lists) {
        this(lists, BLOCK);
    }

    /** @param block entries of one facet that are read at a time */
    Intersection(Lists lists, int block) {
        this.lists = lists;
        this.block = block;
    }

    /**
     * What stands in at least one list of each facet, in the order of the places, at most {@code limit}.
     *
     * @param facets each the names of lists; at least one facet
     */
    Found find(List<Set<String>> facets, Span span, int limit) {
        if (facets.stream().anyMatch(Set::isEmpty)) {
            return new Found(List.of(), null);
        }
        var hits = new ArrayList<Entry>();
        var rest = span;
        for (int looked = 0; hits.size() <= limit && looked < LOOKED_AT_MOST; ) {
            var here = rest;
            var blocks = facets.stream().map(facet -> block(facet, here)).toList();
            var rarest = blocks.stream().min(Block.RAREST_FIRST).orElseThrow();
            hits.addAll(inAll(rarest, blocks));
            looked += rarest.entries.size();
            if (rarest.horizon == null) {
                return hits.size() > limit ? firstOf(hits, limit) : new Found(hits, null);
            }
            rest = rest.after(rarest.horizon);
            if (looked >= LOOKED_AT_MOST && hits.size() <= limit) {
                return new Found(hits, rarest.horizon);
            }
        }
        return firstOf(hits, limit);
    }

    private static Found firstOf(List<Entry> hits, int limit) {
        return new Found(hits.subList(0, limit), hits.get(limit - 1).key());
    }

    private Block block(Set<String> facet, Span span) {
        var each = facet.size() == 1 ? block : Math.max(Math.min(LEAST_OF_A_LIST, block), block / facet.size());
        var entries = new TreeMap<String, String>();
        String horizon = null;
        for (var list : facet) {
            var start = list + "/";
            var read = lists.entries(start + span.from(), start + span.below(), each);
            read.forEach(it -> entries.put(it.key().substring(start.length()), it.of()));
            if (read.size() == each) {
                var last = read.getLast().key().substring(start.length());
                horizon = horizon == null || last.compareTo(horizon) < 0 ? last : horizon;
            }
        }
        return new Block(facet, horizon == null ? entries : new TreeMap<>(entries.headMap(horizon, true)), horizon);
    }

    private List<Entry> inAll(Block rarest, Collection<Block> blocks) {
        var left = new TreeMap<>(rarest.entries);
        for (var other : blocks) {
            if (!other.facet.equals(rarest.facet) && !left.isEmpty()) {
                left.keySet().retainAll(thoseIn(other, left.keySet()));
            }
        }
        return left.entrySet().stream()
                .map(it -> new Entry(it.getKey(), it.getValue()))
                .toList();
    }

    /** Which of these places the facet has; what its block does not reach is asked for. */
    private Set<String> thoseIn(Block block, Set<String> places) {
        var there = new HashSet<String>();
        var keys = new TreeMap<String, String>();
        for (var place : places) {
            if (block.reaches(place)) {
                if (block.entries.containsKey(place)) {
                    there.add(place);
                }
            } else {
                block.facet.forEach(list -> keys.put(list + "/" + place, place));
            }
        }
        if (!keys.isEmpty()) {
            lists.present(keys.keySet()).forEach(key -> there.add(keys.get(key)));
        }
        return there;
    }

    /**
     * @param hits with the place as their key
     * @param goOn place behind which there may be more; absent at the end
     */
    record Found(List<Entry> hits, @Nullable String goOn) {}

    /**
     * Some entries of one facet.
     *
     * @param entries by their places
     * @param horizon last place up to which they are all; absent where that is the end of the lists
     */
    private record Block(
            Set<String> facet,
            Map<String, String> entries,
            @Nullable String horizon) {
        /** The one that reaches the farthest with what it has. */
        static final Comparator<Block> RAREST_FIRST = Comparator.comparing(
                        (Block it) -> it.horizon, Comparator.nullsFirst(Comparator.reverseOrder()))
                .thenComparingInt(it -> it.entries.size());

        boolean reaches(String place) {
            return horizon == null || place.compareTo(horizon) <= 0;
        }
    }
}
