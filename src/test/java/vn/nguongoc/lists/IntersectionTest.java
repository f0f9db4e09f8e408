package vn.nguongoc.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.nguongoc.generations.Lists;
import vn.nguongoc.generations.Shelves.Entry;

/** What stands in all lists, whatever they hold: the same as looking at every entry. */
class IntersectionTest {
    /** Lists in memory, in the order of their keys; it counts how often it is asked and for how much. */
    private static final class InMemory implements Lists {
        private final TreeMap<String, String> entries = new TreeMap<>();
        private int asked;
        private int given;

        void enter(String list, String place) {
            entries.put(list + "/" + place, "of " + place);
        }

        @Override
        public List<Entry> entries(String from, String below, int limit) {
            asked++;
            var found = entries.subMap(from, below).entrySet().stream()
                    .limit(limit)
                    .map(it -> new Entry(it.getKey(), it.getValue()))
                    .toList();
            given += found.size();
            return found;
        }

        @Override
        public Set<String> present(Collection<String> keys) {
            asked++;
            given += keys.size();
            return keys.stream().filter(entries::containsKey).collect(Collectors.toSet());
        }
    }

    private final InMemory lists = new InMemory();

    private static String place(int number) {
        return "%06x".formatted(number);
    }

    private Set<String> list(String name, IntStream places) {
        places.forEach(it -> lists.enter(name, place(it)));
        return Set.of(name);
    }

    @Property(tries = 300)
    void it_finds_what_a_look_at_every_entry_finds_page_after_page(
            @ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 3) List<Set<@IntRange(max = 60) Integer>>> facets,
            @ForAll @IntRange(min = 1, max = 9) int block,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        var memory = new InMemory();
        var names = new ArrayList<Set<String>>();
        var expected = new TreeSet<String>();
        for (int facet = 0; facet < facets.size(); facet++) {
            var ofFacet = new TreeSet<String>();
            var lists = new HashSet<String>();
            for (int i = 0; i < facets.get(facet).size(); i++) {
                var name = "lots/" + facet + "/" + i;
                lists.add(name);
                facets.get(facet).get(i).forEach(it -> memory.enter(name, place(it)));
                facets.get(facet).get(i).forEach(it -> ofFacet.add(place(it)));
            }
            names.add(lists);
            if (facet == 0) {
                expected.addAll(ofFacet);
            } else {
                expected.retainAll(ofFacet);
            }
        }
        assertThat(pages(new Intersection(memory, block), names, limit)).containsExactlyElementsOf(expected);
    }

    private static List<String> pages(Intersection intersection, List<Set<String>> facets, int limit) {
        var all = new ArrayList<String>();
        var span = Span.ALL;
        while (true) {
            var found = intersection.find(facets, span, limit);
            assertThat(found.hits()).hasSizeLessThanOrEqualTo(limit);
            assertThat(found.hits()).allMatch(it -> it.of().equals("of " + it.key()));
            found.hits().forEach(it -> all.add(it.key()));
            if (found.goOn() == null) {
                return all;
            }
            span = span.after(found.goOn());
        }
    }

    @Test
    void a_page_that_ends_with_the_last_is_the_last() {
        var facet = list("a", IntStream.range(0, 10));
        assertThat(new Intersection(lists).find(List.of(facet), Span.ALL, 10).goOn())
                .isNull();
        assertThat(new Intersection(lists).find(List.of(facet), Span.ALL, 9).goOn())
                .isEqualTo(place(8));
    }

    @Test
    void a_span_leaves_out_what_is_before_and_behind_it() {
        var facet = list("a", IntStream.range(0, 10));
        var span = Span.ALL.startingAt(place(3)).endingWith(place(5));
        assertThat(new Intersection(lists).find(List.of(facet), span, 10).hits())
                .extracting(Entry::key)
                .containsExactly(place(3), place(4), place(5));
    }

    @Test
    void nothing_stands_in_no_list_at_all() {
        var facet = list("a", IntStream.range(0, 10));
        assertThat(new Intersection(lists)
                        .find(List.of(facet, Set.of()), Span.ALL, 10)
                        .hits())
                .isEmpty();
    }

    @Test
    void what_it_reads_follows_the_rarest_and_not_the_rest() {
        var common = list("common", IntStream.range(0, 100_000));
        var half = list("half", IntStream.range(0, 50_000).map(it -> it * 2));
        var rare = list("rare", IntStream.range(0, 100).map(it -> it * 1_000));
        var found = new Intersection(lists).find(List.of(common, half, rare), Span.ALL, 200);
        assertThat(found.hits()).hasSize(100);
        assertThat(lists.asked).isLessThanOrEqualTo(5);
        assertThat(lists.given).isLessThanOrEqualTo(1_000);
    }

    @Test
    void after_very_many_that_do_not_fit_it_says_where_it_goes_on() {
        var even = list("even", IntStream.range(0, 50_000).map(it -> it * 2));
        var odd = list("odd", IntStream.range(0, 50_000).map(it -> it * 2 + 1));
        var found = new Intersection(lists).find(List.of(even, odd), Span.ALL, 10);
        assertThat(found.hits()).isEmpty();
        assertThat(found.goOn()).isNotNull();
        assertThat(pages(new Intersection(lists), List.of(even, odd), 10)).isEmpty();
    }
}
