package vn.nguongoc.recall;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vn.nguongoc.recall.event.RecallEvent.Reached;
import vn.nguongoc.recall.event.RecallEvent.Recovered;
import vn.nguongoc.shared.LotId;
import vn.nguongoc.shared.Mass;
import vn.nguongoc.shared.OrganisationId;

/**
 * What a recall is after: the lots that it reached, by id, with what of each had gone and came back. It grows in place:
 * thousands of lots may be reached one by one.
 */
final class Search {
    private static final BigDecimal ALL = new BigDecimal("100.00");

    private SortedMap<String, Sought> lots = new TreeMap<>();

    /**
     * One lot.
     *
     * @param organisation that holds it
     * @param gone shipped, and not to any organisation that takes part
     * @param recovered of that; more than it only if what had come back was said to have arrived elsewhere afterwards
     */
    record Sought(OrganisationId organisation, Mass gone, Mass recovered) {
        private Mass recoveredOfGone() {
            return recovered.isMoreThan(gone) ? gone : recovered;
        }
    }

    Optional<Sought> of(LotId lot) {
        return Optional.ofNullable(lots.get(lot.value()));
    }

    /** Whether this is not how much of the lot was last known to have gone. */
    boolean isNews(LotId lot, Mass gone) {
        return !of(lot).map(Sought::gone).equals(Optional.of(gone));
    }

    void note(Reached lot) {
        var recovered = of(lot.lot()).map(Sought::recovered).orElse(Mass.ZERO);
        lots.put(lot.lot().value(), new Sought(lot.organisation(), lot.gone(), recovered));
    }

    void note(Recovered event) {
        lots.computeIfPresent(
                event.lot().value(),
                (lot, it) ->
                        new Sought(it.organisation(), it.gone(), it.recovered().plus(event.quantity())));
    }

    int count() {
        return lots.size();
    }

    Mass gone() {
        return total(Sought::gone);
    }

    Mass recovered() {
        return total(Sought::recoveredOfGone);
    }

    private Mass total(Function<Sought, Mass> part) {
        return Mass.sum(lots.values().stream().map(part).toList());
    }

    /** What came back of what had gone, in per cent with two decimals; all of it if nothing had. */
    BigDecimal recoveredPercent() {
        return gone().isZero() ? ALL : recovered().percentOf(gone());
    }
}
