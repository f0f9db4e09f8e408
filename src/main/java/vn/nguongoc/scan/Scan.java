package vn.nguongoc.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.label.Serial;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Vietnam;

/** What is to be written down of a session. */
sealed interface Scan {
    LotId lot();

    Instant at();

    /** The day in Vietnam. */
    default LocalDate day() {
        return Vietnam.day(at().atOffset(Vietnam.OFFSET));
    }

    /** Ids of what is written down of it. */
    default Stream<String> concerns() {
        return switch (this) {
            case OfLot _ -> Stream.of(lot().value());
            case OfUnit it -> Stream.of(lot().value(), it.serial().value());
            case Said it -> Stream.of(lot().value(), it.serial().value());
        };
    }

    /** A session with the code that all units of a lot share. */
    record OfLot(LotId lot, Instant at) implements Scan {}

    /** A session with a unit's own code. */
    record OfUnit(
            Serial serial,
            LotId lot,
            Instant at,
            Device device,
            @Nullable String country) implements Scan {}

    /**
     * In a session with a unit's own code somebody said more.
     *
     * @param at when the session began
     * @param place about where; absent where they did not say
     * @param bought whether they have bought it
     */
    record Said(
            Serial serial, LotId lot, Instant at, @Nullable Tile place, boolean bought) implements Scan {}
}
