package vn.nguongoc.trace;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What something was made of, exactly. Goods that were mixed are mixed through: whatever is taken out holds of each
 * source what went in of it, in proportion.
 *
 * <p>Shares are pushed from the goods towards the sources, each thing once, after everything that was made of it. So a
 * step of five hundred lots costs five hundred additions, however many ways lead to it.
 */
final class Shares {
    private final Map<String, List<Part>> madeOf;
    private final Map<String, Integer> awaited = new HashMap<>();
    private final Map<String, Share> shares = new LinkedHashMap<>();

    /** @param share of the thing that came from there */
    record Part(String source, Share share) {}

    private Shares(Map<String, List<Part>> madeOf) {
        this.madeOf = madeOf;
    }

    /**
     * The shares of the last sources, those that nothing is told of: they add up to one.
     *
     * @param madeOf of each thing, its parts, whose shares add up to one
     */
    static Map<String, Share> of(String goods, Map<String, List<Part>> madeOf) {
        return new Shares(madeOf).of(goods);
    }

    private Map<String, Share> of(String goods) {
        count(goods);
        shares.put(goods, Share.ALL);
        var ready = new ArrayDeque<>(List.of(goods));
        while (!ready.isEmpty()) {
            var thing = ready.remove();
            var parts = madeOf.getOrDefault(thing, List.of());
            if (parts.isEmpty()) {
                continue;
            }
            var share = shares.getOrDefault(thing, Share.NOTHING);
            shares.remove(thing);
            for (var part : parts) {
                shares.merge(part.source(), share.times(part.share()), Share::plus);
                if (awaited.merge(part.source(), -1, Integer::sum) == 0) {
                    ready.add(part.source());
                }
            }
        }
        return Map.copyOf(shares);
    }

    /** How often each thing is a part of something here. */
    private void count(String goods) {
        Set<String> seen = new HashSet<>(Set.of(goods));
        var open = new ArrayDeque<>(List.of(goods));
        while (!open.isEmpty()) {
            for (var part : madeOf.getOrDefault(open.remove(), List.of())) {
                awaited.merge(part.source(), 1, Integer::sum);
                if (seen.add(part.source())) {
                    open.add(part.source());
                }
            }
        }
    }

    /**
     * Gives out so many equal pieces by shares that add up to one: each gets its whole ones, and those with the largest
     * remainders one more, until all are given out (Hamilton's method).
     *
     * @return how many each gets; they add up to {@code pieces}
     */
    static <K extends Comparable<K>> Map<K, Long> pieces(Map<K, Share> shares, long pieces) {
        var all = BigInteger.valueOf(pieces);
        Map<K, Long> given = shares.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().wholeOf(all)));
        var left = pieces - sum(given.values());
        shares.entrySet().stream()
                .sorted(Comparator.<Map.Entry<K, Share>, Share>comparing(
                                it -> it.getValue().remainderOf(all))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(left)
                .forEach(it -> given.merge(it.getKey(), 1L, Long::sum));
        return given;
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}
