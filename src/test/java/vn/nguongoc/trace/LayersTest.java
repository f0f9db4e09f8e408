package vn.nguongoc.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which row of a picture a thing stands. */
class LayersTest {
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();

    private void lead(String from, String to) {
        after.computeIfAbsent(from, it -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, it -> new ArrayList<>()).add(from);
    }

    private Map<String, Integer> rows(String start) {
        return Layers.of(start, after, before);
    }

    @Test
    void sources_stand_above_the_start_and_what_became_of_it_below() {
        lead("plot", "lot");
        lead("lot", "step");
        lead("step", "rice");
        assertThat(rows("lot")).isEqualTo(Map.of("plot", -1, "lot", 0, "step", 1, "rice", 2));
    }

    /** Straight or by the dryer: the plot stands above both. */
    @Test
    void who_has_a_long_and_a_short_way_stands_as_far_as_the_long_one() {
        lead("plot", "blend");
        lead("plot", "dryer");
        lead("dryer", "dried");
        lead("dried", "blend");
        assertThat(rows("blend")).isEqualTo(Map.of("plot", -3, "dryer", -2, "dried", -1, "blend", 0));
    }

    @Test
    void a_circle_that_cannot_be_is_drawn_all_the_same() {
        lead("one", "other");
        lead("other", "one");
        assertThat(rows("one")).containsKeys("one", "other");
    }

    @Test
    void a_very_long_way_is_no_trouble() {
        for (int i = 0; i < 20_000; i++) {
            lead("lot" + i, "lot" + (i + 1));
        }
        assertThat(rows("lot0")).containsEntry("lot20000", 20_000);
        assertThat(rows("lot20000")).containsEntry("lot0", -20_000);
    }
}
