package vn.nguongoc.plot;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pond suffered.
 *
 * @param activity code of the activity that told of it
 * @param disinfectedOn absent until it was
 */
record Illness(String activity, LocalDate since, @Nullable LocalDate disinfectedOn) {

    /** What there is after these activities, in whatever order they were told. */
    static Optional<Illness> after(@Nullable Illness before, Stream<Deed> deeds) {
        var now = before;
        for (var deed : deeds.sorted(Comparator.comparing(Deed::at)).toList()) {
            now = switch (deed.effect()) {
                case SICKENS, DESTROYS -> new Illness(deed.kind(), deed.day(), null);
                case DISINFECTS -> now == null ? null : new Illness(now.activity(), now.since(), deed.day());
                case NONE, SOWS, STOCKS, SPRAYS, MEDICATES, FERTILISES, FEEDS, KILLS, TESTS -> now;
            };
        }
        return Optional.ofNullable(now);
    }
}
