package vn.nguongoc.scan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.history.LotHistory;
import vn.nguongoc.lot.event.HoldCause;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.shared.Vietnam;
import vn.nguongoc.view.Milestone;
import vn.nguongoc.view.ViewOfLot;

/**
 * What the record knows of a lot that scans of its units are held against.
 *
 * @param organisation whose lot it is
 * @param dispatchedOn the day on which the first of it left; absent where none is recorded
 * @param recalledOn the day on which it was recalled; absent where it was not
 */
public record LotFacts(
        OrganisationId organisation,
        @Nullable LocalDate dispatchedOn,
        @Nullable LocalDate recalledOn) {
    /** From the lot's history, without another read. */
    public static LotFacts of(LotHistory history) {
        var lot = history.lot();
        var dispatches = history.milestones().stream()
                .filter(it -> it instanceof Milestone.Dispatch dispatch
                        && dispatch.lot().equals(lot.id()))
                .map(it -> it.fact().happenedAt());
        return new LotFacts(lot.organisation(), firstDay(dispatches), recalledOn(lot));
    }

    static @Nullable LocalDate recalledOn(ViewOfLot lot) {
        return firstDay(lot.holds().stream()
                .filter(it -> it.cause() == HoldCause.RECALL)
                .map(ViewOfLot.Hold::since));
    }

    /** In Vietnam. */
    static @Nullable LocalDate firstDay(Stream<OffsetDateTime> times) {
        return times.min(Comparator.comparing(OffsetDateTime::toInstant))
                .map(Vietnam::day)
                .orElse(null);
    }
}
