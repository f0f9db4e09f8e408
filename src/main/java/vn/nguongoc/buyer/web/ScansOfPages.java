package vn.nguongoc.buyer.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.history.IssuedUnit;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.label.ScannedLink;
import vn.nguongoc.label.Serial;
import vn.nguongoc.scan.LotFacts;
import vn.nguongoc.scan.ScanCounting;
import vn.nguongoc.scan.ScanWords;

/** Has those counted to whom a page is shown, and says what a unit's page tells of its scans. */
@Component
class ScansOfPages {
    private final ScanCounting counting;
    private final ScanWords words;

    ScansOfPages(ScanCounting counting, ScanWords words) {
        this.counting = counting;
        this.words = words;
    }

    /**
     * A lot's page is shown, or one of its units'.
     *
     * @return what it says of its scans; nothing for a lot, whose code its units share, and for a serial that is not of
     *     this lot
     */
    ScanWords.@Nullable Note count(
            LotHistory history, @Nullable ScannedLink link, @Nullable IssuedUnit unit, Visit visit) {
        var lot = history.lot().id();
        if (link == null || link.serial() == null) {
            counting.lot(visit.request(), lot);
            return null;
        }
        if (unit == null || !unit.lot().equals(lot)) {
            countUnknown(link, unit, visit);
            return null;
        }
        var serial = Serial.typed(link.serial()).orElseThrow();
        return words.note(counting.unit(visit.request(), serial, lot), LotFacts.of(history), visit.language());
    }

    /** A page is shown at an address with a serial that may never have been issued. */
    void countUnknown(ScannedLink link, @Nullable IssuedUnit unit, Visit visit) {
        if (link.serial() != null && unit == null) {
            counting.unknown(visit.request(), link.gtin());
        }
    }
}
