package vn.nguongoc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnamTest {
    @ParameterizedTest
    @CsvSource({
        "2026-04-23T16:59:59Z, 2026-04-23",
        "2026-04-23T17:00:00Z, 2026-04-24",
        "2026-04-24T00:00:00+07:00, 2026-04-24",
        "2026-04-23T23:59:59+07:00, 2026-04-23",
        "2026-04-24T01:30:00+09:00, 2026-04-23"
    })
    void a_day_is_the_farms_whatever_clock_a_device_goes_by(OffsetDateTime at, LocalDate day) {
        assertThat(Vietnam.day(at)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource("2026-04-24, 2026-04-24T00:00:00+07:00")
    void it_begins_at_midnight_there(LocalDate day, OffsetDateTime begins) {
        assertThat(Vietnam.start(day)).isEqualTo(begins);
    }
}
