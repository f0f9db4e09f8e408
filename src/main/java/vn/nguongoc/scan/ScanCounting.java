package vn.nguongoc.scan;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.label.Serial;
import vn.nguongoc.shared.Gs1;
import vn.nguongoc.shared.LotId;

/**
 * Counts who looks at pages of lots and units. Nothing here waits for the database but the one read that a unit's page
 * shows; what is counted is written a moment later, or not at all if too much waits.
 */
@Component
public class ScanCounting {
    private final Visitors visitors;
    private final Sessions sessions;
    private final ScanWriter writer;
    private final ScanStore store;
    private final UnknownSerials unknown;

    ScanCounting(
            Visitors visitors,
            ScanSettings settings,
            Clock clock,
            ScanWriter writer,
            ScanStore store,
            UnknownSerials unknown) {
        this.visitors = visitors;
        this.sessions = new Sessions(settings.session(), ticker(clock));
        this.writer = writer;
        this.store = store;
        this.unknown = unknown;
    }

    private static Ticker ticker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    /** A lot's page is shown. */
    public void lot(HttpServletRequest request, LotId lot) {
        visitors.of(request).ifPresent(visitor -> {
            var seen = sessions.see(lot.value(), visitor.device(), visitor.at());
            if (seen.isNew()) {
                writer.offer(new Scan.OfLot(lot, seen.session().begun()));
            }
        });
    }

    /**
     * The page of a unit that was issued is shown. Costs one read.
     *
     * @return how it was scanned so far, and which session this is
     */
    public UnitShown unit(HttpServletRequest request, Serial serial, LotId lot) {
        var scans = store.unit(serial);
        var stored = scans.map(UnitScans::sessions).orElse(0);
        var visitor = visitors.of(request);
        if (visitor.isEmpty()) {
            return new UnitShown(scans.orElse(null), null);
        }
        var seen = sessions.see(
                serial.value(), visitor.get().device(), visitor.get().at());
        if (seen.isNew()) {
            writer.offer(new Scan.OfUnit(
                    serial,
                    lot,
                    seen.session().begun(),
                    visitor.get().device(),
                    visitor.get().country()));
        }
        return new UnitShown(scans.orElse(null), seen.session().before(stored) + 1);
    }

    /**
     * @param scans that were written so far; absent if there are none
     * @param ordinal which session this is, from 1; absent where the visitor is not counted
     */
    public record UnitShown(
            @Nullable UnitScans scans, @Nullable Integer ordinal) {}

    /**
     * Somebody says in a session that goes on about where they are, or that they bought the unit. Once in a session.
     *
     * @param place absent where they did not say
     * @return false where there is no such session, or it was said before
     */
    public boolean said(HttpServletRequest request, Serial serial, LotId lot, @Nullable Tile place, boolean bought) {
        return sessions.running(serial.value(), visitors.anyone(request).device())
                .filter(Sessions.Session::say)
                .filter(session -> writer.offer(new Scan.Said(serial, lot, session.begun(), place, bought)))
                .isPresent();
    }

    /** Somebody asked for a serial that was never issued. Nothing of it is kept but that it happened. */
    public void unknown(HttpServletRequest request, Gs1 gtin) {
        unknown.count(visitors.today(), gtin, visitors.network(request));
    }
}
