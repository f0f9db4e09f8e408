package vn.nguongoc.province;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Half a year in which each plot bears once.
 *
 * @param number from 0
 * @param opensOn its day 0
 */
record Season(int number, LocalDate opensOn) {
    private static final int END = 2026;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    static Season of(int number, int seasons) {
        var year = END - seasons / 2 + number / 2;
        return new Season(number, number % 2 == 0 ? LocalDate.of(year, 1, 2) : LocalDate.of(year, 5, 10));
    }

    /** Of rice. */
    String code() {
        return number % 2 == 0 ? "dong-xuan" : "he-thu";
    }

    OffsetDateTime at(int day, int hour) {
        return opensOn.plusDays(day).atTime(hour, 0).atOffset(VIETNAM);
    }
}
