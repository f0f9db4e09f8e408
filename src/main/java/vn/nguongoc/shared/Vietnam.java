package vn.nguongoc.shared;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days as the farm counts them, whatever clock a device goes by: six in the morning is not yet that day in UTC. */
public final class Vietnam {
    /** All year, everywhere in the country. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private Vietnam() {}

    /** The day on which it was. */
    public static LocalDate day(OffsetDateTime at) {
        return at.withOffsetSameInstant(OFFSET).toLocalDate();
    }

    /** When the day begins. */
    public static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(OFFSET);
    }
}
