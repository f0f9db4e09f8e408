package vn.nguongoc.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.time.MonthDay;

/** A part of the year, both days included; it may reach over new year. Written {@code 03-01..09-01}. */
public record Window(MonthDay from, MonthDay to) {

    @JsonCreator
    static Window read(String text) {
        var ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a part of the year is written 03-01..09-01, not " + text);
        }
        return new Window(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1]));
    }

    public boolean holds(LocalDate date) {
        var day = MonthDay.from(date);
        return from.isAfter(to) ? !day.isBefore(from) || !day.isAfter(to) : !day.isBefore(from) && !day.isAfter(to);
    }
}
