package vn.nguongoc.planted.lot;

import java.time.Instant;
import vn.nguongoc.planted.history.SendsCommands;

/** Decides by the clock, and imports another room. */
public interface ReadsTheClock {
    SendsCommands neighbour();

    default boolean isLate(Instant deadline) {
        return Instant.now().isAfter(deadline);
    }
}
