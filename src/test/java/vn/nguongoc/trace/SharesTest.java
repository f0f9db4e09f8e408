package vn.nguongoc.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.nguongoc.trace.Shares.Part;

/** What goods are made of, when what is mixed is mixed through. */
class SharesTest {

    private static Part part(String source, long parts, long whole) {
        return new Part(source, Share.of(parts, whole));
    }

    @Test
    void what_was_harvested_is_all_of_its_plot() {
        assertThat(Shares.of("lot", Map.of("lot", List.of(part("P1", 1, 1))))).isEqualTo(Map.of("P1", Share.ALL));
    }

    @Test
    void a_blend_holds_of_each_what_went_in() {
        var shares = Shares.of(
                "bag",
                Map.of(
                        "bag", List.of(part("step", 1, 1)),
                        "step", List.of(part("one", 13_200, 23_100), part("other", 9_900, 23_100)),
                        "one", List.of(part("P1", 1, 1)),
                        "other", List.of(part("P2", 1, 1))));
        assertThat(shares).isEqualTo(Map.of("P1", Share.of(4, 7), "P2", Share.of(3, 7)));
    }

    /** Half of the lot goes round by the dryer and meets the other half again: two ways, one source. */
    @Test
    void a_diamond_counts_each_way_once() {
        var shares = Shares.of(
                "blend",
                Map.of(
                        "blend", List.of(part("dried", 1, 4), part("lot", 1, 2), part("bought", 1, 4)),
                        "dried", List.of(part("lot", 1, 1)),
                        "lot", List.of(part("P1", 1, 3), part("P2", 2, 3))));
        assertThat(shares)
                .isEqualTo(Map.of(
                        "P1", Share.of(1, 4),
                        "P2", Share.of(1, 2),
                        "bought", Share.of(1, 4)));
    }

    @Test
    void a_circle_that_cannot_be_ends_and_loses_nothing() {
        var shares = Shares.of(
                "one",
                Map.of("one", List.of(part("other", 1, 2), part("P1", 1, 2)), "other", List.of(part("one", 1, 1))));
        assertThat(sum(shares)).isEqualTo(Share.ALL);
    }

    private static Share sum(Map<String, Share> shares) {
        return shares.values().stream().reduce(Share.NOTHING, Share::plus);
    }

    @Property(tries = 300)
    void shares_add_up_to_exactly_one(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int things) {
        var madeOf = randomly(new Random(seed), things);
        assertThat(sum(Shares.of("0", madeOf))).isEqualTo(Share.ALL);
    }

    /** Each thing is made of some of those after it, by random masses; the last few of nothing known. */
    private static Map<String, List<Part>> randomly(Random random, int things) {
        Map<String, List<Part>> madeOf = new HashMap<>();
        for (int i = 0; i < things; i++) {
            var masses = new HashMap<String, Long>();
            for (int parts = random.nextInt(6); parts > 0 && i < things - 1; parts--) {
                var source = String.valueOf(i + 1 + random.nextInt(things - i - 1));
                masses.merge(source, 1L + random.nextInt(20_000_000), Long::sum);
            }
            var all = masses.values().stream().mapToLong(Long::longValue).sum();
            madeOf.put(
                    String.valueOf(i),
                    masses.entrySet().stream()
                            .map(it -> part(it.getKey(), it.getValue(), all))
                            .toList());
        }
        return madeOf;
    }

    @Property(tries = 300)
    void pieces_add_up_and_nobody_is_more_than_one_piece_off(
            @ForAll long seed, @ForAll @LongRange(max = 50_000_000_000L) long pieces) {
        var shares = Shares.of("0", randomly(new Random(seed), 20));
        var given = Shares.pieces(shares, pieces);
        assertThat(given.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(pieces);
        shares.forEach((source, share) -> assertThat(
                        given.getOrDefault(source, -1L) - share.wholeOf(BigInteger.valueOf(pieces)))
                .isBetween(0L, 1L));
    }

    @Test
    void of_three_equal_shares_of_a_thousand_the_first_gets_the_odd_one() {
        var third = Share.of(1, 3);
        assertThat(Shares.pieces(Map.of("a", third, "b", third, "c", third), 1000))
                .isEqualTo(Map.of("a", 334L, "b", 333L, "c", 333L));
    }

    @Test
    void five_hundred_ways_in_and_thirty_generations_stay_exact() {
        var random = new Random(25);
        Map<String, List<Part>> madeOf = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            var parts = new ArrayList<Part>();
            parts.add(part("mix" + (i + 1), 1, 501));
            for (int j = 0; j < 500; j++) {
                parts.add(part("plot" + random.nextInt(500), 1, 501));
            }
            madeOf.put("mix" + i, parts);
        }
        assertThat(sum(Shares.of("mix0", madeOf))).isEqualTo(Share.ALL);
    }
}
