package vn.nguongoc.lot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.event.LotEvent.Reading;

/** How long frozen goods were surely too warm: between readings of one warm spell, and no longer. */
record ColdChain(BigDecimal warmestCelsius) {

    /** @param readings in the order of time */
    int longestWarmMinutes(List<Reading> readings) {
        var longest = Duration.ZERO;
        @Nullable OffsetDateTime since = null;
        for (var reading : readings) {
            if (reading.celsius().compareTo(warmestCelsius) <= 0) {
                since = null;
                continue;
            }
            since = since == null ? reading.at() : since;
            var warm = Duration.between(since, reading.at());
            longest = warm.compareTo(longest) > 0 ? warm : longest;
        }
        return Math.toIntExact(longest.toMinutes());
    }
}
