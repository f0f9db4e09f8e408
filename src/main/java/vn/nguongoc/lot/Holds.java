package vn.nguongoc.lot;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.event.LotEvent.LotHeld;
import vn.nguongoc.lot.event.LotEvent.LotReleased;
import vn.nguongoc.lot.event.LotEvent.ReleaseProposed;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Refused;

/**
 * What holds a lot back now, oldest first.
 *
 * @param placed how many there ever were
 */
record Holds(List<Open> open, int placed) {
    static final Holds NONE = new Holds(List.of(), 0);

    Holds {
        open = List.copyOf(open);
    }

    /** @param proposedBy who said that it may end, once one person did */
    record Open(Hold hold, OffsetDateTime since, @Nullable String proposedBy) {}

    Holds with(LotHeld event) {
        var all = new ArrayList<>(open);
        var hold = new Hold(event.hold(), event.cause(), event.test(), event.reason(), event.by());
        all.add(new Open(hold, event.happenedAt(), null));
        return new Holds(all, placed + 1);
    }

    Holds with(ReleaseProposed event) {
        return new Holds(
                open.stream()
                        .map(it ->
                                it.hold().id().equals(event.hold()) ? new Open(it.hold(), it.since(), event.by()) : it)
                        .toList(),
                placed);
    }

    Holds without(LotReleased event) {
        return new Holds(
                open.stream().filter(it -> !it.hold().id().equals(event.hold())).toList(), placed);
    }

    Optional<Open> named(String id) {
        return open.stream().filter(it -> it.hold().id().equals(id)).findFirst();
    }

    /** The id of the next hold that has no name of its own. */
    String next() {
        return String.valueOf(placed + 1);
    }

    /** What goods that leave the lot take with them. */
    List<Hold> reachingDescendants() {
        return open.stream()
                .map(Open::hold)
                .filter(hold -> hold.cause().reachesDescendants())
                .toList();
    }

    /** @throws Refused if anything holds the lot back */
    void refuseIfAny(LotId lot) {
        if (!open.isEmpty()) {
            var first = open.getFirst();
            var hold = first.hold();
            throw new Refused(new LotRefusal.OnHold(lot, hold.id(), hold.cause(), hold.reason(), first.since()));
        }
    }

    /** @throws Refused if it is not there, is for good, or its proposer and approver would be one person */
    Open releasable(LotId lot, String id, String by) {
        var found = named(id)
                .orElseThrow(() -> new Refused(new LotRefusal.NoSuchHold(
                        lot, id, open.stream().map(it -> it.hold().id()).toList())));
        var cause = found.hold().cause();
        if (!cause.endsByRelease()) {
            throw new Refused(new LotRefusal.HeldForGood(lot, id, cause));
        }
        if (Objects.equals(found.proposedBy(), by)) {
            throw new Refused(new LotRefusal.SecondPersonNeeded(id, by));
        }
        return found;
    }
}
