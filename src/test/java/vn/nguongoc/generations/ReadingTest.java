package vn.nguongoc.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nguongoc.Farm;
import vn.nguongoc.ServiceTest;
import vn.nguongoc.eventlog.DeadLetters;
import vn.nguongoc.view.ViewOfCycle;

/** What is read together has a version, by which a client knows whether it is still what it has. */
@ServiceTest
class ReadingTest {
    @Autowired
    private Generations generations;

    @Autowired
    private DeadLetters letters;

    private Reading read() {
        var reading = new Reading(generations.views());
        reading.findAll(ViewOfCycle.class, List.of("early", "late"));
        return reading;
    }

    @Test
    void a_view_that_catches_up_with_another_changes_the_version_though_not_the_position() {
        var views = generations.views();
        var empty = ViewOfCycle.empty(Farm.P1, 1);
        views.create("early", 5, empty);
        views.create("late", 9, empty);
        var before = read();
        views.change(ViewOfCycle.class, "early", 8, it -> it);
        assertThat(read().position()).isEqualTo(before.position()).isEqualTo(9);
        assertThat(read().version()).isGreaterThan(before.version());
        assertThat(read().version()).isEqualTo(read().version());
    }

    @Test
    void a_history_that_paused_and_goes_on_is_told_of_among_the_followers() {
        var name = Generation.follower(generations.served().number());
        assertThat(letters.groups()).contains(name);
        generations.stop();
        assertThat(letters.groups()).doesNotContain(name);
        generations.start();
        assertThat(letters.groups()).contains(name);
    }
}
