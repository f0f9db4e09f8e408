package vn.nguongoc.plot;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import vn.nguongoc.catalogue.Substance.Use;
import vn.nguongoc.shared.Vietnam;

/**
 * No harvest before a day, because of what was used.
 *
 * @param since when its use began: what was harvested before has none of it
 * @param usedOn the last day of its use
 */
record Wait(LocalDate harvestFrom, String active, OffsetDateTime since, LocalDate usedOn, Use use) {

    static Stream<Wait> after(Deed deed) {
        var from = deed.harvestFrom();
        return from == null
                ? Stream.empty()
                : Stream.of(new Wait(from, deed.active(), deed.at(), deed.lastDay(), deed.use()));
    }

    /** Whether it speaks against a harvest then. */
    boolean forbids(OffsetDateTime harvest) {
        return !harvest.isBefore(since) && Vietnam.day(harvest).isBefore(harvestFrom);
    }
}
