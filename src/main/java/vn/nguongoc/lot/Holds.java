package vn.nguongoc.lot;

import static vn.nguongoc.web.PersonCode.person;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nguongoc.lot.LotCommand.Hold;
import vn.nguongoc.lot.event.HoldCause;
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

    /** @param proposed absent until one person said that it may end */
    record Open(Hold hold, OffsetDateTime since, @Nullable Proposal proposed) {

        private Open proposed(ReleaseProposed event) {
            return new Open(hold, since, new Proposal(event.by(), event.happenedAt()));
        }

        /** Nothing is said of a hold before it was there, nor approved before it was proposed. */
        OffsetDateTime latest() {
            return proposed == null ? since : proposed.at();
        }
    }

    /** One person's word that a hold may end. */
    record Proposal(String by, OffsetDateTime at) {}

    /** A hold takes the place of one of the same name. */
    Holds with(LotHeld event) {
        var all = new ArrayList<>(others(event.hold()));
        var hold = new Hold(event.hold(), event.cause(), event.test(), event.reason(), event.by());
        all.add(new Open(hold, event.happenedAt(), null));
        return new Holds(all, placed + 1);
    }

    Holds with(ReleaseProposed event) {
        return new Holds(
                open.stream()
                        .map(it -> it.hold().id().equals(event.hold()) ? it.proposed(event) : it)
                        .toList(),
                placed);
    }

    Holds without(LotReleased event) {
        return new Holds(others(event.hold()), placed);
    }

    private List<Open> others(String id) {
        return open.stream().filter(it -> !it.hold().id().equals(id)).toList();
    }

    /** Whether nothing would change with this hold: it is there, or one of its name that never ends. */
    boolean suffice(Hold hold) {
        return named(hold.id())
                .map(it -> it.hold().cause())
                .filter(cause -> cause == hold.cause() || !cause.endsByRelease())
                .isPresent();
    }

    /** Whether it is held for this already, and nobody has said that this may end. */
    boolean stillFor(HoldCause cause) {
        return open.stream().anyMatch(it -> it.hold().cause() == cause && it.proposed() == null);
    }

    Optional<Open> named(String id) {
        return open.stream().filter(it -> it.hold().id().equals(id)).findFirst();
    }

    /** The id of the next hold that has no name of its own. */
    String next() {
        return String.valueOf(placed + 1);
    }

    /** What goods that leave the lot take with them. */
    List<Hold> reachingDescendants(LotId lot) {
        return open.stream()
                .map(Open::hold)
                .filter(hold -> hold.cause().reachesDescendants())
                .map(hold -> hold.inheritedFrom(lot))
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

    /**
     * The hold that a person says may end.
     *
     * @throws Refused if it is not there, is for good, was not there yet, or its proposer and approver would be one
     */
    Open releasable(LotId lot, String id, String by, OffsetDateTime happenedAt) {
        var found = named(id)
                .orElseThrow(() -> new Refused(new LotRefusal.NoSuchHold(
                        lot, id, open.stream().map(it -> it.hold().id()).toList())));
        var cause = found.hold().cause();
        if (!cause.endsByRelease()) {
            throw new Refused(new LotRefusal.HeldForGood(lot, id, cause));
        }
        if (found.proposed() != null && person(found.proposed().by()).equals(person(by))) {
            throw new Refused(new LotRefusal.SecondPersonNeeded(id, by));
        }
        if (happenedAt.isBefore(found.latest())) {
            throw new Refused(new LotRefusal.BeforeTheHold(lot, id, happenedAt, found.latest()));
        }
        return found;
    }
}
