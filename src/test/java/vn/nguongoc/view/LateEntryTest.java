package vn.nguongoc.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nguongoc.Farm;
import vn.nguongoc.view.Milestone.Fact;

class LateEntryTest {
    private static final Duration ALLOWED =
            Duration.ofHours(Farm.CATALOGUE.thresholds().lateEntryHours().whole());

    private static Fact recordedAfter(String time) {
        var happened = OffsetDateTime.parse("2026-04-24T08:00:00+07:00");
        return new Fact(0, happened, happened.toInstant().plus(Duration.parse(time)), "htx");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT71H59M", "PT72H"})
    void up_to_72_hours_are_not_late(String time) {
        assertThat(recordedAfter(time).isLaterThan(ALLOWED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT72H1S", "PT72H30M", "PT73H"})
    void whatever_is_more_is_late(String time) {
        assertThat(recordedAfter(time).isLaterThan(ALLOWED)).isTrue();
    }

    @Test
    void what_was_recorded_before_it_happened_is_not_late() {
        assertThat(recordedAfter("PT-5M").isLaterThan(ALLOWED)).isFalse();
    }
}
