package vn.nguongoc.lists;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nguongoc.catalogue.Catalogue;
import vn.nguongoc.generations.Generations;
import vn.nguongoc.generations.Shelves.Entry;
import vn.nguongoc.generations.Views;
import vn.nguongoc.shared.OrganisationId;
import vn.nguongoc.view.Codes;
import vn.nguongoc.view.Journey;
import vn.nguongoc.view.ViewOfShipment;

/** Hand-overs that are not settled yet, of those who send and of those who receive, oldest first. */
@Component
public class HandOvers {
    private static final String HAND_OVERS = "hand-overs/";

    /** Among the states: not confirmed, whether somebody disputes it or not. */
    private static final String UNCONFIRMED = "unconfirmed";

    private final Generations generations;
    private final Clock clock;
    private final int unconfirmedDays;

    HandOvers(Generations generations, Clock clock, Catalogue catalogue) {
        this.generations = generations;
        this.clock = clock;
        this.unconfirmedDays = catalogue.thresholds().unconfirmedDays().whole();
    }

    // ---- writing

    /** Enters a shipment where it belongs now, and strikes it where it does not belong any more. */
    public static void enter(Views views, @Nullable ViewOfShipment before, ViewOfShipment after) {
        var old = before == null ? Set.<String>of() : keys(before);
        var now = keys(after);
        old.stream().filter(it -> !now.contains(it)).forEach(views::strike);
        now.stream()
                .filter(it -> !old.contains(it))
                .forEach(it -> views.enter(it, after.id().value()));
    }

    private static Set<String> keys(ViewOfShipment shipment) {
        var receiver = shipment.receiver();
        if (receiver == null) {
            return Set.of();
        }
        var place = ListKeys.oldestFirst(shipment.since().toInstant()) + shipment.id();
        return states(shipment).stream()
                .flatMap(state -> Stream.of(shipment.organisation(), receiver).map(it -> list(it, state) + place))
                .collect(Collectors.toSet());
    }

    private static Set<String> states(ViewOfShipment shipment) {
        var all = new HashSet<String>();
        if (shipment.isDisputed()) {
            all.add(Codes.of(State.DISPUTED));
        }
        if (shipment.receipt() == null) {
            all.add(UNCONFIRMED);
            if (!shipment.isDisputed()) {
                all.add(Codes.of(State.ON_THE_WAY));
            }
        }
        if (!all.isEmpty()) {
            all.add(Codes.of(State.OPEN));
        }
        return all;
    }

    private static String list(OrganisationId organisation, String state) {
        return HAND_OVERS + organisation + "/" + state + "/";
    }

    // ---- reading

    /** A page of at most {@code limit} hand-overs that this organisation is part of. */
    public Page<Journey> of(OrganisationId organisation, State state, @Nullable String cursor, int limit) {
        var views = generations.views();
        var now = clock.instant();
        var list = list(organisation, state == State.OVERDUE ? UNCONFIRMED : Codes.of(state));
        var query = list + state;
        var all = state == State.OVERDUE
                ? Span.ALL.endingWith(ListKeys.oldestFirst(now.minus(Duration.ofDays(unconfirmedDays))))
                : Span.ALL;
        var rest = cursor == null ? all : all.after(Cursor.read(query, cursor));
        var read = views.entries(list + rest.from(), list + rest.below(), limit + 1);
        var shown = read.subList(0, Math.min(limit, read.size()));
        var journeys = shipments(views, shown).stream()
                .map(it -> Journey.at(now, it, unconfirmedDays))
                .toList();
        return new Page<>(
                journeys,
                read.size() > limit ? Cursor.write(query, shown.getLast().key().substring(list.length())) : null);
    }

    private static List<ViewOfShipment> shipments(Views views, List<Entry> entries) {
        var ids = entries.stream().map(Entry::of).toList();
        var found = views.findAll(ViewOfShipment.class, ids).stream()
                .map(Views.Seen::view)
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Which hand-overs are looked for. */
    public enum State {
        /** On the way or disputed. */
        OPEN,
        ON_THE_WAY,
        DISPUTED,
        /** Somebody should have confirmed it by now and did not. */
        OVERDUE
    }
}
