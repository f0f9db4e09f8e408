package vn.nguongoc.plot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days as the farm counts them, whatever clock a device goes by: six in the morning is not yet that day in UTC. */
final class Vietnam {
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    private Vietnam() {}

    static LocalDate day(OffsetDateTime at) {
        return at.withOffsetSameInstant(OFFSET).toLocalDate();
    }
}
